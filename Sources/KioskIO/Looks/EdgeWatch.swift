import KioskCore

/// Looks for faces that the picture's edges cut through, one place at every fourth look: people come no
/// faster. Where one was found is looked at each time, so that who has gone is not in the way.
struct EdgeWatch {
    private static let every = 4
    private var looks = 0
    private var found: Set<FaceFinder.Edge> = []
    private var last: FrameTime?

    /// Who was at the edge is there for so long, s: after a pause it is another sitting.
    private static let memory = 0.5

    /// Faces cut by either edge, when it was last looked at.
    var cutFaces: Int { Set(found.map(\.isLeft)).count }

    mutating func look(
        _ photo: Photo, at time: FrameTime, _ finder: borrowing FaceFinder
    ) throws(KioskError) {
        if let last, abs(time.seconds(since: last)) > Self.memory { found = [] }
        last = time
        looks += 1
        guard looks.isMultiple(of: Self.every) else { return }
        let edges = FaceFinder.Edge.all
        for edge in found.union([edges[looks / Self.every % edges.count]]) {
            if try finder.isFaceCut(at: edge, of: photo) {
                found.insert(edge)
            } else {
                found.remove(edge)
            }
        }
    }
}
