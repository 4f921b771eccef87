import KioskCore

/// Finds the points of a face in a square. Not for use by two threads at once.
struct FaceMesher: ~Copyable {
    private let network: Network
    private static let edge = 192

    /// - Throws: `face.model`.
    init(models folder: String) throws(KioskError) {
        network = try FaceModel.mesh.network(in: folder)
    }

    /// The points of a face that a square shows; nil where the model's numbers are none.
    ///
    /// - Throws: `bug` where the network fails.
    borrowing func mesh(in photo: Photo, of square: TurnedSquare) throws(KioskError) -> FaceMesh? {
        let outputs = try network.run { numbers in
            square.sample(photo, edge: Self.edge, range: 0...1, into: numbers)
        }
        return FaceMesh(
            numbers: outputs[0], presence: outputs[1][0], of: square, edge: Self.edge)
    }

    /// The same, looked at again in the square of its own points, which halves the jitter.
    borrowing func steadyMesh(
        in photo: Photo, of square: TurnedSquare
    ) throws(KioskError) -> FaceMesh? {
        guard let first = try mesh(in: photo, of: square) else { return nil }
        return try mesh(in: photo, of: first.square)
    }
}
