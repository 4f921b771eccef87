public import KioskCore

/// A lens out of focus.
extension Canvas {
    /// Blurs by a Gaussian of that deviation, px, in linear light; edges are repeated outside.
    mutating func blur(sigma: Double) {
        let weights = Self.gaussian(sigma)
        guard weights.count > 1 else { return }
        let light = Gamma.light.map { Float($0) }
        let plane = pixels.map { light[Int($0)] }
        let across = Self.spread(plane, weights, rows: size.height, step: 3)
        let down = Self.mixRows(across, weights, rows: size.height)
        let steps = Float(Gamma.steps)
        let codes = Gamma.codes
        pixels = down.map { codes[Int(min(max($0, 0), 1) * steps + 0.5)] }
    }

    /// Weights from the middle outwards, the whole strip's sum being 1. Below 0.7 px a sampled bell
    /// is too narrow; there three weights have the asked variance exactly.
    private static func gaussian(_ sigma: Double) -> [Float] {
        guard sigma > 0.02 else { return [1] }
        guard sigma >= 0.7 else { return [Float(1 - sigma * sigma), Float(sigma * sigma / 2)] }
        let half = (0...Int(sigma * 4 + 1)).map { bell(Double($0 * $0) / (2 * sigma * sigma)) }
        let sum = 2 * half.reduce(0, +) - half[0]
        return half.map { Float($0 / sum) }
    }

    /// e^−x by its series for a 64th of x, squared six times.
    private static func bell(_ x: Double) -> Double {
        let part = x / 64
        var value = 1 - part * (1 - part / 2 * (1 - part / 3 * (1 - part / 4 * (1 - part / 5))))
        for _ in 0..<6 { value *= value }
        return value
    }

    /// Each row with its neighbours to the sides, `step` values away.
    private static func spread(_ plane: [Float], _ weights: [Float], rows: Int, step: Int)
        -> [Float]
    {
        let length = plane.count / rows
        let margin = (weights.count - 1) * step
        var padded = [Float](repeating: 0, count: length + 2 * margin)
        var result = [Float](repeating: 0, count: plane.count)
        for row in 0..<rows {
            pad(&padded, plane, from: row * length, length, margin, step)
            result.withUnsafeMutableBufferPointer { result in
                padded.withUnsafeBufferPointer { padded in
                    let target = UnsafeMutableBufferPointer(
                        rebasing: result[row * length..<(row + 1) * length])
                    for tap in 1 - weights.count..<weights.count {
                        let start = margin + tap * step
                        add(
                            UnsafeBufferPointer(rebasing: padded[start..<start + length]),
                            weights[abs(tap)], to: target)
                    }
                }
            }
        }
        return result
    }

    /// A row with its first and last pixel repeated on both sides.
    private static func pad(
        _ padded: inout [Float], _ plane: [Float], from start: Int, _ length: Int, _ margin: Int,
        _ step: Int
    ) {
        for index in 0..<padded.count {
            let place = index - margin
            let channel = ((place % step) + step) % step
            let inside = min(max(place, channel), length - step + channel)
            padded[index] = plane[start + inside]
        }
    }

    /// Each row with its neighbours above and below.
    private static func mixRows(_ plane: [Float], _ weights: [Float], rows: Int) -> [Float] {
        let length = plane.count / rows
        var result = [Float](repeating: 0, count: plane.count)
        result.withUnsafeMutableBufferPointer { result in
            plane.withUnsafeBufferPointer { plane in
                for row in 0..<rows {
                    let target = UnsafeMutableBufferPointer(
                        rebasing: result[row * length..<(row + 1) * length])
                    for tap in 1 - weights.count..<weights.count {
                        let start = min(max(row + tap, 0), rows - 1) * length
                        add(
                            UnsafeBufferPointer(rebasing: plane[start..<start + length]),
                            weights[abs(tap)], to: target)
                    }
                }
            }
        }
        return result
    }

    private static func add(
        _ row: UnsafeBufferPointer<Float>, _ weight: Float,
        to sum: UnsafeMutableBufferPointer<Float>
    ) {
        for index in 0..<sum.count { sum[index] += row[index] * weight }
    }
}

extension Photo {
    /// The picture as a lens out of focus takes it: a Gaussian of that deviation, px, in linear light.
    public func outOfFocus(sigma: Double) -> Photo {
        var canvas = Canvas(size: size, pixels: pixels)
        canvas.blur(sigma: sigma)
        return Photo(size: size, pixels: canvas.pixels)
    }
}
