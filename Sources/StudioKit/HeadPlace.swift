import KioskCore

/// Where a head is in the picture: face widths from the middle of the eyes become pixels.
struct HeadPlace: Hashable, Sendable {
    /// The point half-way between the eyes, px.
    var eyes: Point
    /// The face's width, cheek to cheek, px.
    var width: Double
    /// The tilt, degrees.
    var roll: Double

    /// The pixel of a place in the head; v goes down.
    func point(_ u: Double, _ v: Double) -> Point {
        let (sine, cosine) = Self.sineCosine(roll)
        return Point(
            x: eyes.x + width * (u * cosine - v * sine),
            y: eyes.y + width * (u * sine + v * cosine))
    }

    func points(_ places: [(Double, Double)]) -> [Point] { places.map { point($0.0, $0.1) } }

    /// The pixel of a place in the body, which does not tilt with the head.
    func bodyPoint(_ u: Double, _ v: Double) -> Point {
        Point(x: eyes.x + width * u, y: eyes.y + width * v)
    }

    /// By their series (Maclaurin), which is the same on every machine; exact to 1e-9 up to 30°.
    private static func sineCosine(_ degrees: Double) -> (Double, Double) {
        let angle = degrees * 0.017453292519943295
        let square = angle * angle
        let sine = angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42)))
        let cosine = 1 - square / 2 * (1 - square / 12 * (1 - square / 30 * (1 - square / 56)))
        return (sine, cosine)
    }
}

/// How a drawn student holds the face.
struct Expression: Hashable, Sendable {
    /// 1 open, 0 closed.
    var eyesOpen = 1.0
    /// How far the gaze goes down, 0 to 1.
    var lookingDown = 0.0
    /// How far the lips part, 0 to 1.
    var mouthOpen = 0.0
}
