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

    /// The mean of some meshes of one face in one picture: of each point, and of how sure they are; nil of
    /// none.
    public static func mean(of meshes: [FaceMesh]) -> FaceMesh? {
        guard !meshes.isEmpty else { return nil }
        let count = Double(meshes.count)
        func mean(_ value: (FaceMesh) -> Double) -> Double {
            meshes.reduce(0) { $0 + value($1) } / count
        }
        let places = (0..<Self.count).map { index in
            Place(
                point: Point(
                    x: mean { $0.places[index].point.x }, y: mean { $0.places[index].point.y }),
                depth: mean { $0.places[index].depth })
        }
        return FaceMesh(places: places, presence: mean(\.presence))
    }

    private init(places: [Place], presence: Double) {
        (self.places, self.presence) = (places, presence)
    }

    /// A point by its number.
    subscript(index: Int) -> Point { places[index].point }

    /// The middle of some points.
    func mean(_ indices: [Int]) -> Point {
        let count = Double(max(1, indices.count))
        return Point(
            x: indices.reduce(0) { $0 + places[$1].point.x } / count,
            y: indices.reduce(0) { $0 + places[$1].point.y } / count)
    }

    /// The middle of the eye on the picture's left: of six points of its rim.
    public var leftEye: Point { mean(MeshPoints.leftEye) }
    /// The middle of the eye on the picture's right.
    public var rightEye: Point { mean(MeshPoints.rightEye) }

    /// The lowest point of the chin, which lies 5 % farther from the eyes than the mesh's: that one lies on
    /// the chin's front (1 to 8 % on drawn heads, of which it is known; people's chins were not measured).
    public var chin: Point {
        let (eyes, front) = (Point.middle(leftEye, rightEye), self[MeshPoints.chin])
        return Point(x: eyes.x + 1.05 * (front.x - eyes.x), y: eyes.y + 1.05 * (front.y - eyes.y))
    }

    /// The columns of the cheeks.
    public var cheeks: ClosedRange<Double> {
        let columns = MeshPoints.outline.map { places[$0].point.x }
        return (columns.min() ?? 0)...(columns.max() ?? 0)
    }

    /// All points from the camera's side: to the right, up, and to the camera.
    var space: [SpacePoint] {
        places.map { SpacePoint(x: $0.point.x, y: -$0.point.y, z: -$0.depth) }
    }

    /// The square to look at next: half as large again as the points, its upper side along the eyes.
    public var square: TurnedSquare {
        let (left, right) = (
            self[MeshPoints.outerCorners.left], self[MeshPoints.outerCorners.right]
        )
        let direction = Point(x: right.x - left.x, y: right.y - left.y)
        let turned = TurnedSquare(middle: Point(x: 0, y: 0), side: 1, along: direction)
        let upright = places.map { turned.inSquare($0.point) }
        let (x, y) = (Span(upright.map(\.x)), Span(upright.map(\.y)))
        return TurnedSquare(
            middle: turned.inPicture(Point(x: x.middle, y: y.middle)),
            side: 1.5 * max(x.length, y.length), along: direction)
    }

    /// The squares that the iris model is shown, the picture's left eye first: 2.3 times as wide as the eye,
    /// as MediaPipe has it.
    public var eyeSquares: (left: TurnedSquare, right: TurnedSquare) {
        func square(_ corners: (left: Int, right: Int)) -> TurnedSquare {
            let (left, right) = (self[corners.left], self[corners.right])
            return TurnedSquare(
                middle: .middle(left, right), side: 2.3 * left.distance(to: right),
                along: Point(x: right.x - left.x, y: right.y - left.y))
        }
        return (square(MeshPoints.leftCorners), square(MeshPoints.rightCorners))
    }

    /// Whether nearly all of it lies in a picture; else the picture's edge cuts the face, and what lies outside
    /// is guessed.
    public func isWhole(in size: Size) -> Bool {
        let inside = places.count {
            $0.point.x >= 0 && $0.point.y >= 0 && $0.point.x <= Double(size.width)
                && $0.point.y <= Double(size.height)
        }
        return inside * 20 >= Self.count * 19
    }

    /// Whether a box is of this face: its middle lies in the mesh's inner half.
    public func contains(_ box: BoxedFace) -> Bool {
        box.middle.distance(to: square.middle) < 0.25 * square.side
    }

    /// Whether both are of one face: the middle of one lies in the inner half of the other, or the smaller one,
    /// which is a part of it, within its outline.
    public func isSame(as other: FaceMesh) -> Bool {
        let (own, others) = (square, other.square)
        let (less, more) = (min(own.side, others.side), max(own.side, others.side))
        let reach = less < 0.6 * more ? 0.34 : 0.25
        return own.middle.distance(to: others.middle) < reach * more
    }
}

/// From the least of some numbers to the greatest.
private struct Span {
    let (least, greatest): (Double, Double)

    init(_ numbers: [Double]) {
        (least, greatest) = (numbers.min() ?? 0, numbers.max() ?? 0)
    }

    var length: Double { greatest - least }
    var middle: Double { (least + greatest) / 2 }
}

extension Point {
    /// How far another point is.
    public func distance(to other: Point) -> Double {
        let (dx, dy) = (x - other.x, y - other.y)
        return (dx * dx + dy * dy).squareRoot()
    }
}
