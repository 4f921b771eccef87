public import KioskCore

/// What is known of the faces in one picture, analysed once for everything that asks.
public struct FaceAnalysis: Sendable {
    /// The heads, surest first, in pixels of the analysed picture.
    public let heads: [HeadGeometry]
    /// How many pixels of the source one pixel of the analysed picture stands for.
    public let scale: Double

    /// Finds the faces in a reduced picture, and the hair top where there is exactly one.
    ///
    /// - Throws: `bug` where dlib fails.
    public init(
        of photo: Photo, scale: Double, finder: borrowing FaceFinder
    ) throws(KioskError) {
        let faces = try finder.find(photo.gray())
        self.scale = scale
        heads = faces.map { face in
            var head = HeadGeometry(face: face)
            if faces.count == 1 { head.hairTop = HairTop.find(in: photo, head: head) }
            return head
        }
    }

    /// How the student sits, for a source of that size.
    public func framing(_ rule: PortraitRule, source: Size) -> Framing {
        rule.judge(heads: heads, scale: scale, source: source)
    }
}

extension FaceAnalysis {
    /// The longer side of the picture that live frames are analysed in: a face that fills the
    /// rule's least width in 1280×720 or 1920×1080 still has the finder's 80 px.
    public static let liveLongSide = 960

    /// The longer side of the picture that saved pictures and files are analysed in: they wait for
    /// nobody, and a second person in the background is found only where there are pixels enough.
    public static let stillLongSide = 1600

    /// Finds the faces in a whole picture, reduced to at most that long side. Where nobody is found,
    /// half of it is tried too: a face that the finder doubts at one scale it may believe at another.
    ///
    /// - Throws: as `init`.
    public static func of(
        _ photo: Photo, longSide: Int, finder: borrowing FaceFinder
    ) throws(KioskError) -> FaceAnalysis {
        let (small, factor) = photo.reduced(toLongSide: longSide)
        let analysis = try FaceAnalysis(of: small, scale: Double(factor), finder: finder)
        guard analysis.heads.isEmpty else { return analysis }
        let (half, twice) = photo.reduced(toLongSide: max(small.width, small.height) / 2)
        return try FaceAnalysis(of: half, scale: Double(twice), finder: finder)
    }
}
