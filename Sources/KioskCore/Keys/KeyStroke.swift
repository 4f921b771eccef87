/// A key as a keyboard, a card reader or a terminal sent it, before anyone knows what it means.
public struct KeyStroke: Hashable, Sendable {
    /// Which key.
    public enum Key: Hashable, Sendable {
        /// A letter, a digit, a sign, a blank.
        case character(Character)
        /// Enter, on the number pad too; a line's end that a reader sends.
        case enter
        /// Backspace.
        case backspace
        /// Esc.
        case escape
        /// A key that means nothing here: an arrow, F1, Ctrl with a letter, the edge of a paste.
        case other
    }

    /// Which key.
    public let key: Key
    /// When it was pressed, ns, by its source's own clock: not when we came to read it.
    public let at: Int64

    /// That key at that time.
    public init(_ key: Key, at: Int64) {
        self.key = key
        self.at = at
    }
}
