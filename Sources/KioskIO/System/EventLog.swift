import Foundation
public import KioskCore

/// What happened, a JSON object a line: events, times and reasons, nothing of a person.
///
/// A value is a number, a truth or a name out of the program's own enumerations. Free text cannot
/// get in: no name, number, code or path can be logged, by mistake either.
public final class EventLog: Sendable {
    /// A value of a line.
    public struct Value: Sendable {
        let text: String

        /// A whole number.
        public static func whole(_ number: Int) -> Value { Value(text: "\(number)") }

        /// A number with three decimals.
        public static func number(_ number: Double) -> Value {
            Value(text: "\((number * 1000).rounded() / 1000)")
        }

        /// A word of the program's text.
        public static func word(_ word: StaticString) -> Value { Value(text: "\"\(word)\"") }

        /// A camera's pixel format: four letters and digits, anything else a point.
        public static func format(_ format: FourCC) -> Value {
            let letters = format.description.map {
                $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "."
            }
            return Value(text: "\"\(String(letters))\"")
        }

        /// A name of one of the program's enumerations.
        public static func name<Name: RawRepresentable<String> & CaseIterable>(_ name: Name)
            -> Value
        {
            Value(text: "\"\(name.rawValue)\"")
        }
    }

    private static let largest = 8 << 20
    private let file: Int32

    /// Opens a log, or begins it; one larger than 8 MB is put aside as `….1` first.
    ///
    /// - Throws: `file.foreign`, `file.permission`, `file.create`, `file.write` or `disk.full`.
    public init(path: String) throws(KioskError) {
        var status = stat()
        if lstat(path.onDisk, &status) == 0, Int(status.st_size) > Self.largest {
            rename(path.onDisk, (path + ".1").onDisk)
        }
        file = try OwnFile.openLines(path)
    }

    deinit { close(file) }

    /// Adds a line: the wall clock's time, the event, its values. A log that cannot be written ends
    /// no sitting.
    public func add(_ event: StaticString, _ values: KeyValuePairs<StaticString, Value> = [:]) {
        let fields = values.map { ",\"\($0.key)\":\($0.value.text)" }.joined()
        let line = "{\"at\":\"\(WallClock.now().iso8601)\",\"event\":\"\(event)\"\(fields)}\n"
        _ = FileAccess.writeAll(Array(line.utf8), to: file)
    }
}
