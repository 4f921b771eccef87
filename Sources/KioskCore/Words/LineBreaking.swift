/// How a text is laid into lines, by the rules of Chinese print: no line begins with what closes or ends with what
/// opens, a number keeps its measure word, a word of letters and a key with what it does stay whole.
public enum LineBreaking {
    /// A text in lines of a width at most; a word that is wider than a line is broken where it must be.
    ///
    /// - Parameter measure: how wide a text is when it stands in one line.
    public static func lines(
        of text: String, width: Int, measure: (String) -> Int
    ) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
            lines(ofParagraph: $0, width, measure)
        }
    }

    /// The first of some lines, the last of them ended by an ellipsis where there are more.
    public static func first(
        _ count: Int, of lines: [String], width: Int, measure: (String) -> Int
    ) -> [String] {
        let count = max(1, count)
        guard lines.count > count else { return lines }
        var last = lines[count - 1]
        while !last.isEmpty, measure(last + "…") > width { last.removeLast() }
        return lines[..<(count - 1)] + [last + "…"]
    }

    private static func lines(
        ofParagraph text: Substring, _ width: Int, _ measure: (String) -> Int
    ) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces(of: text).flatMap({ fitting($0, width, measure) }) {
            if line.isEmpty || measure((line + piece).withoutBlanksAtEnd) <= width {
                line += piece
            } else {
                lines.append(line.withoutBlanksAtEnd)
                line = piece.drop { $0 == " " }.description
            }
        }
        return lines + [line.withoutBlanksAtEnd]
    }

    /// A piece whole where a line holds it, else what it is made of.
    private static func fitting(
        _ piece: Substring, _ width: Int, _ measure: (String) -> Int
    ) -> [String] {
        let whole = String(piece)
        guard measure(whole.withoutBlanksAtEnd) > width else { return [whole] }
        let parts = pieces(of: piece, isTight: true)
        guard parts.count > 1 else { return letters(of: piece, width, measure) }
        return parts.flatMap { part -> [String] in
            measure(String(part).withoutBlanksAtEnd) <= width
                ? [String(part)] : letters(of: part, width, measure)
        }
    }

    /// The letters of a word, each with what closes behind it.
    private static func letters(
        of word: Substring, _ width: Int, _ measure: (String) -> Int
    ) -> [String] {
        word.reduce(into: []) { letters, letter in
            if let last = letters.last, last != " ", closing.contains(letter) || letter == " ",
                measure((last + String(letter)).withoutBlanksAtEnd) <= width
            {
                letters[letters.count - 1].append(letter)
            } else {
                letters.append(String(letter))
            }
        }
    }

    /// The parts of a line between which it may be broken; blanks stand at their ends. Where it is tight, keys and
    /// numbers with their measure words are broken too.
    static func pieces(of line: Substring, isTight: Bool = false) -> [Substring] {
        var pieces: [Substring] = []
        var (start, depth) = (line.startIndex, 0)
        var before: Substring.Index?
        for index in line.indices {
            if let before, depth == 0, mayBreak(line, before, index, isTight) {
                pieces.append(line[start..<index])
                start = index
            }
            if !isTight, "[［".contains(line[index]) { depth += 1 }
            if !isTight, "]］".contains(line[index]) { depth = max(0, depth - 1) }
            before = index
        }
        return start < line.endIndex ? pieces + [line[start...]] : pieces
    }

    private static let closing = Set("，。、：；？！）”’』」》】〉］…—～％,.;:?!)]}%>")
    private static let opening = Set("（“‘『「《【〈［([{<￥$#")

    /// Whether a line may end between two neighbours.
    private static func mayBreak(
        _ line: Substring, _ first: Substring.Index, _ second: Substring.Index, _ isTight: Bool
    ) -> Bool {
        let (a, b) = (line[first], line[second])
        if b == " " || closing.contains(b) && !(a == " ") || opening.contains(a) { return false }
        guard a != " " else { return isTight || !isMeasured(line, first, b) }
        if a.isDigit, b.isIdeograph { return isTight }
        // A long path is broken behind its folders.
        if a == "/" { return first > line.startIndex && line[line.index(before: first)].isWord }
        return a.isIdeograph || b.isIdeograph || closing.contains(a) && !b.isWord
    }

    /// Whether a blank stands between a number and its measure word.
    private static func isMeasured(
        _ line: Substring, _ blank: Substring.Index, _ next: Character
    ) -> Bool {
        guard next.isIdeograph, blank > line.startIndex else { return false }
        return line[line.index(before: blank)].isDigit
    }
}

extension Character {
    /// Whether it is written without blanks between words: Chinese, and the signs of its print.
    fileprivate var isIdeograph: Bool {
        guard let scalar = unicodeScalars.first else { return false }
        return switch scalar.value {
        case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFD:
            true
        default: false
        }
    }

    /// Whether it is part of a word that blanks end.
    fileprivate var isWord: Bool { self != " " && !isIdeograph }
}

extension String {
    fileprivate var withoutBlanksAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
