import KioskCore

/// Too much or too little light, measured by how much of a drawn face loses its detail.
struct FaceExposure {
    /// The indices, in bytes, of the face's pixels: from hairline to chin.
    private let face: [Int]
    private let pixels: [UInt8]

    init(of drawing: HeadDrawing, on canvas: Canvas) {
        pixels = canvas.pixels
        let mask = drawing.faceMask(in: canvas.size)
        face = mask.indices.filter { mask[$0] > 127 }.map { $0 * 3 }
    }

    /// Gives all pixels the light that burns out that many % of the face, or, negative, blackens
    /// them.
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
        var (low, high) = (0.001, 1000.0)
        for _ in 0..<34 {
            let middle = (low * high).squareRoot()
            let lost = lostShare(Self.table(gain: middle), isBurnt: percent > 0)
            let isTooBright =
                percent > 0 ? lost > percent / 100 : lost < -percent / 100
            if isTooBright { high = middle } else { low = middle }
        }
        return percent > 0 ? low : high
    }

    /// The share of the face whose luma (BT.601, rounded) is 250 or more, or 25 or less.
    private func lostShare(_ table: [UInt16], isBurnt: Bool) -> Double {
        var lost = 0
        for index in face {
            let red = Int(Self.dithered(table, pixels[index], index))
            let green = Int(Self.dithered(table, pixels[index + 1], index + 1))
            let blue = Int(Self.dithered(table, pixels[index + 2], index + 2))
            let luma = (299 * red + 587 * green + 114 * blue + 500) / 1000
            if isBurnt ? luma >= 250 : luma <= 25 { lost += 1 }
        }
        return Double(lost) / Double(face.count)
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
