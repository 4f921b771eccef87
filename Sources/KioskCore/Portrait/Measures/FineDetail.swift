/// Whether a portrait has the detail that its pixels could hold: a picture that was enlarged has none.
public enum FineDetail {
    /// How much there is about a head, thousandths: the energy of the sixth differences, which only changes
    /// from pixel to pixel have (half of them at 0.39 of the sampling frequency), by that of second differences
    /// over four pixels, which eyes and hair have at every sharpness. Camera pictures have 11 to 40, the same
    /// enlarged from a quarter of their pixels under 6, whatever filter enlarged them and however sharpened.
    ///
    /// - Returns: nil where the head lies outside.
    public static func share(in gray: GrayImage, _ head: HeadGeometry) -> Double? {
        let columns = clamp(
            head.middle - 0.7 * head.faceWidth, head.middle + 0.7 * head.faceWidth, gray.width)
        let rows = clamp(
            head.eyeLine - head.faceWidth, head.eyeLine + 0.7 * head.faceWidth, gray.height)
        guard columns.count > 16, rows.count > 16 else { return nil }
        var (fine, coarse) = (0, 0)
        gray.pixels.withUnsafeBufferPointer { pixels in
            for y in rows {
                for step in [1, gray.width] {
                    let (sixth, second) = energies(pixels, y * gray.width, columns, step)
                    fine += sixth
                    coarse += second
                }
            }
        }
        // The kernels' sums of magnitudes are 64 and 4.
        return coarse > 0 ? 1_000 * Double(fine) / 4_096 / (Double(coarse) / 16) : nil
    }

    /// Sums of squares over one row, along it or across.
    private static func energies(
        _ pixels: UnsafeBufferPointer<UInt8>, _ row: Int, _ columns: Range<Int>, _ step: Int
    ) -> (sixth: Int, second: Int) {
        var (fine, coarse) = (0, 0)
        for at in row + columns.lowerBound..<row + columns.upperBound {
            func pair(_ far: Int) -> Int32 {
                Int32(pixels[at - far * step]) + Int32(pixels[at + far * step])
            }
            let middle = Int32(pixels[at])
            let sixth = pair(3) - 6 * pair(2) + 15 * pair(1) - 20 * middle
            let second = 2 * middle - pair(4)
            fine += Int(sixth * sixth)
            coarse += Int(second * second)
        }
        return (fine, coarse)
    }

    private static func clamp(_ low: Double, _ high: Double, _ size: Int) -> Range<Int> {
        let first = max(4, Int(low))
        return first..<max(first, min(size - 4, Int(high)))
    }
}
