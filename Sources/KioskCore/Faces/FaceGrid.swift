/// The places of a picture that a detector looks at, and what it says of each: MediaPipe's BlazeFace.
public struct FaceGrid: Sendable {
    /// The picture's pixels along a side.
    public let edge: Int
    /// Rows of places, and how many looks are taken at each place, one grid behind the other.
    let grids: [(rows: Int, looks: Int)]

    /// Full range: 192 px, one look at each of 48 × 48 places.
    public static let fullRange = FaceGrid(edge: 192, grids: [(48, 1)])
    /// Short range: 128 px, two looks at each of 16 × 16 places and six at each of 8 × 8.
    public static let shortRange = FaceGrid(edge: 128, grids: [(16, 2), (8, 6)])

    /// Looks in all.
    public var count: Int { grids.reduce(0) { $0 + $1.rows * $1.rows * $1.looks } }

    /// The middle of each look's place, sides from 0 to 1.
    private var places: [Point] {
        grids.flatMap { rows, looks in
            (0..<rows * rows * looks).map { index in
                let place = index / looks
                return Point(
                    x: (Double(place % rows) + 0.5) / Double(rows),
                    y: (Double(place / rows) + 0.5) / Double(rows))
            }
        }
    }

    /// The faces that are at least as sure as `least`, surest first, each once, in the square.
    ///
    /// - Parameters:
    ///   - boxes: sixteen numbers a look: middle, sides and six points, px from the look's place.
    ///   - scores: a number a look, the more the surer; 0 is as likely as not.
    public func faces(boxes: [Float], scores: [Float], least: Double) -> [BoxedFace] {
        guard boxes.count == 16 * count, scores.count == count else { return [] }
        let threshold = Float(Logistic.number(of: least))
        let found = places.enumerated().compactMap { look, place in
            scores[look] >= threshold
                ? face(Array(boxes[16 * look..<16 * look + 16]), scores[look], place) : nil
        }
        return Self.merged(found.sorted { $0.score > $1.score })
    }

    private func face(_ numbers: [Float], _ score: Float, _ place: Point) -> BoxedFace? {
        let parts = numbers.map { Double($0) / Double(edge) }
        guard parts.allSatisfy(\.isFinite), parts[2] > 0, parts[3] > 0 else { return nil }
        func point(_ index: Int) -> Point {
            Point(x: place.x + parts[index], y: place.y + parts[index + 1])
        }
        return BoxedFace(
            middle: point(0), width: parts[2], height: parts[3],
            points: (0..<6).map { point(4 + 2 * $0) }, score: Logistic.share(of: Double(score)))
    }

    /// Boxes that overlap by a third are one face: their mean by how sure each is.
    private static func merged(_ faces: [BoxedFace]) -> [BoxedFace] {
        var (rest, result) = (faces[...], [BoxedFace]())
        while let first = rest.first {
            let isOther = { (face: BoxedFace) in face.overlap(first) <= 0.3 }
            result.append(mean(rest.filter { !isOther($0) }, score: first.score))
            rest = rest.filter(isOther)[...]
        }
        return result
    }

    private static func mean(_ faces: [BoxedFace], score: Double) -> BoxedFace {
        let weight = faces.reduce(0) { $0 + $1.score }
        func mean(_ value: (BoxedFace) -> Double) -> Double {
            faces.reduce(0) { $0 + value($1) * $1.score } / weight
        }
        return BoxedFace(
            middle: Point(x: mean(\.middle.x), y: mean(\.middle.y)), width: mean(\.width),
            height: mean(\.height),
            points: (0..<6).map { index in
                Point(x: mean { $0.points[index].x }, y: mean { $0.points[index].y })
            }, score: score)
    }
}
