import KioskCore

/// Neck, shoulders and clothes.
extension HeadDrawing {
    func drawBody(on canvas: inout Canvas) {
        let shoulders = Curve.open([
            (-1.42, 2.5), (-1.38, 1.65), (-1.18, 1.34), (-0.72, 1.16), (-0.36, 1), (-0.27, 0.9),
        ])
        let mirrored = shoulders.reversed().map { (-$0.0, $0.1) }
        drawNeck(on: &canvas)
        let body = (shoulders + mirrored).map { place.bodyPoint($0.0, $0.1) }
        let neckline = self.neckline
        let belowCollar = body.filter { $0.y > place.bodyPoint(0, 1.0).y }
        let cloth = splice(belowCollar, neckline)
        canvas.fill(cloth, look.clothesColor.lit(1.12), to: look.clothesColor.lit(0.8))
        for side in [-1.0, 1.0] {
            canvas.glow(
                place.bodyPoint(side * 1.25, 1.9), (length(0.5), length(0.7)),
                look.clothesColor.lit(0.55), 0.5, within: cloth)
        }
        drawCollar(on: &canvas)
    }

    private func drawNeck(on canvas: inout Canvas) {
        let neck = Curve.open([
            (-0.3, 0.45), (-0.29, 0.82), (-0.34, 0.98), (-0.6, 1.14), (-0.5, 1.5),
        ])
        let outline = (neck + neck.reversed().map { (-$0.0, $0.1) }).map {
            place.bodyPoint($0.0, $0.1)
        }
        canvas.fill(outline, look.skin.lit(0.8), to: look.skin.lit(0.92))
        let shadow = look.skin.mixed(StudioColor(60, 26, 22), 0.5).lit(0.66)
        let chin = place.point(0, 0.84)
        canvas.glow(chin, (length(0.42), length(0.2)), shadow, 0.85, within: outline)
    }

    /// The upper edge of the clothes, from the picture's left to its right.
    private var neckline: [Point] {
        let places: [(Double, Double)] =
            switch look.clothes {
            case .shirt, .blazer: [(-0.36, 1), (-0.2, 1.12), (0, 1.32), (0.2, 1.12), (0.36, 1)]
            case .roundNeck: [(-0.36, 1), (-0.24, 1.1), (0, 1.16), (0.24, 1.1), (0.36, 1)]
            case .vNeck: [(-0.36, 1), (-0.18, 1.2), (0, 1.42), (0.18, 1.2), (0.36, 1)]
            case .hoodie: [(-0.38, 0.96), (-0.2, 1.06), (0, 1.1), (0.2, 1.06), (0.38, 0.96)]
            }
        return Curve.open(places).map { place.bodyPoint($0.0, $0.1) }
    }

    /// Shoulders up to the neck, along the neckline, and down again.
    private func splice(_ shoulders: [Point], _ neckline: [Point]) -> [Point] {
        let middle = place.eyes.x
        return shoulders.filter { $0.x < middle } + neckline + shoulders.filter { $0.x >= middle }
    }

    private func drawCollar(on canvas: inout Canvas) {
        switch look.clothes {
        case .shirt: drawWings(Self.shirtCollar, StudioColor(236, 238, 242), on: &canvas)
        case .blazer:
            drawInset(on: &canvas)
            drawWings(Self.blazerLapel, look.clothesColor.lit(0.78), on: &canvas)
        case .roundNeck, .vNeck:
            canvas.stroke(neckline, width: length(0.05), look.clothesColor.lit(0.72))
        case .hoodie:
            canvas.stroke(neckline, width: length(0.12), look.clothesColor.lit(0.86))
            for side in [-1.0, 1.0] {
                canvas.stroke(
                    [place.bodyPoint(side * 0.12, 1.16), place.bodyPoint(side * 0.13, 1.52)],
                    width: length(0.022), StudioColor(230, 228, 222))
            }
        }
    }

    /// The shirt under a blazer.
    private func drawInset(on canvas: inout Canvas) {
        let inset = [
            (-0.3, 1.03), (-0.14, 1.18), (0, 1.32), (0.14, 1.18), (0.3, 1.03), (0.2, 1.6),
            (0, 1.95), (-0.2, 1.6),
        ]
        canvas.fill(
            inset.map { place.bodyPoint($0.0, $0.1) }, StudioColor(238, 240, 244),
            to: StudioColor(214, 218, 226))
    }

    /// Half a shirt's collar: its two halves meet under the chin.
    private static let shirtCollar = [
        (0.36, 0.95), (0.44, 1.05), (0.33, 1.38), (0.0, 1.33), (0.13, 1.19), (0.26, 1.06),
    ]
    /// One lapel of a blazer.
    private static let blazerLapel = [
        (0.37, 0.96), (0.46, 1.06), (0.3, 1.64), (0.07, 1.76), (0.1, 1.42), (0.22, 1.14),
    ]

    /// A collar's half on either side.
    private func drawWings(
        _ outline: [(Double, Double)], _ color: StudioColor, on canvas: inout Canvas
    ) {
        for side in [-1.0, 1.0] {
            let points = outline.map { place.bodyPoint(side * $0.0, $0.1) }
            canvas.fill(points, color, to: color.lit(0.88))
            canvas.stroke(
                points + points.prefix(1), width: length(0.008), color.lit(0.6), opacity: 0.5)
        }
    }
}
