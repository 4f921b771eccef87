/// Names of files as text: Linux allows any bytes in them, and a folder unpacked from a Windows zip has
/// names in GBK.
///
/// A byte that belongs to no UTF-8 becomes a character of its own in the last private plane, from
/// U+10FF80 on, and becomes that byte again where the file is opened. Where a name has such a character itself,
/// each of its bytes does: no two names have one text.
public enum PathText {
    private static let first: UInt32 = 0x10FF00

    /// The text of a name's bytes.
    public static func text(_ bytes: some Collection<UInt8>) -> String {
        var rest = Array(bytes)[...]
        var text = ""
        while !rest.isEmpty {
            if let whole = plain(rest) { return text + whole }
            let length = (1...4).first { plain(rest.prefix($0))?.unicodeScalars.count == 1 }
            if let length, let one = plain(rest.prefix(length)) {
                text += one
            } else if let scalar = rest.first.flatMap({ Unicode.Scalar(first + UInt32($0)) }) {
                text.unicodeScalars.append(scalar)
            }
            rest = rest.dropFirst(length ?? 1)
        }
        return text
    }

    /// UTF-8 without a character that stands for a byte; nil for anything else.
    private static func plain(_ bytes: ArraySlice<UInt8>) -> String? {
        guard let text = String(validating: bytes, as: UTF8.self),
            text.unicodeScalars.allSatisfy({ byte($0) == nil })
        else { return nil }
        return text
    }

    /// The bytes of a name's text.
    public static func bytes(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            byte(scalar).map { [$0] } ?? Array(String(scalar).utf8)
        }
    }

    /// The text to be shown: a byte that is no character as `\xNN`.
    ///
    /// - Parameter mark: what stands before the two digits; JSON has to escape its backslash.
    public static func shown(_ text: String, mark: String = "\\x") -> String {
        guard text.unicodeScalars.contains(where: { byte($0) != nil }) else { return text }
        return text.unicodeScalars.reduce(into: "") { shown, scalar in
            guard let byte = byte(scalar) else { return shown.unicodeScalars.append(scalar) }
            shown += mark + String(byte, radix: 16, uppercase: true)
        }
    }

    private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
        (first + 0x80...first + 0xFF).contains(scalar.value) ? UInt8(scalar.value - first) : nil
    }
}
