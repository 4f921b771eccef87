import KioskCore

/// Where a head is in the picture: face widths from the middle of the eyes become pixels, by
/// parallel projection, as from far away.
struct HeadPlace: Hashable, Sendable {
    /// The point half-way between the eyes of the head that is not turned, px.
    var eyes: Point
    /// The face's width, cheek to cheek, px.
    var width: Double
    /// The tilt, degrees.
    var roll: Double
    /// How the head is rotated before it is tilted.
    var turn = HeadTurn.none
    /// How far the shoulders' line is rotated about the neck, degrees, the picture's right going
    /// down.
    var shoulderSlope = 0.0

    /// The pixel of a place in the head; v goes down.
    func point(_ u: Double, _ v: Double, on surface: HeadSurface = .face) -> Point {
        guard !turn.isNone else { return tilted(u, v) }
        let seen = HeadShape(turn: turn).seen(u, v, on: surface)
        return tilted(seen.u, seen.v)
    }

    func points(_ places: [(Double, Double)], on surface: HeadSurface = .face) -> [Point] {
        places.map { point($0.0, $0.1, on: surface) }
    }

    /// The radii in pixels of something flat of these radii, in face widths, on the skin.
    func radii(_ u: Double, _ v: Double, _ across: Double, _ down: Double) -> (x: Double, y: Double)
    {
        guard !turn.isNone else { return (across * width, down * width) }
        let (shape, step) = (HeadShape(turn: turn), 0.02)
        let (left, right) = (shape.seen(u - step, v, on: .face), shape.seen(u + step, v, on: .face))
        let (top, bottom) = (shape.seen(u, v - step, on: .face), shape.seen(u, v + step, on: .face))
        let narrow = min(max((right.u - left.u) / (2 * step), 0.15), 1.3)
        let short = min(max((bottom.v - top.v) / (2 * step), 0.15), 1.3)
        return (across * width * narrow, down * width * short)
    }

    private func tilted(_ u: Double, _ v: Double) -> Point {
        let (sine, cosine) = Angle.sineCosine(roll)
        return Point(
            x: eyes.x + width * (u * cosine - v * sine),
            y: eyes.y + width * (u * sine + v * cosine))
    }

    /// The pixel of a place in the body, which does not tilt with the head.
    func bodyPoint(_ u: Double, _ v: Double) -> Point {
        guard shoulderSlope != 0 else {
            return Point(x: eyes.x + width * u, y: eyes.y + width * v)
        }
        let (sine, cosine) = Angle.sineCosine(shoulderSlope)
        let below = v - Self.neck
        return Point(
            x: eyes.x + width * (u * cosine - below * sine),
            y: eyes.y + width * (Self.neck + u * sine + below * cosine))
    }

    /// Where the neck bends, below the eyes.
    private static let neck = 0.8
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
