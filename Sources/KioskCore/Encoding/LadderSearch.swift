import Foundation

/// Searches the finest rung whose JPEG is no longer than a bound.
///
/// The length falls nearly as a power of the scale: the first guesses follow it, and what they leave between the
/// finest that fits and the next that does not is halved. It ends where the two are neighbours: a finer rung is
/// nearly always longer.
struct LadderSearch {
    /// A rung and its JPEG.
    struct Found {
        let rung: TableLadder.Rung
        let jpeg: JPEG
    }

    /// Bytes that are allowed.
    let most: Int
    /// The rungs that may be taken, the finest first.
    let rungs: ArraySlice<TableLadder.Rung>

    private static let guesses = 4
    /// The scale falls as this power of the length, and where a byte for three pixels is that, by portraits.
    private static let power = 1.64
    private static let bytesPerPixel = 0.326
    /// No two lengths tell of a steeper or flatter law than these.
    private static let powers = 0.8...4.0

    /// The finest that fits; nil where even the coarsest is too long.
    ///
    /// - Parameters:
    ///   - scale: the scale to begin with.
    ///   - encode: makes the JPEG of a rung.
    func finest(
        from scale: Double, _ encode: (TableLadder.Rung) throws(KioskError) -> JPEG
    ) throws(KioskError) -> Found? {
        var (best, worst): (Found?, Found?) = (nil, nil)
        var next = index(scale)
        var tried = 0
        while rungs.indices.contains(next) {
            let found = Found(rung: rungs[next], jpeg: try encode(rungs[next]))
            tried += 1
            if found.jpeg.bytes.count <= most { best = found } else { worst = found }
            let low = worst?.rung.index ?? rungs.startIndex - 1
            let high = best?.rung.index ?? rungs.endIndex
            guard high - low > 1 else { break }
            let guess = tried < Self.guesses ? index(self.scale(best, worst)) : (low + high) / 2
            next = min(max(guess, low + 1), high - 1)
        }
        return best
    }

    /// The scale at which portraits of so many pixels come near the bound.
    func likely(pixels: Int) -> Double {
        pow(Self.bytesPerPixel * Double(pixels) / Double(max(1, most)), Self.power)
    }

    /// The finest rung of at least a scale, or the last.
    private func index(_ scale: Double) -> Int {
        rungs.first { $0.scale >= scale * 0.999 }?.index ?? rungs.endIndex - 1
    }

    /// The scale at which the power through two JPEGs, or through one, meets the bound.
    private func scale(_ best: Found?, _ worst: Found?) -> Double {
        guard let one = best ?? worst else { return 1 }
        let power = Self.power(best, worst)
        return one.rung.scale * pow(Double(one.jpeg.bytes.count) / Double(max(1, most)), power)
    }

    private static func power(_ best: Found?, _ worst: Found?) -> Double {
        guard let best, let worst, worst.jpeg.bytes.count > best.jpeg.bytes.count else {
            return power
        }
        let law =
            log(best.rung.scale / worst.rung.scale)
            / log(Double(worst.jpeg.bytes.count) / Double(best.jpeg.bytes.count))
        return min(max(law, powers.lowerBound), powers.upperBound)
    }
}
