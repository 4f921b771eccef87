/// What typed characters mean, the same for every view.
public enum KeyReading {
    /// The keys behind a text. A digit begins an ID number, and so does the H or M of a home return
    /// permit, or `#` for any other; from there on all letters and digits are the number's until
    /// Enter or Esc.
    /// Unknown characters are nothing.
    ///
    /// - Parameter typing: what is being typed already.
    public static func keys(of text: String, _ typing: Typing) -> [BoothKey] {
        var typing = typing
        return text.compactMap { character in
            let key = typing == .text ? textKey(character) : key(character, typing)
            switch key {
            case .character where typing == .keys, .beginNumber: typing = .number
            case .openFile: typing = .text
            case .export: typing = .number
            case .enter, .cancel: typing = .keys
            default: break
            }
            return key
        }
    }

    private static func textKey(_ character: Character) -> BoothKey? {
        switch character {
        case "\n", "\r", "\r\n": .enter
        case "\u{7F}", "\u{08}": .backspace
        case "\u{1B}": .cancel
        default: character.isNewline ? nil : .character(character)
        }
    }

    private static func key(_ character: Character, _ typing: Typing) -> BoothKey? {
        switch character {
        case "0"..."9", "０"..."９": .character(character)
        case "#", "＃": .beginNumber
        case "?", "？": .guide
        case " ": .shootOrAccept
        case "\n", "\r", "\r\n": .enter
        case "\u{7F}", "\u{08}": .backspace
        case "\u{1B}": .cancel
        default: isLetter(character) ? letter(character, isTyping: typing == .number) : nil
        }
    }

    private static func letter(_ character: Character, isTyping: Bool) -> BoothKey? {
        guard !isTyping else { return .character(character) }
        return switch character {
        case "r", "R": .retake
        case "c", "C": .cancel
        case "q", "Q": .endOfDay
        case "n", "N": .nextStudent
        case "a", "A": .setAside
        case "u", "U": .undo
        case "e", "E": .export
        case "o", "O": .openFile
        case "g", "G": .guide
        case "h", "H", "m", "M": .character(character)
        default: nil
        }
    }

    /// A to Z, in full width too, as a Chinese keyboard may send them.
    private static func isLetter(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1
        else {
            return false
        }
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: return true
        default: return false
        }
    }
}
