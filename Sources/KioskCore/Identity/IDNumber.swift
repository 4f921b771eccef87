/// A number that tells who a person is, as the registers write it: upper case, without blanks.
public struct IDNumber: Hashable, Sendable {
    /// The characters: `11010519491231002X`.
    public let text: String

    /// The number typed or read from a card; nil where nothing is left of it, or what no document
    /// has.
    ///
    /// Full-width characters and `x` become what is meant, blanks and brackets are dropped.
    public init?(_ typed: String) {
        let half = typed.unicodeScalars.compactMap(Self.halfWidth)
        let kept = String(String.UnicodeScalarView(half)).uppercased()
        guard !kept.isEmpty, kept.count <= 20, kept.allSatisfy(Self.isAllowed) else { return nil }
        text = kept
    }

    /// The number for people to see: `**************002X`.
    public var masked: String { Mask.number(text) }

    /// Whether the text is 18 digits (the last may be X) whose check character is right.
    public var hasRightCheck: Bool {
        let characters = Array(text.utf8)
        guard characters.count == 18, let check = Self.checkCharacter(characters.dropLast()) else {
            return false
        }
        return check == characters[17]
    }

    /// The check character of 17 digits; nil where there are others among them (GB 11643-1999:
    /// weights below, sum mod 11).
    static func checkCharacter(_ digits: some Collection<UInt8>) -> UInt8? {
        guard digits.count == 17, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, digits).reduce(0) { $0 + $1.0 * Int($1.1 - 0x30) }
        return Array("10X98765432".utf8)[sum % 11]
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20, 0x3000, 0x09, 0xA0, 0xFEFF, 0x28, 0x29, 0xFF08, 0xFF09: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        default: scalar
        }
    }
}
