import KioskCore
import KioskIO

/// Looks for faces that the picture's edges cut through, one edge at every fourth look: it takes half
/// as long as the look itself, and people come no faster.
struct EdgeWatch {
    private static let every = 4
    private var looks = 0
    private var isCut = [FaceFinder.Edge.left: false, .right: false]

    /// Faces cut by either edge, when it was last looked at.
    var cutFaces: Int { isCut.values.count { $0 } }

    mutating func look(
        _ analysis: FaceAnalysis, _ finder: borrowing FaceFinder
    ) throws(KioskError) {
        looks += 1
        guard looks % Self.every == 0 else { return }
        let edge: FaceFinder.Edge = looks % (2 * Self.every) == 0 ? .left : .right
        isCut[edge] = try analysis.isFaceCut(at: edge, finder)
    }
}
