/// What a reader says of one code in a picture.
public struct FoundCode: Hashable, Sendable {
    /// What is known of it.
    public enum Content: Hashable, Sendable {
        /// It was read.
        case code(CaptureCode)
        /// It is one of several that are one text together (structured append).
        case part(CodePart)
        /// A code stands there, whose content does not add up.
        case unreadable
    }

    /// What is known of it.
    public var content: Content
    /// Its outline, px of the picture that was looked at.
    public var outline: [Point]

    /// What was found, with its outline.
    public init(_ content: Content, outline: [Point]) {
        (self.content, self.outline) = (content, outline)
    }

    /// The code, where it was read.
    public var code: CaptureCode? {
        if case .code(let code) = content { code } else { nil }
    }
}

/// One of several codes that are one text together (ISO/IEC 18004, 8: structured append).
public struct CodePart: Hashable, Sendable {
    /// Its content, where it is known.
    public var bytes: [UInt8]
    /// Its place, from 0 on.
    public var number: Int
    /// How many there are, 2 to 16.
    public var count: Int
    /// Exclusive or of all bytes of all parts.
    public var parity: UInt8

    /// A part.
    public init(bytes: [UInt8], number: Int, count: Int, parity: UInt8) {
        (self.bytes, self.number, self.count, self.parity) = (bytes, number, count, parity)
    }

    /// The text of all parts: nil where one is missing, two differ, or they do not add up.
    static func joined(_ parts: [CodePart]) -> [UInt8]? {
        guard let first = parts.first, (2...16).contains(first.count) else { return nil }
        var known: [Int: [UInt8]] = [:]
        for part in parts {
            guard part.count == first.count, part.parity == first.parity,
                known[part.number, default: part.bytes] == part.bytes
            else { return nil }
            known[part.number] = part.bytes
        }
        let bytes = (0..<first.count).compactMap { known[$0] }
        guard bytes.count == first.count else { return nil }
        let whole = Array(bytes.joined())
        return whole.reduce(0, ^) == first.parity ? whole : nil
    }
}
