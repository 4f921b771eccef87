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
        let nostrils = Nostrils(landmarks, frame, gray)
        yaw = Self.turn(landmarks, frame, nostrils)
        pitch = Self.nod(landmarks, frame, gray, nostrils)
    }

    /// The turn, from what lies at different depths.
    private static func turn(
        _ points: FaceLandmarks, _ frame: HeadFrame, _ nostrils: Nostrils
    ) -> Double {
        func across(_ indices: Int...) -> Double { frame.place(of: points.mean(indices)).x }
        func width(_ left: Int, _ right: Int) -> Double { across(right) - across(left) }
        // The nose before the pupils: exact for a straight nose.
        let nose =
            96 * nostrils.across + 115 * nostrils.centre + 137 * across(29, 30, 33)
        // The eyes' own corners and widths, bridge and temples: less exact, but no crooked nose moves
        // them. The nose is believed as far as they bear it out.
        let eyes =
            460 * across(36, 39, 42, 45) + 450 * (width(36, 39) - width(42, 45))
            - 247 * across(27, 28) - 185 * across(0, 16) + 169 * across(17, 26)
        return min(max(nose, eyes - 4), eyes + 4)
    }

    /// The nod: nostrils come nearer to the eyes before the lips do.
    private static func nod(
        _ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage, _ nostrils: Nostrils
    ) -> Double {
        286 * (lips(points, frame, gray) - 0.435) - 521 * (nostrils.down - 0.268)
    }

    /// The height of the line between the lips, face widths below the pupils.
    private static func lips(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> Double
    {
        let (x, reach) = (points[62].x, 0.06 * frame.unit)
        let (top, bottom) = (points[62].y, max(points[62].y, points[66].y))
        let margin = 0.045 * frame.unit
        let row = DarkLine(
            gray, columns: x - reach...x + reach, rows: top - margin...bottom + margin)?
            .row(share: 0.5)
        return frame.place(of: Point(x: x, y: row ?? (top + bottom) / 2)).y
    }
}
