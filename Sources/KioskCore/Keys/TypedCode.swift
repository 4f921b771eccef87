/// A code that a hand-held scanner types: Base64 survives a keyboard as American and Chinese ones are laid out.
public enum TypedCode {
    /// Shorter texts are numbers, or a cat; longer ones no code holds (ISO/IEC 18004, version 40-L).
    private static let lengths = 60...2_953
    /// A key that is held down sends few characters.
    private static let leastKinds = 12

    /// The bytes of a code that was typed at once; nil where the characters are none.
    static func bytes(of characters: [Character]) -> [UInt8]? {
        let bytes = characters.compactMap(\.asciiValue)
        guard bytes.count == characters.count, lengths.contains(bytes.count),
            Set(bytes).count >= leastKinds
        else { return nil }
        let padding = bytes.reversed().prefix { $0 == UInt8(ascii: "=") }.count
        return padding <= 2 && bytes.dropLast(padding).allSatisfy(isBase64) ? bytes : nil
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"),
            UInt8(ascii: "-"), UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Whether anything in the text shows that its letters came as they were sent, or with Caps Lock on. An encrypted
    /// text shows nothing of it.
    static func showsCase(_ bytes: [UInt8]) -> Bool {
        let code = CaptureCode(bytes: bytes, reader: "keyboard")
        return code.fields.form == .base64JSON || isSwapped(code)
    }

    /// Whether the text makes sense only with large letters for small ones: Caps Lock is on.
    static func isSwapped(_ code: CaptureCode) -> Bool {
        guard code.fields.form == .opaque else { return false }
        let swapped = code.bytes.map { byte in
            UnicodeScalar(byte).properties.isAlphabetic ? byte ^ 0x20 : byte
        }
        return CodeFields(parsing: swapped).form == .base64JSON
    }
}
