/// What a key does to the windows themselves; the booth knows nothing of it. The window's keys, the help and the
/// READMEs follow this table.
public enum WindowCommand: CaseIterable, Hashable, Sendable {
    /// The operator's and the student's view change places.
    case swapViews
    /// Sound on and off.
    case mute

    /// What stands on its key.
    public var cap: String {
        switch self {
        case .swapViews: "F2"
        case .mute: "F3"
        }
    }

    /// What it is for, in a line of the help.
    public var purpose: Phrase {
        switch self {
        case .swapViews:
            Phrase(
                zh: "两块屏幕互换；只有一块屏幕时，学生操作时显示学生画面",
                en: "change the two displays; on one, the student's view while the student acts")
        case .mute: Phrase(zh: "声音开关", en: "sound on and off")
        }
    }
}
