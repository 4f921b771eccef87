/// Characters that came faster than a person presses keys. They are never commands.
struct KeyBurst {
    /// What was sent up to the first Enter.
    private let body: [KeyStroke.Key]
    /// Whether an Enter ended it. Those that follow (CR LF, a key that bounces) belong to it.
    private let isEnded: Bool
    /// Whether more than Enters came behind it: with nothing before it, that is a cat.
    private let hasTail: Bool

    init(_ strokes: [KeyStroke]) {
        let keys = strokes.map(\.key)
        let end = keys.firstIndex(of: .enter)
        body = Array(keys[..<(end ?? keys.endIndex)])
        isEnded = end != nil
        hasTail = keys.dropFirst(body.count).contains { $0 != .enter && $0 != .other }
    }

    /// As a part of a path: text that was pasted or typed quickly.
    var text: [BoothKey] {
        let keys = body.compactMap { key -> BoothKey? in
            switch key {
            case .character(let character): .character(character)
            case .backspace: .backspace
            case .enter, .escape, .other: nil
            }
        }
        return keys.prefix(KeyReader.longest) + end
    }

    /// Whether nothing but characters was sent, and nothing after the end.
    private var isWhole: Bool { unpacked.allSatisfy { $0.character != nil } && !hasTail }

    private var end: [BoothKey] { isEnded ? [.enter] : [] }

    /// As a number or a part of one; `.burst` where it cannot be one.
    func number(_ typing: Typing) -> [BoothKey] {
        guard !body.allSatisfy({ $0 == .other }) else { return hasTail ? [.burst] : end }
        if let bytes = TypedCode.bytes(of: unpacked.compactMap(\.character)) {
            return isWhole ? [.code(bytes)] : [.burst]
        }
        guard let keys = numberKeys(typing) else { return [.burst] }
        return keys + end
    }

    private func numberKeys(_ typing: Typing) -> [BoothKey]? {
        let isMarked = body.first == .character("#") || body.first == .character("＃")
        let keys = isMarked ? Array(body.dropFirst()) : unpacked
        guard keys.count <= Self.longestNumber, keys.allSatisfy(Self.isOfNumber) else { return nil }
        let text = keys.compactMap(\.character)
        if text.count == keys.count {
            let isNumber = typing == .number || isMarked || Self.isNumber(text)
            return isNumber && !text.isEmpty ? [.number(String(text))] : nil
        }
        guard typing == .number else { return nil }
        return keys.map { $0.character.map(BoothKey.character) ?? .backspace }
    }

    /// What was pasted, without the marks at its edges. A single pasted letter stays between them: it is
    /// no key that was pressed.
    private var unpacked: [KeyStroke.Key] {
        let inner = body.drop { $0 == .other }.reversed().drop { $0 == .other }
        return inner.count >= Self.shortestWhole ? inner.reversed() : body
    }

    /// The longest number of any document has 18 characters; some more for what is struck out.
    private static let longestNumber = 30
    /// A reader sends a whole number; a quick hand a few digits of one.
    private static let shortestWhole = 7

    private static func isOfNumber(_ key: KeyStroke.Key) -> Bool {
        switch key {
        case .character(let character): character.isDigit || character.isLatinLetter
        case .backspace: true
        case .enter, .escape, .other: false
        }
    }

    /// Whether a text that nothing announced is a document's number: digits, with the three letters
    /// at most that passports and permits have. A word is not, nor is what a code holds.
    private static func isNumber(_ text: [Character]) -> Bool {
        let letters = text.count { !$0.isDigit }
        return letters == 0 || (shortestWhole...18).contains(text.count) && letters <= 3
    }
}

extension KeyStroke.Key {
    fileprivate var character: Character? {
        if case .character(let character) = self { character } else { nil }
    }
}
