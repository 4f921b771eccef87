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
        // The model knows the eye on the picture's left; the other one is shown as a mirror would. Of the four
        // ways to show both this one scatters least in the tilt: 0.29° on 15 people, 0.16° on 50 drawn ones.
        guard let left = try iris(in: squares.left, photo, isMirrored: false),
            let right = try iris(in: squares.right, photo, isMirrored: true)
        else { return nil }
        return (left, right)
    }

    private borrowing func iris(
        in square: TurnedSquare, _ photo: Photo, isMirrored: Bool
    ) throws(KioskError) -> Point? {
        let edge = Self.edge
        let outputs = try network.run { numbers in
            square.sample(photo, edge: edge, range: 0...1, into: numbers)
            if isMirrored { Self.mirror(numbers) }
        }
        // 71 points of lids and brow, then five of the iris, its middle first: x, y and z, px.
        guard let iris = outputs.last, iris.count == 15, iris[0].isFinite, iris[1].isFinite else {
            return nil
        }
        let (x, y) = (Double(iris[0]) / Double(edge), Double(iris[1]) / Double(edge))
        return square.inPicture(Point(x: isMirrored ? 1 - x : x, y: y))
    }

    /// Swaps left and right.
    private static func mirror(_ numbers: UnsafeMutableBufferPointer<Float>) {
        for row in 0..<edge {
            for column in 0..<edge / 2 {
                let (one, other) = (row * edge + column, row * edge + edge - 1 - column)
                for channel in 0..<3 { numbers.swapAt(3 * one + channel, 3 * other + channel) }
            }
        }
    }
}
