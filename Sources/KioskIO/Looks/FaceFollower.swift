import KioskCore

/// Follows faces from frame to frame, each in the square of its own points, and looks at the whole picture
/// now and then: who comes is found there, and who was lost.
struct FaceFollower {
    /// Looks from one at the whole picture to the next: at 15 a second a new face waits a fifth of one.
    private static let every = 3
    private var looks = 0
    private var known: [FaceMesh] = []
    private var last: FrameTime?

    /// A face is where it was for so long, s.
    private static let memory = 0.5

    /// The faces in the next frame.
    ///
    /// - Throws: `bug` where a network fails.
    mutating func faces(
        in photo: Photo, at time: FrameTime, _ finder: borrowing FaceFinder
    ) throws(KioskError) -> [FaceMesh] {
        if let last, abs(time.seconds(since: last)) > Self.memory { known = [] }
        last = time
        let followed = try follow(photo, finder)
        let isLost = followed.isEmpty || followed.count < known.count
        looks = isLost ? 0 : looks + 1
        let isWhole = looks.isMultiple(of: Self.every)
        known = isWhole ? try finder.find(in: photo, besides: followed) : followed
        return known
    }

    private func follow(
        _ photo: Photo, _ finder: borrowing FaceFinder
    ) throws(KioskError) -> [FaceMesh] {
        var followed: [FaceMesh] = []
        for face in known {
            guard let mesh = try finder.follow(face, in: photo),
                !followed.contains(where: { $0.isSame(as: mesh) })
            else { continue }
            followed.append(mesh)
        }
        return followed
    }
}
