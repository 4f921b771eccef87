/// Makes keys of the bytes that a terminal sends: UTF-8, control characters, and the sequences of keys
/// that have no character (ECMA-48, 5.4; xterm's and the Linux console's), which begin with the
/// byte of Esc and would else be Esc and letters.
public struct TerminalKeys: Sendable {
    /// Where in a sequence the next byte stands.
    private enum Place {
        case ground
        /// After ESC.
        case escape
        /// After ESC [: parameters until a final byte.
        case control
        /// After ESC O, or ESC [ [ on a console: one more byte.
        case single
        /// In a text for the terminal (ESC ] and its kin), until BEL or ESC \.
        case string
        /// Within a character of several bytes; so many are missing.
        case character(Int)
    }

    /// A terminal sends a sequence at once. After this long ESC was the key itself, ns.
    public static let patience: Int64 = 50_000_000

    private var place = Place.ground
    private var bytes: [UInt8] = []
    private var at: Int64 = 0
    private var strokes: [KeyStroke] = []

    /// A terminal that has sent nothing.
    public init() {}

    /// The keys that bytes complete, read at that time, ns.
    public mutating func take(_ new: some Sequence<UInt8>, at time: Int64) -> [KeyStroke] {
        let begun = settled(at: time)
        at = time
        for byte in new { take(byte) }
        defer { strokes = [] }
        return begun + strokes
    }

    /// The key that bytes turn out to have been, when nothing has followed them for a while.
    public mutating func settled(at time: Int64) -> [KeyStroke] {
        if case .ground = place { return [] }
        guard time - at > Self.patience else { return [] }
        defer { (place, bytes) = (.ground, []) }
        if case .escape = place { return [KeyStroke(.escape, at: at)] }
        return [KeyStroke(.other, at: at)]
    }

    private mutating func add(_ key: KeyStroke.Key) {
        strokes.append(KeyStroke(key, at: at))
        (place, bytes) = (.ground, [])
    }

    private mutating func take(_ byte: UInt8) {
        switch place {
        case .ground: begin(byte)
        case .escape: afterEscape(byte)
        case .control: inControl(byte)
        case .single: add(.other)
        case .string: inString(byte)
        case .character(let missing): inCharacter(byte, missing)
        }
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0x1B: place = .escape
        case 0x0A, 0x0D: add(.enter)
        case 0x08, 0x7F: add(.backspace)
        case 0x20..<0x7F: add(.character(Character(UnicodeScalar(byte))))
        case 0xC2..<0xE0: (place, bytes) = (.character(1), [byte])
        case 0xE0..<0xF0: (place, bytes) = (.character(2), [byte])
        case 0xF0..<0xF5: (place, bytes) = (.character(3), [byte])
        default: add(.other)
        }
    }

    /// Esc pressed twice is Esc and another one; with a letter it is Alt.
    private mutating func afterEscape(_ byte: UInt8) {
        switch byte {
        case 0x5B: place = .control
        case 0x4F: place = .single
        case 0x5D, 0x50, 0x58, 0x5E, 0x5F: place = .string
        case 0x1B:
            add(.escape)
            place = .escape
        default: add(.other)
        }
    }

    private mutating func inControl(_ byte: UInt8) {
        switch byte {
        case 0x5B where bytes.isEmpty: place = .single
        case 0x20..<0x40 where bytes.count < 32: bytes.append(byte)
        case 0x1B:
            add(.other)
            place = .escape
        default: add(.other)
        }
    }

    private mutating func inString(_ byte: UInt8) {
        switch byte {
        case 0x07: add(.other)
        case 0x1B:
            add(.other)
            place = .escape
        default: break
        }
    }

    private mutating func inCharacter(_ byte: UInt8, _ missing: Int) {
        guard byte & 0xC0 == 0x80 else {
            add(.other)
            return begin(byte)
        }
        bytes.append(byte)
        guard missing == 1 else { return place = .character(missing - 1) }
        guard let text = String(validating: bytes, as: UTF8.self), let character = text.first
        else { return add(.other) }
        add(KeyStroke.Key(character))
    }
}
