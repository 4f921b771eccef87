/// How the bytes of an uncompressed format lie: its family, and where the parts stand in it.
public struct RawFormat: Hashable, Sendable {
    /// Formats that differ only in the order of their parts.
    public enum Family: Hashable, Sendable {
        /// 4:2:2, two pixels in four bytes: luma in every second byte from `luma` (0 or 1) on, a
        /// pair of chroma in the others.
        case packed(luma: Int)
        /// A plane of luma, then one of chroma pairs, each row of it for `rows` rows of luma and
        /// each pair for two columns.
        case semiPlanar(rows: Int)
        /// 4:2:0: a plane of luma, then two of chroma, of half its width, height and stride.
        case planar
        /// Luma alone.
        case gray
        /// R, G and B in `bytes` bytes a pixel, each at its place.
        case rgb(bytes: Int, red: Int, green: Int, blue: Int)
    }

    /// The family.
    public let family: Family
    /// Whether Cr stands before Cb.
    public let isCrFirst: Bool

    private init(_ family: Family, isCrFirst: Bool = false) {
        self.family = family
        self.isCrFirst = isCrFirst
    }

    /// What is known of a format; nil for compressed and unknown ones.
    public init?(_ format: FourCC) {
        guard let known = Self.table[format] else { return nil }
        self = known
    }

    /// By the pages "Image Formats" of the kernel's Video for Linux API.
    private static let table: [FourCC: RawFormat] = [
        .yuyv: RawFormat(.packed(luma: 0)),
        .yvyu: RawFormat(.packed(luma: 0), isCrFirst: true),
        .uyvy: RawFormat(.packed(luma: 1)),
        .nv12: RawFormat(.semiPlanar(rows: 2)),
        .nv21: RawFormat(.semiPlanar(rows: 2), isCrFirst: true),
        .nv16: RawFormat(.semiPlanar(rows: 1)),
        .yu12: RawFormat(.planar),
        .yv12: RawFormat(.planar, isCrFirst: true),
        .grey: RawFormat(.gray),
        .rgb: RawFormat(.rgb(bytes: 3, red: 0, green: 1, blue: 2)),
        .bgr: RawFormat(.rgb(bytes: 3, red: 2, green: 1, blue: 0)),
        .bgrx: RawFormat(.rgb(bytes: 4, red: 2, green: 1, blue: 0)),
        .xrgb: RawFormat(.rgb(bytes: 4, red: 1, green: 2, blue: 3)),
    ]
}

/// Where the planes of a raw frame begin and how long their rows are, in bytes.
///
/// An odd side counts as the next even one where chroma is halved: the last column or row has
/// chroma of its own. Only the packed 4:2:2 of an odd width may end in the middle of a pair.
public struct RawPlanes: Hashable, Sendable {
    /// Bytes from one row of the first plane to the next.
    public let stride: Int
    /// Bytes in use in a row of the first plane.
    public let row: Int
    /// Rows of the first plane that share one of chroma.
    public let sharedRows: Int
    /// Bytes from one row of a chroma plane to the next; 0 where there is none.
    public let chromaStride: Int
    /// Where the first chroma plane begins.
    public let chroma: Int
    /// Where the second begins; the first where there is only one.
    public let secondChroma: Int
    /// The bytes a whole frame has at least: its last row needs no padding.
    public let count: Int

    /// The planes of a layout; nil where a side is under 1 or over 65,536, or the stride is too
    /// small for a row or over 2^24.
    public init?(_ layout: FrameLayout, _ format: RawFormat) {
        let (width, height) = (layout.size.width, layout.size.height)
        guard (1...65_536).contains(width), (1...65_536).contains(height) else { return nil }
        row = width * format.bytesPerPixel
        stride = layout.stride
        guard stride >= row, stride <= 1 << 24 else { return nil }
        sharedRows = format.sharedRows
        let rows = (height + sharedRows - 1) / sharedRows
        let pairs = (width + 1) / 2
        chroma = stride * height
        switch format.family {
        case .semiPlanar:
            chromaStride = (stride + 1) / 2 * 2
            secondChroma = chroma
            count = chroma + chromaStride * (rows - 1) + 2 * pairs
        case .planar:
            chromaStride = (stride + 1) / 2
            secondChroma = chroma + chromaStride * rows
            count = secondChroma + chromaStride * (rows - 1) + pairs
        default:
            (chromaStride, secondChroma) = (0, chroma)
            count = stride * (height - 1) + row
        }
    }
}

extension Frame {
    /// Lends the luma where it lies as a picture of its own: planar and semi-planar formats and
    /// GREY, without padding. As the camera delivered it, in its range and not turned: readers of
    /// codes set their threshold by what is around, and turn by themselves.
    ///
    /// - Parameter longSide: the longer side of what is read as it is.
    /// - Returns: what `body` returned; nil where the luma has to be decoded first.
    public borrowing func withLuma<Result>(
        upTo longSide: Int, _ body: (UnsafeBufferPointer<UInt8>, Size) -> Result
    ) -> Result? {
        guard let format = RawFormat(layout.format), let planes = RawPlanes(layout, format),
            format.isLumaApart, planes.stride == layout.size.width, bytes.count >= planes.count,
            max(layout.size.width, layout.size.height) <= longSide
        else { return nil }
        return body(
            UnsafeRawBufferPointer(rebasing: bytes.prefix(planes.chroma))
                .assumingMemoryBound(to: UInt8.self), layout.size)
    }
}

extension FourCC {
    /// Bytes of a row of the first plane without padding, for drivers that name no stride; 0 for
    /// compressed formats.
    public func leastStride(_ columns: UInt32) -> Int {
        if let raw = RawFormat(self) { return Int(columns) * raw.bytesPerPixel }
        return Int(columns) * (bitsToConvert ?? 0) / 8
    }
}

extension RawFormat {
    /// Whether the first plane is the luma and nothing else.
    fileprivate var isLumaApart: Bool {
        switch family {
        case .semiPlanar, .planar, .gray: true
        case .packed, .rgb: false
        }
    }

    /// Bytes of a pixel in the first plane.
    fileprivate var bytesPerPixel: Int {
        switch family {
        case .packed: 2
        case .semiPlanar, .planar, .gray: 1
        case .rgb(let bytes, _, _, _): bytes
        }
    }

    fileprivate var sharedRows: Int {
        switch family {
        case .semiPlanar(let rows): rows
        case .planar: 2
        default: 1
        }
    }
}
