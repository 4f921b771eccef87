public import KioskCore

/// What is known of the faces in one picture, analysed once for everything that asks.
public struct FaceAnalysis: Sendable {
    /// The faces, surest first, in pixels of the analysed picture.
    public let faces: [DetectedFace]
    /// Their heads.
    public let heads: [HeadGeometry]
    /// How many pixels of the source one pixel of the analysed picture stands for.
    public let scale: Double

    /// Faces that the picture's edges cut through; they are among `faces` as little as among `heads`.
    public var cutFaces = 0

    private let photo: Photo
    private let gray: GrayImage
    private let backdrop: BackdropModel?

    /// Finds the faces in a reduced picture, and the hair top where there is exactly one.
    ///
    /// - Throws: `bug` where dlib fails.
    public init(
        of photo: Photo, scale: Double, finder: borrowing FaceFinder
    ) throws(KioskError) {
        let gray = photo.gray()
        self.init(of: photo, gray, try finder.find(gray), scale: scale)
    }

    private init(of photo: Photo, _ gray: GrayImage, _ faces: [DetectedFace], scale: Double) {
        self.gray = gray
        self.faces = faces
        var heads = faces.map { HeadGeometry(face: $0) }
        backdrop = heads.count == 1 ? BackdropModel(photo, about: heads[0]) : nil
        if let backdrop {
            heads[0].hairTop = HairTop.find(in: photo, head: heads[0], before: backdrop)
        }
        self.heads = heads
        self.scale = scale
        self.photo = photo
    }

    /// How the student sits, for a source of that size, what else is to be changed, and how good a
    /// portrait of this picture would be; no grade where there is no crop.
    public func look(_ rule: PortraitRule, source: Size) -> (framing: Framing, grade: FrameGrade?) {
        let framing = rule.judge(heads: heads, scale: scale, source: source)
        guard let face = prepared(rule, crop: framing.crop) else { return (framing, nil) }
        let checks = face.checks
        return (framing.judged(by: checks), FrameGrade(face, checks))
    }

    /// The one face, prepared for the checks of a portrait that would be cut out of the source there.
    private func prepared(_ rule: PortraitRule, crop: Rect?) -> PreparedFace? {
        guard faces.count == 1, let crop else { return nil }
        var face = PreparedFace(
            photo, gray: gray,
            crop: (Double(crop.x) / scale, Double(crop.y) / scale, Double(crop.width) / scale),
            head: heads[0], landmarks: faces[0].landmarks, backdrop: backdrop, rule: rule)
        face.faces = 1 + cutFaces
        return face
    }
}

extension FaceAnalysis {
    /// The longer side of the picture that live frames are analysed in: a face that fills the
    /// rule's least width in 1280×720 or 1920×1080 still has the finder's 80 px.
    public static let liveLongSide = 960

    /// The longer side of the picture that saved pictures and files are analysed in: they wait for
    /// nobody, and a second person in the background is found only where there are pixels enough.
    public static let stillLongSide = 1600

    /// Finds the faces in a whole picture, reduced to at most that long side: upright ones; where
    /// nobody is found in half of it too, since a face that the finder doubts at one scale it may
    /// believe at another; tilted ones; and those that the picture's edges cut.
    ///
    /// - Throws: as `init`.
    public static func of(
        _ photo: Photo, longSide: Int, finder: borrowing FaceFinder
    ) throws(KioskError) -> FaceAnalysis {
        let (small, factor) = photo.reduced(toLongSide: longSide)
        var analysis = try FaceAnalysis(of: small, scale: Double(factor), finder: finder)
        if analysis.heads.isEmpty {
            let (half, twice) = photo.reduced(toLongSide: max(small.width, small.height) / 2)
            let other = try FaceAnalysis(of: half, scale: Double(twice), finder: finder)
            if !other.heads.isEmpty { analysis = other }
        }
        let tilted = try finder.findTilted(analysis.gray, besides: analysis.faces)
        if !tilted.isEmpty {
            analysis = FaceAnalysis(
                of: analysis.photo, analysis.gray, analysis.faces + tilted, scale: analysis.scale)
        }
        try analysis.lookAtEdges(finder)
        return analysis
    }

    /// Looks for faces that the picture's edges cut through.
    private mutating func lookAtEdges(_ finder: borrowing FaceFinder) throws(KioskError) {
        var sides: Set<Bool> = []
        for edge in FaceFinder.Edge.all where try isFaceCut(at: edge, finder) {
            sides.insert(edge.isLeft)
        }
        cutFaces = sides.count
    }

    /// Whether the picture's edge cuts through a face.
    ///
    /// - Throws: `bug` where dlib fails.
    public func isFaceCut(
        at edge: FaceFinder.Edge, _ finder: borrowing FaceFinder
    ) throws(KioskError) -> Bool {
        try finder.isFaceCut(at: edge, of: gray)
    }
}
