public import KioskCore

/// Finds the faces in pictures and their points, by models that were trained on people (MediaPipe's). Not for
/// use by two threads at once.
public struct FaceFinder: ~Copyable {
    private let detector: FaceDetector
    private let mesher: FaceMesher
    private let irisFinder: IrisFinder
    let edgeDetector: FaceDetector

    /// Opens the models.
    ///
    /// - Parameter folder: where they are; nil for `.build/models` of a checkout, or
    ///   `/usr/share/kiosk/models`.
    /// - Throws: `face.model` where one is missing or another than it should be.
    public init(models folder: String? = nil) throws(KioskError) {
        let folder = folder ?? FaceModel.folder
        let detector = try FaceDetector.fullRange(models: folder)
        let edgeDetector = try FaceDetector.shortRange(models: folder)
        let mesher = try FaceMesher(models: folder)
        irisFinder = try IrisFinder(models: folder)
        self.detector = detector
        self.edgeDetector = edgeDetector
        self.mesher = mesher
    }

    /// A box that is sure is believed where its mesh is, which rules out balloons and prints (MediaPipe's own
    /// thresholds); an unsure one where its mesh leaves no doubt: half hidden faces and small ones have such.
    private static let (sureBox, leastBox, sureMesh, leastMesh) = (0.6, 0.15, 0.9, 0.5)

    /// More faces are not looked for in one picture.
    private static let most = 16

    /// The faces in a picture, surest first.
    ///
    /// - Parameter known: faces that are known already; they come first.
    /// - Throws: `bug` where a network fails.
    public borrowing func find(
        in photo: Photo, besides known: [FaceMesh] = []
    ) throws(KioskError) -> [FaceMesh] {
        var faces = known
        for box in try detector.find(in: photo, least: Self.leastBox).prefix(Self.most) {
            guard !faces.contains(where: { $0.contains(box) }) else { continue }
            let least = box.score >= Self.sureBox ? Self.leastMesh : Self.sureMesh
            guard let mesh = try mesher.steadyMesh(in: photo, of: box.meshSquare),
                mesh.presence >= least, !faces.contains(where: { $0.isSame(as: mesh) })
            else { continue }
            faces.append(mesh)
        }
        return faces
    }

    /// A face where it was a moment ago; nil where it is no more, or went too far to be followed. Who moves
    /// quickly is looked at again where the first look says: half outside of its square a face is drawn to
    /// its middle.
    ///
    /// - Throws: `bug` where a network fails.
    public borrowing func follow(
        _ face: FaceMesh, in photo: Photo
    ) throws(KioskError) -> FaceMesh? {
        var square = face.square
        for _ in 0..<2 {
            let mesh = try mesher.mesh(in: photo, of: square)
            guard let seen = believed(mesh) else { return nil }
            guard square.change(to: seen.square) > Self.farthestStep else { return seen }
            square = seen.square
        }
        return nil
    }

    /// The farthest a face may be from where its square has it, in shares of the square's side.
    private static let farthestStep = 0.12

    /// The points of a head whose place is known, as exactly as they can be told: the mean of two looks
    /// in squares of different size, by which the nod of level heads scatters less; nil where there is none.
    ///
    /// - Throws: `bug` where a network fails.
    public borrowing func mesh(
        of head: HeadGeometry, in photo: Photo
    ) throws(KioskError) -> FaceMesh? {
        var meshes: [FaceMesh] = []
        for factor in [0.93, 1.07] {
            let square = head.meshSquare.scaled(by: factor)
            if let mesh = try mesher.mesh(in: photo, of: square) { meshes.append(mesh) }
        }
        return believed(FaceMesh.mean(of: meshes))
    }

    /// The middles of a face's irises; nil where they cannot be told.
    ///
    /// - Throws: `bug` where a network fails.
    public borrowing func irises(
        of mesh: FaceMesh, in photo: Photo
    ) throws(KioskError) -> (left: Point, right: Point)? {
        try irisFinder.irises(of: mesh, in: photo)
    }

    /// How sure the mesh of a box is, 0 to 1.
    ///
    /// - Throws: `bug` where a network fails.
    borrowing func presence(of box: BoxedFace, in photo: Photo) throws(KioskError) -> Double {
        try mesher.steadyMesh(in: photo, of: box.meshSquare)?.presence ?? 0
    }

    private borrowing func believed(_ mesh: FaceMesh?) -> FaceMesh? {
        mesh.flatMap { $0.presence >= Self.leastMesh ? $0 : nil }
    }
}
