/// Tables that a spreadsheet program opens without harm: UTF-8 with BOM, CRLF, numbers that are
/// names kept as text (RFC 4180).
struct CSV {
    /// The table's bytes so far.
    private(set) var bytes = Array("\u{FEFF}".utf8)

    /// - Parameter room: the bytes that there will be, about: a list that grows is copied, and twice as long for a while.
    init(header: [String], room: Int = 0) {
        bytes.reserveCapacity(room)
        add(header)
    }

    /// Adds a line.
    mutating func add(_ fields: [String]) {
        bytes += (fields.map(Self.field).joined(separator: ",") + "\r\n").utf8
    }

    /// Adds a line whose last field is Base64: it needs no quotes and must stay as it is, even
    /// where it begins with `+`. There is no formula in its alphabet.
    mutating func add(_ fields: [String], base64: String) {
        bytes += ((fields.map(Self.field) + [base64]).joined(separator: ",") + "\r\n").utf8
    }

    /// Bytes, not characters: CR LF is one character and neither CR nor LF.
    private static let quoted = Set(",\"\r\n".utf8)
    private static let formula = Set("=+-@\t\r\n".utf8)

    /// A field: quoted where it has to be. What begins like a formula gets an apostrophe in front,
    /// so that no spreadsheet program computes it.
    static func field(_ value: String) -> String {
        let isFormula = value.utf8.first.map(formula.contains) ?? false
        let safe = isFormula ? "'" + value : value
        guard safe.utf8.contains(where: quoted.contains) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
