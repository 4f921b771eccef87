/// Which source pixels make a target pixel, and by how much.
struct Taps {
    /// Taps a target pixel.
    let count: Int
    /// The first source pixel of each target pixel; first + count never passes the end.
    let firsts: [Int]
    /// `count` weights a target pixel, their sum 1.
    let weights: [Float]
    /// The source pixels within one target pixel of each target pixel's middle; one at least.
    let inner: [Range<Int>]

    init(source: Int, target: Int) {
        let scale = max(1, Double(source) / Double(target))
        let radius = 2 * scale
        let count = min(source, Int((2 * radius).rounded(.up)) + 1)
        self.count = count
        firsts = (0..<target).map { index in
            let centre = (Double(index) + 0.5) * Double(source) / Double(target) - 0.5
            return min(max(0, Int((centre - radius).rounded(.up))), source - count)
        }
        weights = zip(0..., firsts).flatMap { index, first in
            let centre = (Double(index) + 0.5) * Double(source) / Double(target) - 0.5
            let raw = (first..<first + count).map {
                Self.mitchell((Double($0) - centre) / scale)
            }
            let sum = raw.reduce(0, +)
            return raw.map { Float($0 / sum) }
        }
        inner = (0..<target).map { index in
            let centre = (Double(index) + 0.5) * Double(source) / Double(target) - 0.5
            let first = max(0, Int((centre - scale).rounded(.up)))
            return first..<min(source, Int((centre + scale).rounded(.down)) + 1)
        }
    }

    /// The weights of one target pixel.
    func weights(of index: Int) -> ArraySlice<Float> {
        weights[index * count..<(index + 1) * count]
    }

    private static func mitchell(_ offset: Double) -> Double {
        let x = abs(offset)
        if x < 1 { return (7 * x * x * x - 12 * x * x + 16.0 / 3) / 6 }
        if x < 2 { return (-7.0 / 3 * x * x * x + 12 * x * x - 20 * x + 32.0 / 3) / 6 }
        return 0
    }
}
