import KioskCore

/// Looks for faces that the picture's edges cut through, one place at every fourth look: people come no
/// faster.
struct EdgeWatch {
    private static let every = 4
    private var looks = 0
    private var found: Set<FaceFinder.Edge> = []

    /// Faces cut by either edge, when it was last looked at.
    var cutFaces: Int { Set(found.map(\.isLeft)).count }

    mutating func look(_ photo: Photo, _ finder: borrowing FaceFinder) throws(KioskError) {
        looks += 1
        guard looks.isMultiple(of: Self.every) else { return }
        let edges = FaceFinder.Edge.all
        let edge = edges[looks / Self.every % edges.count]
        if try finder.isFaceCut(at: edge, of: photo) {
            found.insert(edge)
        } else {
            found.remove(edge)
        }
    }
}
