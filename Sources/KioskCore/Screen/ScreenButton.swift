/// Something the operator can do now: a button with its key, as a value.
public struct ScreenButton: Hashable, Sendable {
    /// The key that does the same.
    public let key: BoothKey
    /// What it does.
    public let title: Phrase
    /// Whether it is what is done most often here: it stands first, and large.
    public var isPrimary = false
    /// Whether it would do something now; pressed all the same, it says why not.
    public var isEnabled = true

    /// What stands on its key.
    public var cap: Phrase {
        switch key {
        case .character(let character): Phrase(zh: String(character), en: String(character))
        case .enter: Phrase(zh: "回车", en: "Enter")
        case .leave: Phrase(zh: "Esc", en: "Esc")
        default: KeyCommand.of(key)?.cap ?? .empty
        }
    }

    /// The button as a part of a line: `[r retake]`.
    public var line: Phrase {
        guard title != .empty else { return Phrase(zh: "［\(cap.zh)］", en: "[\(cap.en)]") }
        return Phrase(zh: "［\(cap.zh) \(title.zh)］", en: "[\(cap.en) \(title.en)]")
    }
}
