/// A view of the counter as a value: what a window paints, and what can be pressed in it.
public protocol CounterView {
    /// What is painted, in this order.
    var items: [ScreenItem] { get }
    /// What can be pressed by mouse or finger.
    var buttons: [PlacedButton] { get }
}

extension CounterView {
    /// The texts, in the order they are painted.
    public var texts: [ScreenText] {
        items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// What is pressed at a place of the window, px; empty where nothing is.
    public func keys(atX x: Int, y: Int) -> [BoothKey] {
        let point = Rect(x: x, y: y, width: 1, height: 1)
        return buttons.last { $0.place.holds(point) }?.keys ?? []
    }
}

/// A button where it can be pressed.
public struct PlacedButton: Hashable, Sendable {
    /// The keys that do the same.
    public let keys: [BoothKey]
    /// Where it is.
    public let place: Rect
}

/// How the views of a counter look, whatever they show.
public struct ScreenLook: Hashable, Sendable {
    /// The language of their texts.
    public var language: Language
    /// The rule whose frame is drawn.
    public var rule: PortraitRule
    /// Whether the camera's picture is shown as a mirror would.
    public var isMirrored: Bool
    /// How much larger than usual texts are, 0.8 to 1.6.
    public var textScale: Double
    /// Columns and rows of the camera's picture, upright; 0×0 before there is one.
    public var picture = Size(width: 0, height: 0)

    /// That look.
    public init(
        language: Language, rule: PortraitRule, isMirrored: Bool, textScale: Double = 1,
        picture: Size = Size(width: 0, height: 0)
    ) {
        (self.language, self.rule, self.isMirrored) = (language, rule, isMirrored)
        (self.textScale, self.picture) = (textScale, picture)
    }
}
