/// A face as a detector sees it: a box and six points, in a square whose sides run from 0 to 1, or in px.
public struct BoxedFace: Hashable, Sendable {
    /// The box's middle.
    public var middle: Point
    /// Its sides.
    public var (width, height): (Double, Double)
    /// The eye on the picture's left, the one on its right, nose, mouth, and the ears in that order.
    public var points: [Point]
    /// How sure it is, 0 to 1.
    public var score: Double

    /// A face of those parts.
    public init(middle: Point, width: Double, height: Double, points: [Point], score: Double) {
        (self.middle, self.points, self.score) = (middle, points, score)
        (self.width, self.height) = (width, height)
    }

    /// The share of what both boxes cover together that both cover.
    func overlap(_ other: BoxedFace) -> Double {
        func shared(_ one: Double, _ side: Double, _ two: Double, _ other: Double) -> Double {
            max(0, min(one + side / 2, two + other / 2) - max(one - side / 2, two - other / 2))
        }
        let both =
            shared(middle.x, width, other.middle.x, other.width)
            * shared(middle.y, height, other.middle.y, other.height)
        let all = width * height + other.width * other.height - both
        return all > 0 ? both / all : 0
    }

    /// The same in a picture of which the square shows a part.
    public func inPicture(_ square: TurnedSquare) -> BoxedFace {
        BoxedFace(
            middle: square.inPicture(middle), width: width * square.side,
            height: height * square.side, points: points.map(square.inPicture), score: score)
    }

    /// The square that the mesh model is shown: half as large again as the box, its upper side along the
    /// eyes.
    public var meshSquare: TurnedSquare {
        let direction = Point(x: points[1].x - points[0].x, y: points[1].y - points[0].y)
        return TurnedSquare(middle: middle, side: 1.5 * max(width, height), along: direction)
    }
}
