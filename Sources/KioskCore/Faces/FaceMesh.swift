/// The 468 points of a face that MediaPipe's mesh model gives, in a picture.
public struct FaceMesh: Hashable, Sendable {
    /// How many.
    public static let count = 468

    /// A point: px to the right and down, and how far it lies behind the head's middle, px.
    public struct Place: Hashable, Sendable {
        /// To the right and down.
        public var point: Point
        /// Away from the camera.
        public var depth: Double
    }

    /// All points, by their numbers.
    public let places: [Place]
    /// How sure the model is that it was shown a face, 0 to 1.
    public let presence: Double

    /// The mesh of the model's numbers.
    ///
    /// - Parameters:
    ///   - numbers: x, y and z of each point, px of the square it was shown.
    ///   - presence: the model's number for that.
    ///   - square: what it was shown.
    ///   - edge: that square's pixels along a side.
    public init?(numbers: [Float], presence: Float, of square: TurnedSquare, edge: Int) {
        guard numbers.count == 3 * Self.count, numbers.allSatisfy(\.isFinite), presence.isFinite
        else { return nil }
        places = (0..<Self.count).map { index in
            let parts = (0..<3).map { Double(numbers[3 * index + $0]) / Double(edge) }
            return Place(
                point: square.inPicture(Point(x: parts[0], y: parts[1])),
                depth: parts[2] * square.side)
        }
        self.presence = Logistic.share(of: Double(presence))
    }

    /// The outer corner of the eye on the picture's left, and of that on its right.
    public var eyeCorners: (left: Point, right: Point) { (places[33].point, places[263].point) }

    /// The square to look at next: half as large again as the points, its upper side along the eyes.
    public var square: TurnedSquare {
        let (left, right) = eyeCorners
        let direction = Point(x: right.x - left.x, y: right.y - left.y)
        let turned = TurnedSquare(middle: Point(x: 0, y: 0), side: 1, along: direction)
        let upright = places.map { turned.inSquare($0.point) }
        let (xs, ys) = (upright.map(\.x).sorted(), upright.map(\.y).sorted())
        let (width, height) = (xs[xs.count - 1] - xs[0], ys[ys.count - 1] - ys[0])
        let middle = turned.inPicture(
            Point(x: xs[0] + width / 2, y: ys[0] + height / 2))
        return TurnedSquare(middle: middle, side: 1.5 * max(width, height), along: direction)
    }
}
