import CQREncode
import KioskCore

/// A phone that shows a 采集码: a white card with lines of print and the code in a frame.
struct PhoneDrawing {
    private let matrix: QRMatrix
    /// Pixels a module.
    private let module: Double
    private let accent: StudioColor

    /// A phone with this code, its modules `module` px wide.
    init?(_ code: [UInt8], module: Double, random: inout StudioRandom) {
        let level = random.choose([QR_ECLEVEL_L, QR_ECLEVEL_M])
        guard let matrix = QRMatrix(code, level: level) else { return nil }
        self.matrix = matrix
        self.module = module
        accent = random.choose([
            StudioColor(38, 110, 190), StudioColor(36, 140, 120), StudioColor(90, 90, 180),
        ])
    }

    /// Half of the code's side with its frame, px.
    var half: Double { Double(matrix.side + 8) / 2 * module }

    /// Draws the phone with the code's middle at a place, tilted by a few degrees; `slope` is the
    /// tangent of the tilt.
    func draw(at centre: Point, slope: Double, on canvas: inout Canvas) {
        let norm = 1 / (1 + slope * slope).squareRoot()
        let (width, up, down) = (half * 1.42, half * 2.0, half * 1.95)
        let reach = up + width * abs(slope) + 8
        let rows = Self.pixels(centre.y, reach, limit: canvas.size.height)
        let columns = Self.pixels(centre.x, reach, limit: canvas.size.width)
        for y in rows {
            for x in columns {
                let (dx, dy) = (Double(x) + 0.5 - centre.x, Double(y) + 0.5 - centre.y)
                let u = (dx + dy * slope) * norm
                let v = (dy - dx * slope) * norm
                guard abs(u) < width + 1, v > -up - 1, v < down + 1 else { continue }
                let (color, share) = color(u, v, width, up, down)
                canvas.blend(color, share, at: (y * canvas.size.width + x) * 3)
            }
        }
    }

    /// The pixels within reach of a place; none where it is outside the picture.
    private static func pixels(_ centre: Double, _ reach: Double, limit: Int) -> Range<Int> {
        let first = min(max(0, Int(centre - reach)), limit)
        return first..<max(first, min(limit, Int(centre + reach) + 1))
    }

    /// The colour at a place of the phone and how much of it covers what is behind.
    private func color(_ u: Double, _ v: Double, _ width: Double, _ up: Double, _ down: Double)
        -> (StudioColor, Double)
    {
        let edge = min(width - abs(u), min(v + up, down - v))
        let share = min(max(edge + 0.5, 0), 1)
        let bezel = width * 0.045
        guard edge > bezel else { return (StudioColor(26, 27, 31), share) }
        if abs(u) < half, abs(v) < half { return (codeColor(u, v), 1) }
        if abs(u) < half * 1.04, abs(v) < half * 1.04 { return (accent.mixed(.white, 0.4), 1) }
        return (card(u / half, v / half), 1)
    }

    /// The code, each pixel the mean of nine places in it, as a camera's pixel is.
    private func codeColor(_ u: Double, _ v: Double) -> StudioColor {
        func cell(_ place: Double) -> Int { Int(((place + half) / module).rounded(.down)) - 4 }
        let columns = [cell(u - 0.33), cell(u), cell(u + 0.33)] as InlineArray<3, Int>
        let rows = [cell(v - 0.33), cell(v), cell(v + 0.33)] as InlineArray<3, Int>
        var dark = 0.0
        for row in rows.indices {
            for column in columns.indices where matrix.isDark(columns[column], rows[row]) {
                dark += 1
            }
        }
        return StudioColor(248, 249, 250).mixed(StudioColor(24, 24, 28), dark / 9)
    }

    /// The card around the code: a coloured head, and lines that look like print.
    private func card(_ u: Double, _ v: Double) -> StudioColor {
        if v < -1.72 { return accent }
        let lines: [(row: Double, left: Double, right: Double)] = [
            (-1.52, -0.9, -0.5), (-1.52, -0.38, 0.3), (-1.34, -0.9, -0.5), (-1.34, -0.38, 0.75),
            (-1.16, -0.9, -0.5), (-1.16, -0.38, 0.55), (1.28, -0.7, 0.7), (1.44, -0.45, 0.45),
        ]
        let isPrint = lines.contains { line in
            abs(v - line.row) < 0.036 && u > line.left && u < line.right
        }
        return isPrint ? StudioColor(122, 128, 138) : StudioColor(248, 249, 250)
    }
}
