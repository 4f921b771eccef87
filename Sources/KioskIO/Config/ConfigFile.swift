import CTOML
import Foundation
public import KioskCore

/// kiosk.conf: where it is, and what stands in it.
public enum ConfigFile {
    /// The file in force: the named one, else the first of `$XDG_CONFIG_HOME/kiosk/kiosk.conf` and
    /// `/etc/kiosk/kiosk.conf` that is there; nil where none is. Never one of the folder one happens to stand in:
    /// it may be anybody's.
    public static func inForce(_ named: String?) -> String? {
        named ?? standardPlaces().first(where: FileAccess.exists)
    }

    /// The configuration in force, where there is no file the shipped defaults.
    ///
    /// - Throws: `config.*`, or `file.permission`.
    public static func load(_ named: String?) throws(KioskError) -> KioskConfig {
        guard let path = inForce(named) else { return KioskConfig() }
        let bytes = try FileAccess.read(
            path, missing: .configMissing, most: mostBytes)
        return try KioskConfig(entries: entries(bytes, file: path), file: path)
    }

    // MARK: changing it

    /// Writes settings into the operator's own kiosk.conf and leaves every other line as it is: into the named file,
    /// else into the user's. Where there is none yet it begins as what was in force.
    ///
    /// - Returns: the configuration as it is then.
    /// - Throws: `config.written` where the file is written in a way that the change cannot be made in; `config.*`,
    ///   or `file.*`. The file is whole in every case.
    public static func save(_ changes: [ConfigChange], named: String?) throws(KioskError)
        -> KioskConfig
    {
        // Who keeps the settings elsewhere keeps the link.
        let path = FileAccess.followed(named ?? standardPlaces()[0])
        var text = "# kiosk.conf: what differs from the shipped settings\n"
        if let source = inForce(named), FileAccess.exists(source) {
            let bytes = try FileAccess.read(source, missing: .configMissing, most: mostBytes)
            // What is no TOML, not being UTF-8 either, is not changed.
            _ = try entries(bytes, file: source)
            text = String(decoding: bytes, as: UTF8.self)
        }
        for change in changes { text = try changed(text, change, path) }
        let config = try KioskConfig(entries: entries(Array(text.utf8), file: path), file: path)
        if named == nil { try FileAccess.makeFolder(FileAccess.parent(of: path)) }
        var old = stat()
        let isThere = stat(path, &old) == 0
        try FileAccess.write(Array(text.utf8), to: path, replacing: true)
        // Who else could read the settings still can.
        if isThere { chmod(path, old.st_mode & 0o777) }
        return config
    }

    /// A text with one change, read again to see that it says that and nothing else.
    private static func changed(_ text: String, _ change: ConfigChange, _ path: String)
        throws(KioskError) -> String
    {
        let before = try entries(Array(text.utf8), file: path)
        let new = change.made(in: text, before)
        let after = (try? entries(Array(new.utf8), file: path)) ?? []
        var wanted = values(before)
        wanted[change.path] = change.value
        guard values(after) == wanted else {
            throw KioskError(.configWritten, path, detail: change.path)
        }
        return new
    }

    private static func values(_ entries: [ConfigEntry]) -> [String: ConfigValue] {
        let keys = entries.filter { $0.value != .table }.map { ($0.path, $0.value) }
        return Dictionary(keys) { _, last in last }
    }

    /// No settings are longer: a kiosk.conf without an end is refused at once.
    private static let mostBytes = 256 << 10

    private static func standardPlaces() -> [String] {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "") + "/.config"
        return [home + "/kiosk/kiosk.conf", "/etc/kiosk/kiosk.conf"]
    }

    /// Every key of a TOML document with its place.
    ///
    /// - Throws: `config.syntax` with line and column.
    public static func entries(_ document: [UInt8], file: String) throws(KioskError)
        -> [ConfigEntry]
    {
        if let place = TOMLNesting.tooDeep(document) {
            throw KioskError(
                .configSyntax, "\(file):\(place.line):\(place.column)", detail: "nested too deep")
        }
        let collected = Collected()
        var message = [CChar](repeating: 0, count: 512)
        var (line, column): (UInt32, UInt32) = (0, 0)
        let status = document.withUnsafeBytes { bytes in
            ctoml_parse(
                bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, collect,
                Unmanaged.passUnretained(collected).toOpaque(), &message, message.count, &line,
                &column)
        }
        guard status == 0 else {
            let words = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw KioskError(
                .configSyntax, "\(file):\(line):\(column)",
                detail: String(decoding: words, as: UTF8.self))
        }
        return collected.entries
    }

    private final class Collected {
        var entries: [ConfigEntry] = []
    }

    private static let collect: ctoml_visit = { context, entry in
        guard let context, let entry = entry?.pointee else { return }
        let path = UnsafeRawBufferPointer(start: entry.path, count: entry.path_length)
        let collected = Unmanaged<Collected>.fromOpaque(context).takeUnretainedValue()
        collected.entries.append(
            ConfigEntry(
                path: String(decoding: path, as: UTF8.self), value: value(of: entry),
                line: Int(entry.line),
                column: Int(entry.column)))
    }

    private static func value(of entry: ctoml_entry) -> ConfigValue {
        switch entry.kind {
        case CTOML_STRING:
            let bytes = UnsafeRawBufferPointer(start: entry.text, count: entry.text_length)
            return .text(String(decoding: bytes, as: UTF8.self))
        case CTOML_INTEGER: return .whole(Int(entry.integer))
        case CTOML_FLOAT: return .number(entry.number)
        case CTOML_BOOLEAN: return .flag(entry.integer != 0)
        case CTOML_TABLE: return .table
        case CTOML_ARRAY: return .array
        default: return .other
        }
    }
}
