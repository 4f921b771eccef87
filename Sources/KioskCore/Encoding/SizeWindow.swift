/// How a JPEG keeps its colour: at half the rows and columns, or whole.
public enum Subsampling: String, Hashable, Sendable, Codable {
    /// 4:2:0, half the chroma in both directions.
    case half = "4:2:0"
    /// 4:4:4, all the chroma.
    case none = "4:4:4"
}

/// A finished JPEG and how it was made.
public struct JPEG: Hashable, Sendable {
    /// The file's bytes.
    public var bytes: [UInt8]
    /// The quality factor that its tables belong to, 1 to 100.
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

/// Finds the JPEG nearest to its picture whose length lies in a window: the finest that fits with whole chroma,
/// or the finest that fits with half of it where that shows the picture better.
///
/// Where the window has room for fine steps whole chroma is nearer: photographs by a few tenths of a decibel,
/// sharp edges of strong colours by several. Where it has not, half leaves the luma more.
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

    /// Up to this scale whole chroma is taken without a look at half of it.
    public static let fine = 1.5
    /// Beyond it, whole chroma is taken where the picture is nearer by half a decibel: it costs fine detail of
    /// the luma, which people see more than a mean square does.
    public static let gain = 0.89
    /// By so much finer the one with half the chroma ends.
    private static let halfIsFiner = 0.87

    /// The nearest JPEG that fits.
    ///
    /// - Parameters:
    ///   - pixels: how many the picture has, for a good first guess.
    ///   - encode: makes the JPEG of one rung and subsampling; called twelve times at most for each
    ///     subsampling, three or four as a rule.
    ///   - error: how far a JPEG's picture is from what was encoded, mean square; asked only where both
    ///     subsamplings fit.
    /// - Throws: `size.above` where even the coarsest rung is too long, `size.below` where even the finest
    ///   with whole chroma is too short, `size.between` where one rung is too short and the next too long;
    ///   or what the closures throw.
    public func fit(
        pixels: Int = 480 * 640,
        encode: (TableLadder.Rung, Subsampling) throws(KioskError) -> JPEG,
        error: (JPEG) throws(KioskError) -> Double
    ) throws(KioskError) -> JPEG {
        let whole = try finest(.none, from: nil, pixels, encode)
        if let whole, fits(whole), whole.rung.scale <= Self.fine { return whole.jpeg }
        let half = try finest(
            .half, from: whole.map { $0.rung.scale * Self.halfIsFiner }, pixels, encode)
        guard let half, fits(half) else {
            guard let whole, fits(whole) else { throw fault(whole ?? half) }
            return whole.jpeg
        }
        guard let whole, fits(whole) else { return half.jpeg }
        return try error(whole.jpeg) < Self.gain * error(half.jpeg) ? whole.jpeg : half.jpeg
    }

    private func fits(_ found: LadderSearch.Found) -> Bool {
        bytes.contains(found.jpeg.bytes.count)
    }

    /// The finest under the upper bound; nil where none is.
    private func finest(
        _ subsampling: Subsampling, from scale: Double?, _ pixels: Int,
        _ encode: (TableLadder.Rung, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> LadderSearch.Found? {
        let search = LadderSearch(
            most: bytes.upperBound,
            rungs: TableLadder.of(subsampling).rungs(quality: leastQuality))
        return try search.finest(from: scale ?? search.likely(pixels: pixels)) {
            rung throws(KioskError) in try encode(rung, subsampling)
        }
    }

    /// Why nothing fits: the longest JPEG under the upper bound is none, or too short.
    private func fault(_ nearest: LadderSearch.Found?) -> KioskError {
        guard let nearest else {
            return KioskError(.sizeAbove, detail: "\(bytes.upperBound)")
        }
        guard nearest.rung.index > 0 else {
            return KioskError(.sizeBelow, detail: "\(bytes.lowerBound)")
        }
        return KioskError(
            .sizeBetween,
            detail: "\(bytes.lowerBound)–\(bytes.upperBound), \(nearest.jpeg.bytes.count)")
    }
}
