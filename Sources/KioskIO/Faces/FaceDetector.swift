import KioskCore

/// Finds the boxes of faces in a whole picture, or in a square of it. Not for use by two threads at once.
struct FaceDetector: ~Copyable {
    private let network: Network
    private let grid: FaceGrid

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
    /// - Parameter least: how sure a face is at least.
    /// - Throws: `bug` where the network fails.
    borrowing func find(in photo: Photo, least: Double) throws(KioskError) -> [BoxedFace] {
        let square = TurnedSquare(around: photo.size)
        let outputs = try network.run { numbers in
            square.sample(photo, edge: grid.edge, range: -1...1, into: numbers)
        }
        return grid.faces(boxes: outputs[0], scores: outputs[1], least: least)
            .map { $0.inPicture(square) }
    }
}
