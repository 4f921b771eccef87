import KioskCore

/// What a terminal of some width shows after the bytes that a program sent it: characters, line ends,
/// the cursor's way up, and what is erased (as xterm does).
public struct TerminalPicture {
    /// The rows from the first one on, those that have scrolled away included.
    public private(set) var rows: [[Character]] = [[]]
    /// Every row that was ever wrapped by the terminal because it was too long.
    public private(set) var wrapped = 0

    private let columns: Int
    private var (row, column) = (0, 0)

    /// A terminal so wide, after that text.
    public init(columns: Int, after text: String) {
        self.columns = columns
        var rest = Array(text.unicodeScalars)[...]
        while let scalar = rest.first {
            rest = rest.dropFirst()
            if scalar == "\u{1B}" {
                rest = sequence(rest)
            } else {
                put(Character(scalar))
            }
        }
    }

    /// The last rows that are not empty, blanks at their ends left out.
    public var text: [String] {
        let lines = rows.map { row in
            var text = String(row.filter { $0 != "\u{0}" })
            while text.last == " " { text.removeLast() }
            return text
        }
        return Array(lines.prefix((lines.lastIndex { !$0.isEmpty } ?? -1) + 1))
    }

    private mutating func put(_ character: Character) {
        switch character {
        case "\r": column = 0
        case "\n": down()
        default:
            guard let scalar = character.unicodeScalars.first, scalar.value >= 0x20 else { return }
            draw(character, width: TextColumns.width(of: String(character)))
        }
    }

    private mutating func down() {
        row += 1
        if row == rows.count { rows.append([]) }
    }

    private mutating func draw(_ character: Character, width: Int) {
        if column + width > columns {
            wrapped += 1
            column = 0
            down()
        }
        while rows[row].count < column + width { rows[row].append(" ") }
        rows[row][column] = character
        if width == 2 { rows[row][column + 1] = "\u{0}" }
        column += width
    }

    /// A control sequence behind ESC; what follows it.
    private mutating func sequence(_ rest: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar>
    {
        guard rest.first == "[" else { return rest.dropFirst() }
        let inner = rest.dropFirst().prefix { !(0x40...0x7E).contains($0.value) }
        let after = rest.dropFirst(1 + inner.count)
        let number = Int(String(String.UnicodeScalarView(inner))) ?? 1
        switch after.first {
        case "A": row = max(0, row - number)
        case "J":
            rows = Array(rows[...row])
            rows[row] = Array(rows[row].prefix(column))
        case "K": rows[row] = Array(rows[row].prefix(column))
        default: break
        }
        return after.dropFirst()
    }
}
