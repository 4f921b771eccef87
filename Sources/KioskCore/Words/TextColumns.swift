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

    /// A text in rows of so many columns at most, broken at blanks where there are any.
    public static func rows(of text: String, columns: Int) -> [String] {
        let columns = max(2, columns)
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            rows(ofLine: $0, columns)
        }
    }

    private static func rows(ofLine line: Substring, _ columns: Int) -> [String] {
        var rows: [String] = []
        var rest = line
        while width(of: String(rest)) > columns {
            let end = end(ofRow: rest, columns)
            rows.append(String(rest[..<end]).trimmingBlanks)
            rest = rest[end...].drop { $0 == " " }
        }
        return rows + [String(rest)]
    }

    /// Where a row ends: behind its last blank, or before the last key in brackets, unless that
    /// leaves more than half of it empty. A key and what it does stay together.
    private static func end(ofRow text: Substring, _ columns: Int) -> Substring.Index {
        var (used, depth) = (0, 0)
        var best: (index: Substring.Index, used: Int)?
        for index in text.indices {
            if "[［".contains(text[index]) {
                if used > 0, depth == 0 { best = (index, used) }
                depth += 1
            }
            let next = used + width(of: text[index])
            guard next <= columns else {
                if let best, 2 * best.used >= columns { return best.index }
                return index == text.startIndex ? text.index(after: index) : index
            }
            used = next
            if "]］".contains(text[index]) { depth = max(0, depth - 1) }
            if text[index] == " ", depth == 0 { best = (text.index(after: index), used) }
        }
        return text.endIndex
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
