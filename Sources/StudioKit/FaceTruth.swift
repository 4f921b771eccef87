public import KioskCore

/// Where the parts of a drawn head are, exactly, in pixels of its picture.
public struct FaceTruth: Hashable, Sendable {
    /// The head: hair top (a bun included), the eyes' middles (the pupils', where the face looks
    /// straight ahead), chin, cheeks.
    public var head: HeadGeometry
    /// The tilt to the picture's right, degrees.
    public var roll: Double
    /// The turn, degrees, positive to the picture's right; good students look straight ahead.
    public var yaw: Double
    /// The nod, degrees, positive where the chin is up.
    public var pitch: Double
}

/// What a drawn picture shows.
public enum SceneTruth: Hashable, Sendable {
    /// Nobody.
    case empty
    /// A phone with this code.
    case code([UInt8])
    /// A student; `isPosed` once the pose is taken and kept.
    case person(FaceTruth, isPosed: Bool)
}

/// A drawn picture and its truth.
public struct StudioPicture: Sendable {
    /// The picture, R G B.
    public var photo: Photo
    /// What it shows.
    public var truth: SceneTruth
}
