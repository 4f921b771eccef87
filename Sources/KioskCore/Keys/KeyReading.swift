/// What keys mean, the same for every view.
public enum KeyReading {
    /// The keys behind a text that comes through a pipe, where each character is a key. A digit begins
    /// an ID number, and so does the H or M of a home return permit, or `#` for any other; from there
    /// on all letters and digits are the number's until Enter or Esc. Unknown characters are nothing.
    ///
    /// - Parameter typing: what is being typed already.
    public static func keys(of text: String, _ typing: Typing) -> [BoothKey] {
        var typing = typing
        return text.compactMap { character in
            let key = key(KeyStroke.Key(character), typing)
            switch key {
            case .character where typing == .keys, .beginNumber: typing = .number
            case .openFile, .beginClass: typing = .text
            case .export: typing = .number
            case .enter, .cancel, .leave: typing = .keys
            default: break
            }
            return key
        }
    }

    /// The keys that read a code from a picture file, as if its path were typed; where that cannot be now, the one
    /// that says so.
    public static func keys(ofFile path: String, _ booth: Booth) -> [BoothKey] {
        guard ButtonWords.all(booth).contains(where: { $0.key == .openFile }) else {
            return [.openFile]
        }
        // The first key only takes the card away.
        let first: [BoothKey] = booth.isGuideShown ? [.leave] : []
        return first + [.openFile] + path.map { .character($0) } + [.enter]
    }

    /// The keys of one press, or of one burst (see `KeyReader`).
    static func keys(of strokes: [KeyStroke], _ typing: Typing) -> [BoothKey] {
        guard strokes.count > 1 else {
            return strokes.compactMap { key($0.key, typing) }
        }
        let burst = KeyBurst(strokes)
        return typing == .text ? burst.text : burst.number(typing)
    }

    /// What a key means that was pressed alone.
    private static func key(_ key: KeyStroke.Key, _ typing: Typing) -> BoothKey? {
        switch key {
        case .enter: .enter
        case .backspace: .backspace
        case .escape: .leave
        case .other: nil
        case .character(let character):
            typing == .text
                ? .character(character) : Self.key(character, isTyping: typing == .number)
        }
    }

    private static func key(_ character: Character, isTyping: Bool) -> BoothKey? {
        switch character {
        case "0"..."9", "０"..."９": .character(character)
        case "＃": .beginNumber
        case "?", "？": .guide
        default: character.isLatinLetter ? letter(character, isTyping) : command(character)
        }
    }

    /// A letter is the number's while one is typed; H and M begin one (home return permits).
    private static func letter(_ character: Character, _ isTyping: Bool) -> BoothKey? {
        guard !isTyping else { return .character(character) }
        let beginsNumber = "hHmM".contains(character)
        return beginsNumber ? .character(character) : command(character)
    }

    private static func command(_ character: Character) -> BoothKey? {
        character.lowercased().first.flatMap { KeyCommand.of($0)?.key }
    }
}

extension KeyStroke.Key {
    /// The key behind a character of a text or a terminal.
    init(_ character: Character) {
        switch character {
        case "\n", "\r", "\r\n": self = .enter
        case "\u{7F}", "\u{08}": self = .backspace
        case "\u{1B}": self = .escape
        default: self = character.isPrintable ? .character(character) : .other
        }
    }
}

extension Character {
    /// Whether it is more than a control character or a line's end.
    fileprivate var isPrintable: Bool {
        !isNewline && unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    }

    /// A to Z, in full width too, as a Chinese keyboard may send them.
    var isLatinLetter: Bool {
        guard let scalar = unicodeScalars.first, unicodeScalars.count == 1 else { return false }
        return switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: true
        default: false
        }
    }

    /// 0 to 9, in full width too.
    var isDigit: Bool {
        switch self {
        case "0"..."9", "０"..."９": true
        default: false
        }
    }
}
