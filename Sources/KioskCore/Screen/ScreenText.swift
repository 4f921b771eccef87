/// A text on the counter's screen, with its place.
public struct ScreenText: Hashable, Sendable {
    /// What a text is for.
    public enum Role: String, CaseIterable, Sendable {
        case state, hint, countdown, caption, name, number, verdict, check, message, trouble, notice
        case keys, counts, guide
    }

    /// How large a text is, in units of the layout.
    public enum Size: Int, CaseIterable, Sendable {
        case small = 19
        case normal = 23
        case large = 32
        case huge = 46
    }

    /// What it is for.
    public var role: Role
    /// The text, wrapped at its place's right edge and cut at its lower one.
    public var text: String
    /// How large it is.
    public var size: Size
    /// Its colour.
    public var tint: ScreenTint
    /// Where it stands, units of the layout.
    public var place: Rect
    /// Whether it stands in the middle of its place, from left to right.
    public var isCentred = false

    /// Gives a text's height when it is wrapped at a width, both in units of the layout: what the font
    /// says.
    public typealias Measure = (_ text: String, Size, _ width: Int) -> Int
}

/// A filled rectangle on the counter's screen.
public struct ScreenPanel: Hashable, Sendable {
    /// Where, units of the layout.
    public var place: Rect
    /// Its colour.
    public var tint: ScreenTint
}

/// The colours of the screen.
public enum ScreenTint: CaseIterable, Sendable {
    case background, panel, text, quiet, good, warn, bad
    /// Dark letters, and the light ground of a card.
    case ink, paper
}

extension Rect {
    /// The rectangle without a margin on each side.
    public func inset(_ margin: Int) -> Rect {
        Rect(
            x: x + margin, y: y + margin, width: width - 2 * margin, height: height - 2 * margin)
    }
}
