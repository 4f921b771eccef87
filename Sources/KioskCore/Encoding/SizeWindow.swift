/// How a JPEG keeps its colour: at half the rows and columns, or whole.
public enum Subsampling: String, Hashable, Sendable, Codable {
    /// 4:2:0, half the chroma in both directions.
    case half = "4:2:0"
    /// 4:4:4, all the chroma: larger, used where it helps to reach a lower bound.
    case none = "4:4:4"
}

/// A finished JPEG and how it was made.
public struct JPEG: Hashable, Sendable {
    /// The file's bytes.
    public var bytes: [UInt8]
    /// The quality factor, 1 to 100.
    public var quality: Int
    /// How colour was kept.
    public var subsampling: Subsampling

    /// A JPEG of those bytes.
    public init(bytes: [UInt8], quality: Int, subsampling: Subsampling) {
        self.bytes = bytes
        self.quality = quality
        self.subsampling = subsampling
    }
}

/// Finds the JPEG nearest to its picture whose length lies in a window: the highest quality that fits with
/// half the chroma, or the highest that fits with whole chroma where that shows the picture better.
/// Photographs are nearer with half of it, sharp edges of strong colours with the whole.
public struct SizeWindow: Sendable {
    /// Lengths allowed, bytes.
    public let bytes: ClosedRange<Int>
    /// The least quality factor.
    public let leastQuality: Int

    /// The window of a rule.
    public init(_ rule: PortraitRule) {
        self.init(bytes: rule.bytes, leastQuality: rule.leastQuality)
    }

    /// A window of those lengths; `leastQuality` from 1 to 100.
    public init(bytes: ClosedRange<Int>, leastQuality: Int) {
        self.bytes = bytes
        self.leastQuality = leastQuality
    }

    /// By so much lower the one with whole chroma ends.
    private static let wholeIsLower = 2

    /// The nearest JPEG that fits.
    ///
    /// - Parameters:
    ///   - pixels: how many the picture has, for a good first guess.
    ///   - encode: makes the JPEG of one quality and subsampling; called nine times at most for each
    ///     subsampling, three or four as a rule.
    ///   - error: how far a JPEG's picture is from what was encoded, mean square; asked only where both
    ///     subsamplings fit.
    /// - Throws: `size.above` where even the least quality is too long, `size.below` where even
    ///   quality 100 with whole chroma is too short, `size.between` where one quality is too short
    ///   and the next too long; or what the closures throw.
    public func fit(
        pixels: Int = 480 * 640, encode: (Int, Subsampling) throws(KioskError) -> JPEG,
        error: (JPEG) throws(KioskError) -> Double
    ) throws(KioskError) -> JPEG {
        let half = try longest(.half, from: search.likely(pixels: pixels), encode)
        let whole = try longest(
            .none, from: half.map { $0.quality - Self.wholeIsLower } ?? leastQuality, encode)
        guard let half, fits(half) else {
            guard let whole, fits(whole) else { throw fault(half, whole) }
            return whole
        }
        guard let whole, fits(whole) else { return half }
        return try error(whole) < Self.gain * error(half) ? whole : half
    }

    /// Whole chroma is taken where the picture is nearer by half a decibel: it costs fine detail of the luma,
    /// which people see more than a mean square does (one real portrait: 0.2 dB gained, SSIM 0.9975 → 0.9964).
    public static let gain = 0.89

    private var search: QualitySearch {
        QualitySearch(most: bytes.upperBound, least: leastQuality)
    }

    private func fits(_ jpeg: JPEG) -> Bool { bytes.contains(jpeg.bytes.count) }

    /// The longest JPEG under the upper bound; nil where none is.
    private func longest(
        _ subsampling: Subsampling, from first: Int,
        _ encode: (Int, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG? {
        try search.highest(from: first) {
            quality throws(KioskError) in try encode(quality, subsampling)
        }
    }

    /// Why nothing fits: the longest JPEGs under the upper bound are none, or too short.
    private func fault(_ half: JPEG?, _ whole: JPEG?) -> KioskError {
        guard let nearest = whole ?? half else {
            return KioskError(.sizeAbove, detail: "\(bytes.upperBound)")
        }
        guard nearest.quality < 100 else {
            return KioskError(.sizeBelow, detail: "\(bytes.lowerBound)")
        }
        return KioskError(
            .sizeBetween,
            detail: "\(bytes.lowerBound)–\(bytes.upperBound), \(nearest.bytes.count)")
    }
}
