import KioskCore

/// Too much light, measured by how much of a drawn face loses its detail, or too little, by how dark its
/// brightest parts are.
struct FaceExposure {
    /// The indices, in bytes, of the face's pixels: from hairline to chin.
    private let face: [Int]
    private let pixels: [UInt8]

    init(of drawing: HeadDrawing, on canvas: Canvas) {
        pixels = canvas.pixels
        let mask = drawing.faceMask(in: canvas.size)
        face = mask.indices.filter { mask[$0] > 127 }.map { $0 * 3 }
    }

    /// Gives all pixels the light that burns out that many % of the face, or, negative, that leaves so much
    /// missing in its brightest parts to a face that is lit.
    func expose(_ canvas: inout Canvas, burnt percent: Double) {
        guard percent != 0, !face.isEmpty else { return }
        let table = Self.table(gain: gain(for: percent))
        canvas.pixels.withUnsafeMutableBufferPointer { pixels in
            for index in pixels.indices {
                pixels[index] = Self.dithered(table, pixels[index], index)
            }
        }
    }

    /// By bisection over thousandths to thousandfold, each time the geometric mean.
    private func gain(for percent: Double) -> Double {
        // 95 without the forehead, which is brighter and not counted where a portrait is judged.
        let (level, share) =
            percent > 0 ? (250, percent / 100) : (Int(99 * (1 + percent / 100)), 0.02)
        var (low, high) = (0.001, 1000.0)
        for _ in 0..<34 {
            let middle = (low * high).squareRoot()
            let isTooBright = self.share(over: level, Self.table(gain: middle)) > share
            if isTooBright { high = middle } else { low = middle }
        }
        return low
    }

    /// The share of the face whose luma (BT.601, rounded) is of that level or more.
    private func share(over level: Int, _ table: [UInt16]) -> Double {
        var count = 0
        for index in face {
            let red = Int(Self.dithered(table, pixels[index], index))
            let green = Int(Self.dithered(table, pixels[index + 1], index + 1))
            let blue = Int(Self.dithered(table, pixels[index + 2], index + 2))
            if (299 * red + 587 * green + 114 * blue + 500) / 1000 >= level { count += 1 }
        }
        return Double(count) / Double(face.count)
    }

    /// The code of each code under so much light, in 256ths.
    private static func table(gain: Double) -> [UInt16] {
        Gamma.light.map { light in
            UInt16(Gamma.code(ofLight: min(1, light * gain)) * 256)
        }
    }

    /// A pixel's code, rounded up or down by turns, so that even skin changes by degrees as a
    /// sensor's does, and not all at once.
    private static func dithered(_ table: [UInt16], _ code: UInt8, _ index: Int) -> UInt8 {
        let turn = (UInt32(truncatingIfNeeded: index) &* 2_654_435_769) >> 24
        return UInt8((UInt32(table[Int(code)]) + turn) >> 8)
    }
}
