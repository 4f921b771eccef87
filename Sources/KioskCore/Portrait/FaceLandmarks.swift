/// The 68 points of the iBUG 300-W scheme (Sagonas et al., 2013) in pixels of one picture. Left and
/// right are the picture's.
public struct FaceLandmarks: Hashable, Sendable {
    /// The points: 0–16 jaw, 17–26 brows, 27–35 nose, 36–47 eyes, 48–59 outer lips, 60–67 inner lips.
    public let points: [Point]

    /// Those points; nil where they are not 68.
    public init?(_ points: [Point]) {
        guard points.count == 68 else { return nil }
        self.points = points
    }

    /// A point by its number.
    subscript(index: Int) -> Point { points[index] }

    /// The middle of some points.
    func mean(_ indices: some Sequence<Int>) -> Point {
        var (x, y, count) = (0.0, 0.0, 0.0)
        for index in indices {
            x += points[index].x
            y += points[index].y
            count += 1
        }
        return Point(x: x / count, y: y / count)
    }

    /// The middle of the eye on the picture's left: the mean of its six points.
    var leftEye: Point { mean(36...41) }
    /// The middle of the eye on the picture's right.
    var rightEye: Point { mean(42...47) }

    /// The same points in another picture.
    public func mapped(_ place: (Point) -> Point) -> FaceLandmarks {
        FaceLandmarks(unchecked: points.map(place))
    }

    private init(unchecked points: [Point]) { self.points = points }
}

extension Point {
    /// How far another point is.
    public func distance(to other: Point) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
