/// Tables that a spreadsheet program opens without harm: UTF-8 with BOM, CRLF, numbers that are
/// names kept as text (RFC 4180).
struct CSV {
    private(set) var text = "\u{FEFF}"

    init(header: [String]) { add(header) }

    /// Adds a line.
    mutating func add(_ fields: [String]) {
        text += fields.map(Self.field).joined(separator: ",") + "\r\n"
    }

    /// A field: quoted where it has to be. What begins like a formula gets an apostrophe in front,
    /// so that no spreadsheet program computes it.
    static func field(_ value: String) -> String {
        let isFormula = value.first.map { "=+-@\t\r".contains($0) } ?? false
        let safe = isFormula ? "'" + value : value
        guard safe.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return safe }
        return "\"" + safe.replacing("\"", with: "\"\"") + "\""
    }
}
