/// What typed characters mean, the same for every view.
public enum KeyReading {
    /// The keys behind a text. Digits begin an ID number, and X goes on with one; any other letter
    /// is a key of its own, and unknown ones are nothing.
    ///
    /// - Parameter isTyping: whether a number is being typed already.
    public static func keys(of text: String, isTyping: Bool) -> [BoothKey] {
        var isTyping = isTyping
        return text.compactMap { character in
            let key = key(character, isTyping: isTyping)
            switch key {
            case .character: isTyping = true
            case .enter, .cancel: isTyping = false
            default: break
            }
            return key
        }
    }

    private static func key(_ character: Character, isTyping: Bool) -> BoothKey? {
        switch character {
        case "0"..."9", "０"..."９": .character(character)
        case "x", "X", "ｘ", "Ｘ": isTyping ? .character("X") : nil
        case " ": .shootOrAccept
        case "\n", "\r", "\r\n": .enter
        case "\u{7F}", "\u{08}": .backspace
        case "r", "R": .retake
        case "c", "C", "\u{1B}": .cancel
        case "q", "Q": .endOfDay
        default: nil
        }
    }
}
