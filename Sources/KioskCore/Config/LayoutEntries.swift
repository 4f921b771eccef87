/// Collects the keys of `[[layout]]` tables and makes layouts of them.
struct LayoutEntries {
    private let file: String
    private var tables: [Int: [String: ConfigEntry]] = [:]

    init(file: String) { self.file = file }

    private static let keys = ["name", "index", "tree"]
    private static let treeKeys = ["folder", "file", "picture"]

    /// Takes one entry whose path is `layout[n]`, `layout[n].key` or `layout[n].tree[m].key`.
    mutating func take(_ entry: ConfigEntry) throws(KioskError) {
        guard entry.path != "layout" else {
            guard entry.value == .array else {
                throw KioskError(.configType, entry.place(in: file), detail: "[[layout]]")
            }
            return
        }
        let parts = entry.path.split(separator: ".").map(String.init)
        guard let index = Self.index(parts[0], of: "layout") else { throw unknown(entry) }
        guard parts.count > 1 else { return }
        let isTree = Self.index(parts[1], of: "tree") != nil
        let isKnown =
            switch parts.count {
            case 2: isTree || Self.keys.contains(parts[1])
            case 3: isTree && Self.treeKeys.contains(parts[2])
            default: false
            }
        guard isKnown else { throw unknown(entry) }
        tables[index, default: [:]][parts.dropFirst().joined(separator: ".")] = entry
    }

    /// The number in `layout[3]`; nil where a part of a path is no such.
    private static func index(_ part: String, of name: String) -> Int? {
        guard part.hasPrefix(name + "["), part.hasSuffix("]") else { return nil }
        return Int(part.dropFirst(name.count + 1).dropLast())
    }

    private func unknown(_ entry: ConfigEntry) -> KioskError {
        KioskConfig.unknown(
            entry, file,
            among: Self.keys.map { "layout.\($0)" } + Self.treeKeys.map { "layout.tree.\($0)" })
    }

    /// The layouts of the file, in order.
    ///
    /// - Throws: `config.type` or `config.range` with file, line and key.
    func layouts() throws(KioskError) -> [Layout] {
        var layouts: [Layout] = []
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            layouts.append(try layout(table))
        }
        return layouts
    }

    private typealias Table = [String: ConfigEntry]

    private func layout(_ table: Table) throws(KioskError) -> Layout {
        let name = try text(table, "name", "")
        let line = table.values.map(\.line).min() ?? 0
        guard !name.isEmpty else {
            throw KioskError(.configType, "\(file):\(line) layout.name", detail: "text in quotes")
        }
        var trees: [Layout.Tree] = []
        while table["tree[\(trees.count)]"] != nil {
            trees.append(try tree(table, "tree[\(trees.count)]"))
        }
        guard !trees.isEmpty else {
            throw KioskError(.configType, "\(file):\(line) layout.tree", detail: "[[layout.tree]]")
        }
        return Layout(name: name, trees: trees, hasIndex: try flag(table, "index"))
    }

    private func tree(_ table: Table, _ path: String) throws(KioskError) -> Layout.Tree {
        let folder = try text(table, "\(path).folder", "")
        let name = try text(table, "\(path).file", "{id}")
        let picture = try text(table, "\(path).picture", "portrait")
        guard let picture = Layout.Tree.Picture(rawValue: picture) else {
            let all = Layout.Tree.Picture.allCases.map { "\"\($0.rawValue)\"" }
            throw wrong(table, "\(path).picture", all.joined(separator: " | "))
        }
        guard let tree = Layout.Tree(folder: folder, file: name, picture: picture) else {
            let isFile = Layout.Tree(folder: "", file: name) == nil
            let (key, text) = isFile ? ("\(path).file", name) : ("\(path).folder", folder)
            let error = wrong(table, key, NameTemplate.allowed)
            // Its fields are right: it is the path that is not.
            throw NameTemplate(text) == nil ? error : KioskError(.configPath, error.subject)
        }
        return tree
    }

    private func wrong(_ table: Table, _ key: String, _ allowed: String) -> KioskError {
        let place = (table[key] ?? table.values.min { $0.line < $1.line })?.place(in: file)
        return KioskError(.configRange, place ?? file, detail: allowed)
    }

    private func text(_ table: Table, _ key: String, _ fallback: String) throws(KioskError)
        -> String
    {
        guard let entry = table[key] else { return fallback }
        guard case .text(let text) = entry.value else {
            throw KioskError(.configType, entry.place(in: file), detail: "text in quotes")
        }
        return text
    }

    private func flag(_ table: Table, _ key: String) throws(KioskError) -> Bool {
        guard let entry = table[key] else { return false }
        guard case .flag(let flag) = entry.value else {
            throw KioskError(.configType, entry.place(in: file), detail: "true or false")
        }
        return flag
    }
}
