/// A citizen's number by GB 11643-1999, or another document's number as the person gave it;
/// always in upper case without spaces.
public struct IDNumber: Hashable, Sendable {
    /// The characters, upper case: `11010519491231002X`.
    public let text: String

    /// The number typed or read from a card; nil where nothing is left of it.
    ///
    /// Full-width characters and `x` become what is meant, blanks are dropped.
    public init?(_ typed: String) {
        let half = typed.unicodeScalars.compactMap(Self.halfWidth)
        let kept = String(String.UnicodeScalarView(half)).uppercased()
        guard !kept.isEmpty, kept.count <= 20, kept.allSatisfy(Self.isAllowed) else { return nil }
        text = kept
    }

    /// The number for people to see: `**************002X`.
    public var masked: String { Mask.number(text) }

    /// Whether the text is 18 digits (the last may be X) whose check character is right
    /// (GB 11643: weights below, sum mod 11).
    public var hasRightCheck: Bool {
        let characters = Array(text.utf8)
        guard characters.count == 18, characters.dropLast().allSatisfy({ $0 >= 48 && $0 <= 57 })
        else { return false }
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(weights, characters).reduce(0) { $0 + $1.0 * Int($1.1 - 48) }
        return Array("10X98765432".utf8)[sum % 11] == characters[17]
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber)
    }

    private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x20, 0x3000, 0x09, 0xA0, 0xFEFF: nil
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0)
        default: scalar
        }
    }
}
