/// Where the parts of the operator's view are, in pixels of a window of any size.
public struct ScreenAreas: Hashable, Sendable {
    /// The unit of all sizes: a hundredth of the height of a wide screen.
    public let unit: Double
    /// The unit of texts and buttons: `unit`, larger or smaller as the operator wants.
    public let textUnit: Double
    /// How the day goes.
    public let status: Rect
    /// What is to be done, in the state's colour.
    public let banner: Rect
    /// The camera's picture, or the portrait.
    public let stage: Rect
    /// Whose sitting it is, and what is to be known or decided.
    public let side: Rect
    /// Stage and side.
    public let middle: Rect
    /// The buttons.
    public let actions: Rect
    /// Whether the window is higher than wide: the side is below the stage then.
    public let isUpright: Bool

    /// The areas of a window.
    ///
    /// - Parameter textScale: how much larger than usual texts are, 0.8 to 1.6; the stage gives way.
    public init(_ size: Size, textScale: Double = 1) {
        let (width, height) = (Double(size.width), Double(size.height))
        isUpright = size.width <= size.height
        unit =
            isUpright
            ? min(0.0066 * height, 0.012 * width) : min(0.01 * height, 0.0068 * width)
        textUnit = unit * textScale
        let rows = Self.rows(size, textUnit, isUpright)
        (status, banner, actions) = (rows.status, rows.banner, rows.actions)
        middle = Rect(
            x: 0, y: banner.maxY, width: size.width, height: actions.y - banner.maxY)
        (stage, side) =
            isUpright
            ? Self.below(middle, height) : Self.beside(middle, width / height, unit)
    }

    private static func rows(
        _ size: Size, _ unit: Double, _ isUpright: Bool
    ) -> (status: Rect, banner: Rect, actions: Rect) {
        let (top, high) = (Int((5 * unit).rounded()), Int((13 * unit).rounded()))
        let bar = Int(((isUpright ? 23 : 12) * unit).rounded())
        return (
            Rect(x: 0, y: 0, width: size.width, height: top),
            Rect(x: 0, y: top, width: size.width, height: high),
            Rect(x: 0, y: size.height - bar, width: size.width, height: bar)
        )
    }

    /// Stage and side of a wide window: the nearer it is to a square, the more the side needs.
    private static func beside(
        _ middle: Rect, _ ratio: Double, _ unit: Double
    ) -> (stage: Rect, side: Rect) {
        let share = ratio < 1.5 ? 0.41 : 0.34
        let width = Int(max(share * Double(middle.width), 46 * unit).rounded())
        var (stage, side) = (middle, middle)
        stage.width = middle.width - width
        (side.x, side.width) = (stage.width, width)
        return (stage, side)
    }

    private static func below(_ middle: Rect, _ height: Double) -> (stage: Rect, side: Rect) {
        let high = min(Int(0.28 * height), middle.height / 2)
        var (stage, side) = (middle, middle)
        stage.height = middle.height - high
        (side.y, side.height) = (stage.maxY, high)
        return (stage, side)
    }
}

extension Rect {
    /// The first row below it.
    var maxY: Int { y + height }
    /// The first column right of it.
    var maxX: Int { x + width }

    /// The largest place for a picture of that size within it, in its middle.
    public func fitting(_ picture: Size) -> Rect {
        guard picture.width > 0, picture.height > 0 else { return self }
        let scale = min(
            Double(width) / Double(picture.width), Double(height) / Double(picture.height))
        let wide = Int((Double(picture.width) * scale).rounded())
        let high = Int((Double(picture.height) * scale).rounded())
        return Rect(
            x: x + (width - wide) / 2, y: y + (height - high) / 2, width: wide, height: high)
    }

    /// Whether all of another one is in it.
    public func holds(_ other: Rect) -> Bool {
        other.x >= x && other.y >= y && other.maxX <= maxX && other.maxY <= maxY
    }
}
