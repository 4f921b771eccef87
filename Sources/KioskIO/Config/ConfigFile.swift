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
