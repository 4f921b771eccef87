import KioskCore

/// Finds the irises of a face. Not for use by two threads at once.
struct IrisFinder: ~Copyable {
    private let network: Network
    private static let edge = 64

    /// - Throws: `face.model`.
    init(models folder: String) throws(KioskError) {
        network = try FaceModel.iris.network(in: folder)
    }

    /// The middles of the irises, the picture's left one first; nil where the model's numbers are none.
    ///
    /// - Throws: `bug` where the network fails.
    borrowing func irises(
        of mesh: FaceMesh, in photo: Photo
    ) throws(KioskError) -> (left: Point, right: Point)? {
        let squares = mesh.eyeSquares
        guard let left = try iris(in: squares.left, photo),
            let right = try iris(in: squares.right, photo)
        else { return nil }
        return (left, right)
    }

    /// The middle of an iris. The model was made for one eye of the two; shown the other one as a mirror would,
    /// it was no nearer to people's pupils (15 portraits).
    private borrowing func iris(
        in square: TurnedSquare, _ photo: Photo
    ) throws(KioskError) -> Point? {
        let edge = Self.edge
        let outputs = try network.run { numbers in
            square.sample(photo, edge: edge, range: 0...1, into: numbers)
        }
        // 71 points of lids and brow, then five of the iris, its middle first: x, y and z, px.
        guard let iris = outputs.last, iris.count == 15, iris[0].isFinite, iris[1].isFinite else {
            return nil
        }
        let (x, y) = (Double(iris[0]) / Double(edge), Double(iris[1]) / Double(edge))
        return square.inPicture(Point(x: x, y: y))
    }
}
