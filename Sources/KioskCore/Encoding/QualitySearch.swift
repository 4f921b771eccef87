/// Searches the highest quality factor whose JPEG is no longer than a bound.
///
/// One over the length follows the steps of libjpeg's tables nearly in a straight line: the first guesses
/// lie on it, and what they leave between the longest that fits and the next that does not is halved. It ends
/// where the two are neighbours: length is nearly monotonic in quality (one step back in 3,000 seen).
struct QualitySearch {
    /// Bytes that are allowed.
    let most: Int
    /// The least quality factor.
    let least: Int

    private static let guesses = 4

    /// The longest JPEG found; nil where even the least quality is too long.
    ///
    /// - Parameters:
    ///   - first: the quality to begin with.
    ///   - encode: makes the JPEG of a quality.
    func highest(
        from first: Int, _ encode: (Int) throws(KioskError) -> JPEG
    ) throws(KioskError) -> JPEG? {
        var (best, worst): (JPEG?, JPEG?) = (nil, nil)
        var next = min(max(first, least), 100)
        var tried = 0
        while true {
            let jpeg = try encode(next)
            tried += 1
            if jpeg.bytes.count <= most { best = jpeg } else { worst = jpeg }
            let (low, high) = (best?.quality ?? least - 1, worst?.quality ?? 101)
            guard high - low > 1 else { return best }
            let guess = tried < Self.guesses ? self.guess(best, worst) : (low + high) / 2
            next = min(max(guess, low + 1), high - 1)
        }
    }

    /// The quality at which portraits of so many pixels come near the bound: four bytes a pixel and step, by
    /// real and drawn ones.
    func likely(pixels: Int) -> Int {
        Int((Self.usual - min(4 * Double(pixels) / Double(max(1, most)), Self.usual)) / 2)
    }

    /// Where the line through two JPEGs meets the bound, or through one and no length at all steps.
    private func guess(_ best: JPEG?, _ worst: JPEG?) -> Int {
        guard let one = best ?? worst else { return least }
        let (steps, inverse) = (Self.steps(one), 1 / Double(one.bytes.count))
        let other = best == nil ? nil : worst
        let slope =
            other.map { (Self.steps($0) - steps) / (1 / Double($0.bytes.count) - inverse) }
            ?? steps / inverse
        let wanted = steps + slope * (1 / Double(max(1, most)) - inverse)
        return Int((Self.usual - min(max(wanted, 0), Self.usual)) / 2)
    }

    /// The steps of libjpeg's tables are 200 − 2 × quality percent of the usual ones, and none is less than
    /// 1: ten percent more, by portraits.
    private static func steps(_ jpeg: JPEG) -> Double { usual - 2 * Double(jpeg.quality) }

    private static let usual = 210.0
}
