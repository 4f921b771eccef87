/// What a finished file says of itself.
public struct PortraitFile: Hashable, Sendable {
    /// Its length.
    public var bytes: Int
    /// The quality factor, 1 to 100; nil where it is not known.
    public var quality: Int?
    /// Its pixels.
    public var size: Size
    /// Its resolution tag, dots per inch; nil without one.
    public var dpi: Int?
    /// Components of its frame: 3 in every portrait; portals refuse gray and CMYK.
    public var components = 3
    /// Whether it is baseline: portals refuse progressive files.
    public var isBaseline = true
    /// Whether its resolution tag counts something else than dots per inch.
    public var hasOtherDensity = false
    /// Its Exif orientation, 1 to 8: a file that is stored on its side has other columns and rows.
    public var orientation = 1

    /// Those facts.
    public init(bytes: Int, quality: Int?, size: Size, dpi: Int?) {
        self.bytes = bytes
        self.quality = quality
        self.size = size
        self.dpi = dpi
    }
}

extension PortraitFile {
    /// What a finished file says of itself, JPEG or not.
    public init(finished bytes: [UInt8], size: Size) {
        let header = JPEGHeader(parsing: bytes)
        self.init(
            bytes: bytes.count, quality: header?.quality, size: size, dpi: header?.density?.x)
        components = header?.components ?? 3
        isBaseline = header?.isBaseline ?? true
        hasOtherDensity = header?.hasOtherDensity ?? false
        orientation = header?.orientation ?? 1
    }
}

extension CheckKind {
    /// The file: bytes, pixels, resolution tag and quality of the rule; the value is the one that is
    /// wrong, else the bytes.
    static let file = CheckKind("file", zh: "文件", en: "file") { face in
        guard let file = face.file else { return nil }
        let rule = face.rule
        if file.size != rule.size { return pixels(file.size, rule) }
        if let refused = form(file) { return refused }
        if let quality = file.quality, quality < rule.leastQuality {
            return wrong(
                Double(quality), "q", Double(rule.leastQuality)...100,
                zh: "压缩过度：请用原图重新制作", en: "It is compressed too much: make it anew.")
        }
        if file.dpi != rule.dpi {
            guard !file.hasOtherDensity else { return otherDensity(rule) }
            return wrong(
                Double(file.dpi ?? 0), "dpi", Double(rule.dpi)...Double(rule.dpi),
                zh: "分辨率标记不对：请重新制作", en: "The resolution tag is wrong: make it anew.")
        }
        return wrong(
            Double(file.bytes), "bytes",
            Double(rule.bytes.lowerBound)...Double(rule.bytes.upperBound),
            zh: "文件大小不符：请重新制作", en: "The file's size is outside the rule: make it anew.")
    }

    /// What portals refuse whatever the picture shows.
    private static func form(_ file: PortraitFile) -> Finding? {
        if file.components != 3 {
            return wrong(
                Double(file.components), "components", 3...3,
                zh: "不是彩色 RGB 图片（如黑白或印刷用 CMYK）：请重新制作",
                en: "It is no RGB colour picture (gray, or CMYK for print): make it anew.")
        }
        if file.orientation != 1 {
            return wrong(
                Double(file.orientation), "orientation", 1...1,
                zh: "照片是横着存的，靠标记才竖起来：请重新制作",
                en: "It is stored on its side and turned by a tag only: make it anew.")
        }
        guard !file.isBaseline else { return nil }
        return wrong(
            1, "progressive", 0...0, zh: "是渐进式 JPEG，系统不收：请重新制作",
            en: "It is a progressive JPEG, which portals refuse: make it anew.")
    }

    private static func otherDensity(_ rule: PortraitRule) -> Finding {
        wrong(
            0, "dpi", Double(rule.dpi)...Double(rule.dpi),
            zh: "分辨率标记的单位不是每英寸点数（dpi）：请重新制作",
            en: "The resolution tag counts no dots per inch (dpi): make it anew.")
    }

    private static func pixels(_ size: Size, _ rule: PortraitRule) -> Finding {
        let isWidth = size.width != rule.size.width
        let (is_, should) =
            isWidth ? (size.width, rule.size.width) : (size.height, rule.size.height)
        return wrong(
            Double(is_), "px", Double(should)...Double(should), zh: "像素尺寸不对：请重新制作",
            en: "It has the wrong number of pixels: make it anew.")
    }

    private static func wrong(
        _ value: Double, _ unit: String, _ allowed: ClosedRange<Double>, zh: String, en: String
    ) -> Finding {
        let advice = Phrase(zh: zh, en: en)
        return Finding(
            value: value, unit: unit, allowed: allowed, advice: advice)
    }
}
