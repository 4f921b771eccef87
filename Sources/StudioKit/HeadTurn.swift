import KioskCore

/// How a head is rotated about its middle, away from facing the camera.
struct HeadTurn: Hashable, Sendable {
    /// Degrees; positive where the face points to the picture's right.
    let yaw: Double
    /// Degrees; positive where the chin is up.
    let pitch: Double

    private let yawSine: Double
    private let yawCosine: Double
    private let pitchSine: Double
    private let pitchCosine: Double

    /// Straight ahead.
    static let none = HeadTurn(yaw: 0, pitch: 0)

    init(yaw: Double, pitch: Double) {
        self.yaw = yaw
        self.pitch = pitch
        (yawSine, yawCosine) = Angle.sineCosine(yaw)
        (pitchSine, pitchCosine) = Angle.sineCosine(pitch)
    }

    /// Whether nothing is rotated.
    var isNone: Bool { yaw == 0 && pitch == 0 }

    /// A direction in the head as the camera sees it: first the yaw, about the head's own axis,
    /// then the pitch, about the picture's horizontal. x goes right, y down, z to the camera.
    func rotated(_ place: HeadVector) -> HeadVector {
        let x = place.x * yawCosine + place.z * yawSine
        let ahead = place.z * yawCosine - place.x * yawSine
        return HeadVector(
            x: x, y: place.y * pitchCosine - ahead * pitchSine,
            z: ahead * pitchCosine + place.y * pitchSine)
    }
}

/// A place in the head or a direction, face widths: x to the picture's right, y down, z to the
/// camera.
struct HeadVector: Hashable, Sendable {
    var x: Double
    var y: Double
    var z: Double

    func scaled(by factor: Double) -> HeadVector {
        HeadVector(x: x * factor, y: y * factor, z: z * factor)
    }
}
