/// A square somewhere in a picture, turned about its middle: what a face model is shown.
public struct TurnedSquare: Hashable, Sendable {
    /// Its middle, px.
    public var middle: Point
    /// Its side, px.
    public var side: Double
    /// How far its right side points down: the sine and cosine of its turn.
    public var (sine, cosine): (Double, Double)

    /// A square whose upper side runs along a direction, to the right where that is nothing.
    public init(middle: Point, side: Double, along direction: Point = Point(x: 1, y: 0)) {
        let length = (direction.x * direction.x + direction.y * direction.y).squareRoot()
        (self.middle, self.side) = (middle, side)
        (sine, cosine) = length > 0 ? (direction.y / length, direction.x / length) : (0, 1)
    }

    /// The square around a whole picture, with bars at two of its sides.
    public init(around size: Size) {
        self.init(
            middle: Point(x: Double(size.width) / 2, y: Double(size.height) / 2),
            side: Double(max(size.width, size.height)))
    }

    /// How far another square is away and how much it differs in size, in shares of the side.
    public func change(to other: TurnedSquare) -> Double {
        let moved = middle.distance(to: other.middle) / max(side, 1e-9)
        return max(moved, abs(other.side - side) / max(side, 1e-9))
    }

    /// The same square, larger by a factor.
    public func scaled(by factor: Double) -> TurnedSquare {
        var copy = self
        copy.side *= factor
        return copy
    }

    /// The place in the picture of a place in the square, both sides of which run from 0 to 1.
    public func inPicture(_ place: Point) -> Point {
        let (across, down) = ((place.x - 0.5) * side, (place.y - 0.5) * side)
        return Point(
            x: middle.x + cosine * across - sine * down,
            y: middle.y + sine * across + cosine * down)
    }

    /// The place in the square of a place in the picture.
    public func inSquare(_ place: Point) -> Point {
        let (across, down) = (place.x - middle.x, place.y - middle.y)
        return Point(
            x: (cosine * across + sine * down) / side + 0.5,
            y: (cosine * down - sine * across) / side + 0.5)
    }
}
