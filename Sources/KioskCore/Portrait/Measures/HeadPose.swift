/// How a head is held, degrees.
public struct HeadPose: Hashable, Sendable {
    /// The tilt: positive where the eye on the picture's right is the lower one.
    public var roll: Double
    /// The turn: positive where the face points to the picture's right.
    public var yaw: Double
    /// The nod: positive where the chin is up.
    public var pitch: Double

    /// The pose of a face, from its pupils, landmarks, nostrils and the line of its lips.
    ///
    /// Each angle is a sum of features, in face widths, with the weights of least variance
    /// (generalised least squares) for drawn heads of known turn and nod, level ones about 0. One
    /// picture cannot tell a raised chin from a short nose: among 15 level portraits of people the
    /// turn scatters by 3°, the nod by 7°.
    init(landmarks: FaceLandmarks, leftPupil: Point, rightPupil: Point, gray: GrayImage) {
        roll = Angle.degrees(
            across: rightPupil.x - leftPupil.x, down: rightPupil.y - leftPupil.y)
        let frame = HeadFrame(leftPupil: leftPupil, rightPupil: rightPupil)
        yaw = Turn(landmarks, frame).degrees
        pitch = Nod(landmarks, frame, gray).degrees
    }
}

/// The turn, from what lies at different depths.
private struct Turn {
    let degrees: Double

    init(_ points: FaceLandmarks, _ frame: HeadFrame) {
        func across(_ indices: Int...) -> Double { frame.place(of: points.mean(indices)).x }
        func width(_ left: Int, _ right: Int) -> Double { across(right) - across(left) }
        // The nose before the jaw: exact for a straight nose.
        let nose =
            93.4 * across(29, 30, 33) + 207.8 * across(31, 35) - 89 * across(4, 5, 11, 12)
        // The eyes' own corners and widths, bridge and temples: less exact, but no crooked nose or
        // wide jaw moves them. The nose is believed as far as they bear it out.
        let eyes =
            460 * across(36, 39, 42, 45) + 450 * (width(36, 39) - width(42, 45))
            - 247 * across(27, 28) - 185 * across(0, 16) + 169 * across(17, 26)
        degrees = min(max(nose, eyes - 3), eyes + 3)
    }
}

/// The nod: nostrils come nearer to the eyes before the lips do.
private struct Nod {
    let degrees: Double

    init(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage) {
        let nostrils = Self.nostrils(points, frame, gray)
        let lips = Self.lips(points, frame, gray)
        degrees = 286 * (lips - 0.435) - 521 * (nostrils - 0.268)
    }

    /// The height of the nostrils, face widths below the pupils: the darkest row each side, or under
    /// the landmarks of the nose's base where that is out of the picture.
    private static func nostrils(
        _ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage
    ) -> Double {
        let unit = frame.unit
        let rows = [-0.048, 0.048].compactMap { side -> Double? in
            let (x, y) = (points[33].x + side * unit, points[33].y)
            return DarkRow.find(
                in: gray, columns: x - 0.03 * unit...x + 0.03 * unit,
                rows: y - 0.09 * unit...y + 0.035 * unit, share: 0.25)
        }
        guard rows.count == 2 else { return frame.place(of: points.mean(31...35)).y - 0.027 }
        return frame.place(of: Point(x: points[33].x, y: (rows[0] + rows[1]) / 2)).y
    }

    /// The height of the line between the lips.
    private static func lips(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> Double
    {
        let (x, reach) = (points[62].x, 0.06 * frame.unit)
        let (top, bottom) = (points[62].y, max(points[62].y, points[66].y))
        let row = DarkRow.find(
            in: gray, columns: x - reach...x + reach,
            rows: top - 0.045 * frame.unit...bottom + 0.045 * frame.unit, share: 0.5)
        return frame.place(of: Point(x: x, y: row ?? (top + bottom) / 2)).y
    }
}
