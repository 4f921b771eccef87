import KioskCore

/// Neck, shoulders and clothes.
extension HeadDrawing {
    func drawBody(on canvas: inout Canvas) {
        drawNeck(on: &canvas)
        let cloth = self.cloth
        canvas.fill(cloth, clothes(lit: 1.12), to: clothes(lit: 0.8))
        for side in [-1.0, 1.0] {
            canvas.glow(
                place.bodyPoint(side * 1.25, 1.9), (length(0.5), length(0.7)),
                clothes(lit: 0.55), 0.5, within: cloth)
        }
        drawCollar(on: &canvas)
    }

    /// The clothes' colour under more or less light.
    private func clothes(lit factor: Double) -> StudioColor {
        look.isEvenlyClothed ? look.clothesColor : look.clothesColor.lit(factor)
    }

    /// A colour of the collar or what is under it.
    private func trim(_ color: StudioColor) -> StudioColor {
        look.isEvenlyClothed ? look.clothesColor : color
    }

    /// The clothes' outline: up the shoulder, along the neckline, down the other shoulder.
    private var cloth: [Point] {
        let shoulder = Curve.open([
            (-1.42, 2.5), (-1.38, 1.65), (-1.18, 1.34), (-0.72, 1.16), (-0.36, 1), (-0.27, 0.9),
        ]).filter { $0.1 > 1 }
        let other = shoulder.reversed().map { (-$0.0, $0.1) }
        return shoulder.map { place.bodyPoint($0.0, $0.1) } + neckline
            + other.map { place.bodyPoint($0.0, $0.1) }
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

    private func drawCollar(on canvas: inout Canvas) {
        switch look.clothes {
        case .shirt: drawWings(Self.shirtCollar, trim(StudioColor(236, 238, 242)), on: &canvas)
        case .blazer:
            drawInset(on: &canvas)
            drawWings(Self.blazerLapel, clothes(lit: 0.78), on: &canvas)
        case .roundNeck, .vNeck:
            canvas.stroke(neckline, width: length(0.05), clothes(lit: 0.72))
        case .hoodie:
            canvas.stroke(neckline, width: length(0.12), clothes(lit: 0.86))
            for side in [-1.0, 1.0] {
                canvas.stroke(
                    [place.bodyPoint(side * 0.12, 1.16), place.bodyPoint(side * 0.13, 1.52)],
                    width: length(0.022), trim(StudioColor(230, 228, 222)))
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
            inset.map { place.bodyPoint($0.0, $0.1) }, trim(StudioColor(238, 240, 244)),
            to: trim(StudioColor(214, 218, 226)))
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
            canvas.fill(points, color, to: trim(color.lit(0.88)))
            canvas.stroke(
                points + points.prefix(1), width: length(0.008), trim(color.lit(0.6)), opacity: 0.5)
        }
    }
}
