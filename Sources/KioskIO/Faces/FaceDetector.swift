import KioskCore

/// Finds the boxes of faces in a whole picture, or in a square of it. Not for use by two threads at once.
struct FaceDetector: ~Copyable {
    private let network: Network
    private let grid: FaceGrid

    /// Less sure faces are none (MediaPipe's own threshold).
    private static let least = 0.6

    /// The detector for faces 5 to 90 % of the picture's width.
    ///
    /// - Throws: `face.model`.
    static func fullRange(models folder: String) throws(KioskError) -> FaceDetector {
        FaceDetector(try FaceModel.fullRange.network(in: folder), .fullRange)
    }

    /// The detector for faces that fill a square.
    ///
    /// - Throws: `face.model`.
    static func shortRange(models folder: String) throws(KioskError) -> FaceDetector {
        FaceDetector(try FaceModel.shortRange.network(in: folder), .shortRange)
    }

    private init(_ network: consuming Network, _ grid: FaceGrid) {
        self.network = network
        self.grid = grid
    }

    /// The faces in a picture, in its px, surest first.
    ///
    /// - Throws: `bug` where the network fails.
    borrowing func find(in photo: Photo) throws(KioskError) -> [BoxedFace] {
        let square = TurnedSquare(around: photo.size)
        let outputs = try network.run { numbers in
            square.sample(photo, edge: grid.edge, range: -1...1, into: numbers)
        }
        return grid.faces(boxes: outputs[0], scores: outputs[1], least: Self.least)
            .map { $0.inPicture(square) }
    }
}

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
    borrowing func mesh(of face: BoxedFace, in photo: Photo) throws(KioskError) -> FaceMesh? {
        guard let first = try mesh(in: photo, of: face.meshSquare) else { return nil }
        return try mesh(in: photo, of: first.square)
    }
}
