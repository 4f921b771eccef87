extension KioskConfig {
    /// The defaults, changed by what a file says.
    ///
    /// - Parameters:
    ///   - entries: the file's keys in any order, as the TOML reader lists them.
    ///   - file: the file's name, for errors.
    /// - Throws: `config.unknown`, `config.type`, `config.range` or `config.rule`, each with file,
    ///   line and key, and what is allowed.
    public init(entries: [ConfigEntry], file: String) throws(KioskError) {
        self.init()
        let keys = Dictionary(ConfigKey.all.map { ($0.path, $0) }) { first, _ in first }
        let names = Set(keys.keys).union(ConfigKey.retired)
        let tables = Set(names.compactMap { $0.split(separator: ".").first.map(String.init) })
        var rules = RuleEntries(file: file)
        var layouts = LayoutEntries(file: file)
        for entry in entries where !(entry.value == .table && tables.contains(entry.path)) {
            if entry.path == "rule" || entry.path.hasPrefix("rule[") {
                try rules.take(entry)
                continue
            }
            if entry.path == "layout" || entry.path.hasPrefix("layout[") {
                try layouts.take(entry)
                continue
            }
            guard try !takeControl(entry, file) else { continue }
            guard !ConfigKey.retired.contains(entry.path) else {
                retiredKeys.append(entry.place(in: file))
                continue
            }
            guard let key = keys[entry.path] else {
                throw Self.unknown(entry, file, among: Array(keys.keys))
            }
            try key.check(entry, file)
            key.set(&self, entry.value)
        }
        self.rules = try rules.rules(after: self.rules)
        ownLayouts = try layouts.layouts()
        _ = try self.layouts(named: [])
        guard self.rules.contains(where: { $0.name == ruleName }) else {
            throw KioskError(
                .configRule, ruleName, detail: self.rules.map(\.name).joined(separator: ", "))
        }
    }

    /// Takes a key of `[camera.controls]` or `[camera.scan]`, whose names are the camera's own and
    /// are checked when it is opened; false for any other key.
    private mutating func takeControl(_ entry: ConfigEntry, _ file: String) throws(KioskError)
        -> Bool
    {
        guard let table = ["camera.controls", "camera.scan"].first(where: entry.path.hasPrefix)
        else { return false }
        guard entry.path != table else { return entry.value == .table }
        guard entry.path.dropFirst(table.count).first == "." else { return false }
        let place = entry.place(in: file)
        guard let value = ControlSetting.Value(entry.value) else {
            throw KioskError(.configType, place, detail: "a whole number, true, false or a text")
        }
        let setting = ControlSetting(
            name: String(entry.path.dropFirst(table.count + 1)), value: value, place: place)
        if table == "camera.scan" {
            camera.scanControls.append(setting)
        } else {
            camera.portraitControls.append(setting)
        }
        return true
    }

    /// An error about a key that does not exist, with the nearest one that does.
    static func unknown(_ entry: ConfigEntry, _ file: String, among names: [String]) -> KioskError {
        let nearest = names.sorted().min {
            editDistance($0, entry.path) < editDistance($1, entry.path)
        }
        return KioskError(
            .configUnknown, entry.place(in: file), detail: nearest.map { "→ \($0)?" } ?? "")
    }
}

extension ControlSetting.Value {
    fileprivate init?(_ value: ConfigValue) {
        switch value {
        case .whole(let number): self = .number(number)
        case .flag(let flag): self = .flag(flag)
        case .text(let text): self = .text(text)
        case .number, .table, .array, .other: return nil
        }
    }
}

extension ConfigEntry {
    /// Where the entry stands, for people: `kiosk.conf:12 codes.rate`.
    func place(in file: String) -> String { "\(file):\(line) \(path)" }
}

extension ConfigKey {
    fileprivate func check(_ entry: ConfigEntry, _ file: String) throws(KioskError) {
        let place = entry.place(in: file)
        switch (kind, entry.value) {
        case (.text, .text), (.flag, .flag): return
        case (.choice(let names), .text(let text)):
            guard !names.contains(text) else { return }
        case (.form(_, let isRight), .text(let text)):
            guard !text.isEmpty, !isRight(text) else { return }
        case (.checked(_, let isRight), .text(let text)):
            guard !isRight(text) else { return }
        case (.numbers(let numbers), .whole(let number)):
            guard !numbers.contains(number) else { return }
        case (.whole(let range), .whole(let number)):
            guard !range.contains(number) else { return }
        case (.number(let range), .number(let number)):
            guard !range.contains(number) else { return }
        case (.number(let range), .whole(let number)):
            guard !range.contains(Double(number)) else { return }
        default: throw KioskError(.configType, place, detail: typeName)
        }
        throw KioskError(.configRange, place, detail: allowed)
    }
}

/// How many characters have to be put in, left out or changed to make one text the other
/// (Levenshtein, 1966).
func editDistance(_ first: String, _ second: String) -> Int {
    let target = Array(second)
    var row = Array(0...target.count)
    for (index, character) in first.enumerated() {
        var diagonal = row[0]
        row[0] = index + 1
        for column in target.indices {
            let change = diagonal + (character == target[column] ? 0 : 1)
            diagonal = row[column + 1]
            row[column + 1] = min(change, row[column] + 1, diagonal + 1)
        }
    }
    return row[target.count]
}
