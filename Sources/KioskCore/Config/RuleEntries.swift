/// Collects the keys of `[[rule]]` tables and makes rules of them.
struct RuleEntries {
    private let file: String
    private var tables: [Int: [String: ConfigEntry]] = [:]

    init(file: String) { self.file = file }

    private static let ranges = ["hair_top", "eyes", "face_width", "centring", "bytes"]
    private static let keys =
        ["name", "base", "width", "height", "dpi", "quality", "backdrop"] + ranges

    /// Takes one entry whose path is `rule[n]`, `rule[n].key` or `rule[n].key[m]`.
    mutating func take(_ entry: ConfigEntry) throws(KioskError) {
        guard entry.path != "rule" else {
            guard entry.value == .array else {
                throw KioskError(.configType, entry.place(in: file), detail: "[[rule]]")
            }
            return
        }
        guard let close = entry.path.firstIndex(of: "]"),
            let index = Int(entry.path[..<close].dropFirst(5))
        else { throw KioskConfig.unknown(entry, file, among: Self.keys) }
        let key = String(entry.path[entry.path.index(after: close)...].dropFirst())
        guard !key.isEmpty else { return }
        let name = String(key.prefix { $0 != "[" })
        guard Self.keys.contains(name) else {
            throw KioskConfig.unknown(entry, file, among: Self.keys.map { "rule.\($0)" })
        }
        tables[index, default: [:]][key] = entry
    }

    /// The known rules and those of the file after them; a rule of a known name takes its place.
    func rules(after known: [PortraitRule]) throws(KioskError) -> [PortraitRule] {
        var rules = known
        for (_, table) in tables.sorted(by: { $0.key < $1.key }) {
            let rule = try rule(table, known: rules)
            rules.removeAll { $0.name == rule.name }
            rules.append(rule)
        }
        return rules
    }

    private typealias Table = [String: ConfigEntry]

    private func rule(_ table: Table, known: [PortraitRule]) throws(KioskError) -> PortraitRule {
        guard let name = table["name"], case .text(let text) = name.value, !text.isEmpty else {
            let line = table.values.map(\.line).min() ?? 0
            throw KioskError(.configType, "\(file):\(line) rule.name", detail: "text in quotes")
        }
        var rule = try base(table, known)
        rule.name = text
        rule.size.width = try whole(table, "width", 64...4096) ?? rule.size.width
        rule.size.height = try whole(table, "height", 64...4096) ?? rule.size.height
        rule.dpi = try whole(table, "dpi", 1...2400) ?? rule.dpi
        rule.leastQuality = try whole(table, "quality", 1...100) ?? rule.leastQuality
        rule.hairTop = try range(table, "hair_top") ?? rule.hairTop
        rule.eyes = try range(table, "eyes") ?? rule.eyes
        rule.faceWidth = try range(table, "face_width") ?? rule.faceWidth
        rule.centring = try range(table, "centring") ?? rule.centring
        if let bytes = try range(table, "bytes") {
            rule.bytes = Int(bytes.lowerBound)...Int(bytes.upperBound)
        }
        rule.backdrop = try backdrop(table) ?? rule.backdrop
        return rule
    }

    private func base(_ table: Table, _ known: [PortraitRule]) throws(KioskError) -> PortraitRule {
        guard let entry = table["base"] else { return .chsi }
        guard case .text(let name) = entry.value, let rule = known.first(where: { $0.name == name })
        else {
            throw KioskError(
                .configRange, entry.place(in: file),
                detail: known.map(\.name).joined(separator: " | "))
        }
        return rule
    }

    private func whole(_ table: Table, _ key: String, _ allowed: ClosedRange<Int>)
        throws(KioskError) -> Int?
    {
        guard let entry = table[key] else { return nil }
        guard case .whole(let number) = entry.value else {
            throw KioskError(.configType, entry.place(in: file), detail: "a whole number")
        }
        guard allowed.contains(number) else {
            throw KioskError(
                .configRange, entry.place(in: file),
                detail: "\(allowed.lowerBound) … \(allowed.upperBound)")
        }
        return number
    }

    /// A pair `[low, high]` with 0 ≤ low < high: an empty window is an error of the configuration.
    private func range(_ table: Table, _ key: String) throws(KioskError) -> ClosedRange<Double>? {
        guard let entry = table[key] else { return nil }
        let values = numbers(table, key)
        guard values.count == 2 else {
            throw KioskError(.configType, entry.place(in: file), detail: "[low, high]")
        }
        guard values[0] >= 0, values[0] < values[1], values[1] <= 1e9 else {
            throw KioskError(.configRange, entry.place(in: file), detail: "0 ≤ low < high")
        }
        return values[0]...values[1]
    }

    private func backdrop(_ table: Table) throws(KioskError) -> PortraitRule.Backdrop? {
        guard let entry = table["backdrop"] else { return nil }
        let values = numbers(table, "backdrop")
        guard values.count == 3, values.allSatisfy({ (0...255).contains($0) }) else {
            throw KioskError(
                .configRange, entry.place(in: file), detail: "[red, green, blue], 0 … 255")
        }
        return PortraitRule.Backdrop(
            red: Int(values[0]), green: Int(values[1]), blue: Int(values[2]))
    }

    private func numbers(_ table: Table, _ key: String) -> [Double] {
        var values: [Double] = []
        while let entry = table["\(key)[\(values.count)]"] {
            switch entry.value {
            case .whole(let number): values.append(Double(number))
            case .number(let number): values.append(number)
            default: return []
            }
        }
        return values
    }
}
