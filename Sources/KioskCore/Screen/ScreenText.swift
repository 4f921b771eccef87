/// A text on a screen, with its place in pixels.
public struct ScreenText: Hashable, Sendable {
    /// What a text is for.
    public enum Role: String, CaseIterable, Sendable {
        case headline, advice, countdown, caption, name, number, check, message, trouble, notice
        case button, cap, counts, guide, found
    }

    /// What it is for.
    public var role: Role
    /// The text, wrapped at its place's right edge and cut at its lower one.
    public var text: String
    /// The height of its letters, px: the font's size.
    public var size: Int
    /// Its colour.
    public var tint: ScreenTint
    /// The ground it stands on.
    public var ground: ScreenTint
    /// Where it stands.
    public var place: Rect
    /// Whether its lines stand in the middle of its place, from left to right.
    public var isCentred = false

    /// Gives a text's width and height when it is written so large and wrapped at a width, px: what the font says.
    public typealias Measure = (_ text: String, _ size: Int, _ width: Int) -> Size
}

/// Something that is painted, in the order of the list.
public enum ScreenItem: Hashable, Sendable {
    /// A filled rectangle.
    case panel(Rect, ScreenTint)
    /// A filled rectangle that is seen through: its share of what is seen, 0 to 1.
    case glaze(Rect, ScreenTint, Double)
    /// Filled triangles, three corners each.
    case triangles([ScreenPoint], ScreenTint)
    /// A text.
    case text(ScreenText)
    /// A picture, fitted into its place.
    case picture(ScreenPicture, Rect)
    /// The camera's picture, as it comes.
    case live(LiveView)
}

/// The portraits of the counter.
public enum ScreenPicture: Hashable, Sendable {
    /// The portrait under review.
    case portrait
    /// The portrait that was stored just now.
    case stored
    /// The earlier portrait that is asked about.
    case earlier
    /// One of the session's, by its sequence number.
    case found(Int)
}

/// The colours of the screen. Go, warn, stop and info never stand without an icon and words.
public enum ScreenTint: CaseIterable, Sendable {
    case background, panel, raised, text, quiet, go, warn, stop, info
    /// Dark letters, and the light ground of a card.
    case ink, paper
    /// The flash.
    case white

    /// Red, green and blue, 0 to 255 each (sRGB). Teal stands for go, because deuteranopes and protanopes tell it
    /// from the red of stop.
    public var rgb: (red: UInt8, green: UInt8, blue: UInt8) {
        switch self {
        case .background: (0x0F, 0x12, 0x16)
        case .panel: (0x1B, 0x20, 0x27)
        case .raised: (0x26, 0x2D, 0x36)
        case .text: (0xF5, 0xF7, 0xFA)
        case .quiet: (0xB2, 0xBC, 0xC8)
        case .go: (0x2D, 0xD4, 0xBF)
        case .warn: (0xFF, 0xC4, 0x3D)
        case .stop: (0xFF, 0x6B, 0x5E)
        case .info: (0x60, 0xB4, 0xFF)
        case .ink: (0x0F, 0x12, 0x16)
        case .paper: (0xFA, 0xFA, 0xF6)
        case .white: (0xFF, 0xFF, 0xFF)
        }
    }
}

extension Rect {
    /// The rectangle without a margin on each side.
    public func inset(_ margin: Int) -> Rect {
        Rect(
            x: x + margin, y: y + margin, width: max(0, width - 2 * margin),
            height: max(0, height - 2 * margin))
    }
}
