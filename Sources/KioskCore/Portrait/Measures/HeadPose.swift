/// How a head is held, degrees.
public struct HeadPose: Hashable, Sendable {
    /// The tilt: positive where the eye on the picture's right is the lower one.
    public var roll: Double
    /// The turn: positive where the face points to the picture's right; nil without landmarks.
    public var yaw: Double?
    /// The nod: positive where the chin is up; nil without landmarks.
    public var pitch: Double?

    /// The pose of a face, from its pupils, landmarks, nostrils and the line of its lips.
    init(landmarks: FaceLandmarks, leftPupil: Point, rightPupil: Point, gray: GrayImage) {
        roll = Angle.degrees(
            across: rightPupil.x - leftPupil.x, down: rightPupil.y - leftPupil.y)
        let frame = HeadFrame(leftPupil: leftPupil, rightPupil: rightPupil)
        yaw = Self.angle(Self.yawFeatures(landmarks, frame), Self.yawWeights)
        pitch = Self.angle(Self.pitchFeatures(landmarks, frame, gray), Self.pitchWeights)
    }

    /// Only the tilt is known.
    init(roll: Double) { self.roll = roll }

    /// What moves across when a head turns: nose tip, bridge and mouth by how far they lie before
    /// the eyes, and the eye that is farther away gets narrower.
    static func yawFeatures(_ points: FaceLandmarks, _ frame: HeadFrame) -> [Double] {
        func across(_ indices: some Sequence<Int>) -> Double {
            frame.place(of: points.mean(indices)).x
        }
        func width(_ left: Int, _ right: Int) -> Double { across([right]) - across([left]) }
        return [
            across([29, 30, 33]), across([27, 28]), across([31, 35]), across(48...67),
            width(36, 39) - width(42, 45), across([8]),
        ]
    }

    /// What moves up when the chin goes up: the nose's tip more than its base, that more than the
    /// lips.
    static func pitchFeatures(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> [Double]
    {
        func down(_ indices: some Sequence<Int>) -> Double {
            frame.place(of: points.mean(indices)).y
        }
        return [
            nostrils(points, frame, gray) ?? down(31...35) - 0.03,
            lips(points, frame, gray) ?? down([62, 66]),
            down([29, 30]), down(31...35), down(48...67), down([27]),
            down([37, 38, 43, 44]) - down([40, 41, 46, 47]),
        ]
    }

    private static func nostrils(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> Double?
    {
        let unit = frame.unit
        let rows = [-0.048, 0.048].compactMap { side -> Double? in
            let (x, y) = (points[33].x + side * unit, points[33].y)
            return DarkRow.find(
                in: gray, columns: x - 0.03 * unit...x + 0.03 * unit,
                rows: y - 0.09 * unit...y + 0.035 * unit, share: 0.25)
        }
        guard rows.count == 2 else { return nil }
        return frame.place(of: Point(x: points[33].x, y: (rows[0] + rows[1]) / 2)).y
    }

    private static func lips(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> Double?
    {
        let (x, reach) = (points[62].x, 0.06 * frame.unit)
        let (top, bottom) = (points[62].y, max(points[62].y, points[66].y))
        return DarkRow.find(
            in: gray, columns: x - reach...x + reach,
            rows: top - 0.045 * frame.unit...bottom + 0.045 * frame.unit, share: 0.5
        ).map { frame.place(of: Point(x: x, y: $0)).y }
    }

    private static func angle(_ features: [Double], _ weights: Weights) -> Double {
        zip(zip(features, weights.means), weights.degrees)
            .reduce(0) { $0 + ($1.0.0 - $1.0.1) * $1.1 }
    }

    /// The mean of each feature in a level face, and the degrees that one face width of it counts.
    struct Weights {
        let means: [Double]
        let degrees: [Double]
    }

    static let yawWeights = Weights(means: [], degrees: [])
    static let pitchWeights = Weights(means: [], degrees: [])
}

/// A head's own places: face widths from the middle of the pupils, across and down, the head's tilt
/// taken out.
struct HeadFrame {
    /// The face's width by the distance of its eyes, px: pupils are 0.444 of it apart.
    let unit: Double
    private let middle: Point
    private let along: (x: Double, y: Double)

    init(leftPupil: Point, rightPupil: Point) {
        let distance = max(1, leftPupil.distance(to: rightPupil))
        unit = distance / 0.444
        middle = .middle(leftPupil, rightPupil)
        along = ((rightPupil.x - leftPupil.x) / distance, (rightPupil.y - leftPupil.y) / distance)
    }

    /// The place of a pixel in the head.
    func place(of point: Point) -> Point {
        let (dx, dy) = ((point.x - middle.x) / unit, (point.y - middle.y) / unit)
        return Point(x: dx * along.x + dy * along.y, y: dy * along.x - dx * along.y)
    }

    /// The pixel of a place in the head.
    func pixel(_ u: Double, _ v: Double) -> Point {
        Point(
            x: middle.x + unit * (u * along.x - v * along.y),
            y: middle.y + unit * (u * along.y + v * along.x))
    }
}
