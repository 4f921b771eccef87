/// How wide texts are on a terminal, in columns, and how they are laid into rows.
///
/// Characters whose width hangs on the terminal's settings (Unicode Annex 11, class A) count as two:
/// a row that is shorter than it could be is better than one that wraps where nobody knows.
public enum TextColumns {
    /// A text's width.
    public static func width(of text: String) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    static func width(of character: Character) -> Int {
        guard let scalar = character.unicodeScalars.first else { return 0 }
        return switch scalar.value {
        case 0..<0x20, 0x7F: 0
        case 0x20..<0xA1: 1
        case 0xA1...0xFF, 0x2010...0x27BF: 2
        case 0x1100...0x115F, 0x2E80...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F: 2
        case 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x3FFFD: 2
        default: 1
        }
    }

    /// A text in rows of so many columns at most.
    public static func rows(of text: String, columns: Int) -> [String] {
        LineBreaking.lines(of: text, width: max(2, columns), measure: width)
    }
}
