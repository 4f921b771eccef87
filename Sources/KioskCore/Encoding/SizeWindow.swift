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

/// Finds the best JPEG whose length lies in a window, by a search over the quality factor.
///
/// Size is nearly monotonic in quality (one step back in 3,000 seen), so the search bisects and
/// then looks at the two neighbours above. At most nine encodes; where no quality falls into the
/// window with half the chroma, whole chroma is searched too, eight more.
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

    /// The JPEG of the highest quality that fits.
    ///
    /// - Parameter encode: makes the JPEG of one quality and subsampling.
    /// - Throws: `size.above` where even the least quality is too long, `size.below` where even
    ///   quality 100 with whole chroma is too short, `size.between` where one quality is too short
    ///   and the next too long; or what `encode` throws.
    public func fit(
        encode: (Int, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG {
        let top = try encode(100, .half)
        if bytes.contains(top.bytes.count) { return top }
        guard top.bytes.count > bytes.upperBound else {
            return try fitBelow(encode)
        }
        guard let best = try highest(.half, below: 100, look: 2, encode) else {
            throw KioskError(.sizeAbove, detail: "\(bytes.upperBound)")
        }
        if best.bytes.count >= bytes.lowerBound { return best }
        return try fitBetween(best, encode)
    }

    /// Where one quality with half the chroma is too short and the next too long: whole chroma, whose
    /// lengths lie elsewhere.
    private func fitBetween(
        _ short: JPEG, _ encode: (Int, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG {
        guard let best = try highest(.none, below: short.quality + 1, look: 1, encode),
            best.bytes.count >= bytes.lowerBound
        else { throw between(short) }
        return best
    }

    /// Where 4:2:0 at quality 100 is too short: whole chroma, at the highest quality that fits.
    private func fitBelow(
        _ encode: (Int, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG {
        let top = try encode(100, .none)
        if bytes.contains(top.bytes.count) { return top }
        guard top.bytes.count > bytes.upperBound else {
            throw KioskError(.sizeBelow, detail: "\(bytes.lowerBound)")
        }
        guard let best = try highest(.none, below: 100, look: 1, encode),
            best.bytes.count >= bytes.lowerBound
        else { throw between(top) }
        return best
    }

    /// The longest JPEG under the upper bound with a quality in `leastQuality..<limit`; nil where
    /// none is. Bisects, then looks at `look` qualities above the first that failed.
    private func highest(
        _ subsampling: Subsampling, below limit: Int, look: Int,
        _ encode: (Int, Subsampling) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG? {
        var best: JPEG?
        var low = leastQuality - 1
        var high = limit
        while high - low > 1 {
            let middle = (low + high) / 2
            let jpeg = try encode(middle, subsampling)
            if jpeg.bytes.count <= bytes.upperBound {
                (best, low) = (jpeg, middle)
            } else {
                high = middle
            }
        }
        for quality in [high + 1, high + 2].prefix(look) where quality < limit {
            let jpeg = try encode(quality, subsampling)
            if jpeg.bytes.count <= bytes.upperBound { best = jpeg }
        }
        return best
    }

    private func between(_ nearest: JPEG) -> KioskError {
        KioskError(
            .sizeBetween,
            detail: "\(bytes.lowerBound)–\(bytes.upperBound), \(nearest.bytes.count)")
    }
}
