public import KioskCore

/// What is known of the faces in one picture, analysed once for everything that asks.
public struct FaceAnalysis: Sendable {
    /// The whole faces, in pixels of the analysed picture.
    public let faces: [FaceMesh]
    /// Their heads.
    public let heads: [HeadGeometry]
    /// How many pixels of the source one pixel of the analysed picture stands for.
    public let scale: Double

    /// Faces that the picture's edges cut through; they are among `faces` as little as among `heads`.
    public var cutFaces: Int

    private let photo: Photo
    private let gray: GrayImage
    private let background: Background

    /// Looks at the faces of a reduced picture, and for the hair top where there is exactly one.
    public init(of photo: Photo, scale: Double, faces: [FaceMesh]) {
        gray = photo.gray()
        let whole = faces.filter { $0.isWhole(in: photo.size) }
        (self.faces, cutFaces) = (whole, faces.count - whole.count)
        var heads = whole.map { HeadGeometry(mesh: $0) }
        background = heads.count == 1 ? Background(photo, about: heads[0]) : .unseen
        if let backdrop = background.model {
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
            head: heads[0], mesh: faces[0], background: background, rule: rule)
        face.faces = 1 + cutFaces
        return face
    }
}

extension FaceAnalysis {
    /// The longer side of the picture that live frames are analysed in: a face that fills the
    /// rule's least width in 1280×720 or 1920×1080 still has 80 px for the checks.
    public static let liveLongSide = 960

    /// The longer side of the picture that saved pictures and files are analysed in: they wait for
    /// nobody.
    public static let stillLongSide = 1600

    /// Finds the faces in a whole picture, reduced to at most that long side, and those that the
    /// picture's edges cut.
    ///
    /// - Throws: `bug` where a network fails.
    public static func of(
        _ photo: Photo, longSide: Int, finder: borrowing FaceFinder
    ) throws(KioskError) -> FaceAnalysis {
        let (small, factor) = photo.reduced(toLongSide: longSide)
        var analysis = FaceAnalysis(
            of: small, scale: Double(factor), faces: try finder.find(in: small))
        var sides: Set<Bool> = []
        for edge in FaceFinder.Edge.all where try finder.isFaceCut(at: edge, of: small) {
            sides.insert(edge.isLeft)
        }
        analysis.cutFaces = max(analysis.cutFaces, sides.count)
        return analysis
    }
}
