/// A finished portrait: cropped, scaled, judged and encoded.
public struct Portrait: Hashable, Sendable {
    /// The rule it was made for.
    public var rule: PortraitRule
    /// The crop, in whole pixels of the upright source.
    public var crop: Rect
    /// The head in the finished picture's pixels; its hair top is nil where it was not assessed.
    public var head: HeadGeometry
    /// The checks.
    public var checks: [PortraitCheck]
    /// The file, resolution tag included.
    public var jpeg: JPEG
    /// SHA-256 of the R G B bytes before encoding, 64 lower-case hex digits; nil where not known.
    public var pixelDigest: String?
    /// How the original's colours were brought to sRGB; nil where they were taken as they are.
    public var colours: ColourConversion?

    /// A finished portrait.
    public init(
        rule: PortraitRule, crop: Rect, head: HeadGeometry, checks: [PortraitCheck], jpeg: JPEG,
        pixelDigest: String? = nil
    ) {
        self.rule = rule
        self.crop = crop
        self.head = head
        self.checks = checks
        self.jpeg = jpeg
        self.pixelDigest = pixelDigest
    }

    /// The worst of the checks.
    public var verdict: Verdict { .worst(of: checks.map(\.verdict)) }

    /// The blur of its face, px; nil where it was not assessed.
    public var blur: Double? { checks.first { $0.name == .sharpness }?.value }

    /// What the booth needs to know of it.
    public var summary: ShotSummary {
        ShotSummary(checks: checks, quality: jpeg.quality, byteCount: jpeg.bytes.count)
    }
}
