import KioskCore

/// How far a reduced picture leaves the range that its source has about each pixel: halos that the
/// filter made up.
struct Ringing {
    /// The largest excess, codes.
    let largest: Int
    /// The share of samples that leave the range by more than three codes, 0 to 1.
    let share: Double

    /// The darkest and brightest source samples within one target pixel of each target sample.
    struct Bounds {
        let lows: [UInt8]
        let highs: [UInt8]

        init(_ source: Photo, _ size: Size) {
            let columns = (0..<size.width).map { Self.near($0, size.width, source.width) }
            let rows = (0..<size.height).map { Self.near($0, size.height, source.height) }
            var lows = [UInt8](repeating: .max, count: size.width * size.height * 3)
            var highs = [UInt8](repeating: .min, count: lows.count)
            for (y, lines) in rows.enumerated() {
                for (x, pixels) in columns.enumerated() {
                    for channel in 0..<3 {
                        let index = (y * size.width + x) * 3 + channel
                        for line in lines {
                            for pixel in pixels {
                                let level = source.pixels[
                                    (line * source.width + pixel) * 3 + channel]
                                lows[index] = min(lows[index], level)
                                highs[index] = max(highs[index], level)
                            }
                        }
                    }
                }
            }
            (self.lows, self.highs) = (lows, highs)
        }

        private static func near(_ index: Int, _ target: Int, _ source: Int) -> Range<Int> {
            let scale = Double(source) / Double(target)
            let centre = (Double(index) + 0.5) * scale - 0.5
            let first = max(0, Int((centre - scale).rounded(.up)))
            return first..<min(source, Int((centre + scale).rounded(.down)) + 1)
        }
    }

    init(_ photo: Photo, _ bounds: Bounds) {
        var (largest, count) = (0, 0)
        for (index, level) in photo.pixels.enumerated() {
            let below = Int(bounds.lows[index]) - Int(level)
            let excess = max(below, Int(level) - Int(bounds.highs[index]))
            largest = max(largest, excess)
            if excess > 3 { count += 1 }
        }
        self.largest = largest
        share = Double(count) / Double(photo.pixels.count)
    }
}
