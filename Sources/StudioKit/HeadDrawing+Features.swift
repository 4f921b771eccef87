import KioskCore

/// Eyes, brows, nose, mouth, glasses.
extension HeadDrawing {
    func drawFeatures(on canvas: inout Canvas) {
        for side in [-1.0, 1.0] {
            drawEye(side, on: &canvas)
            drawBrow(side, on: &canvas)
        }
        drawNose(on: &canvas)
        drawMouth(on: &canvas)
    }

    private var shadow: StudioColor { look.skin.mixed(StudioColor(70, 34, 30), 0.45).lit(0.8) }
    private var line: StudioColor { look.skin.mixed(.black, 0.78) }

    private func drawEye(_ side: Double, on canvas: inout Canvas) {
        let x = side * 0.222
        canvas.glow(place.point(x, -0.05), (length(0.16), length(0.1)), shadow, 0.34)
        canvas.glow(place.point(side * 0.1, -0.01), (length(0.06), length(0.09)), shadow, 0.4)
        let open = expression.eyesOpen * (1 - 0.55 * expression.lookingDown)
        let upper = [(-0.092, 0.008), (-0.04, -0.043), (0.03, -0.043), (0.09, 0.0)]
            .map { (x + side * $0.0, $0.1 * max(open, 0.02) + 0.02 * (1 - open)) }
        let lower = [(0.09, 0.0), (0.035, 0.03), (-0.035, 0.03), (-0.092, 0.008)]
            .map { (x + side * $0.0, $0.1) }
        let lid = Curve.open(upper)
        if open > 0.15 {
            let white = place.points(lid + Curve.open(lower))
            canvas.fill(white, StudioColor(232, 228, 224), to: StudioColor(244, 240, 236))
            drawIris(x, within: white, on: &canvas)
            canvas.stroke(
                place.points(Curve.open(lower)), width: length(0.008), line, opacity: 0.35)
        }
        canvas.stroke(place.points(lid), width: length(0.02), line, opacity: 0.95)
        let fold = upper.map { ($0.0, $0.1 - 0.032) }
        canvas.stroke(
            place.points(Curve.open(fold)), width: length(0.009), shadow, opacity: 0.55)
    }

    private func drawIris(_ x: Double, within white: [Point], on canvas: inout Canvas) {
        let down = 0.012 + 0.02 * expression.lookingDown
        // Clipped by the lids: what lies outside the white is not drawn.
        let inside = white.map(\.y)
        let top = (inside.min() ?? 0) + length(0.002)
        let bottom = (inside.max() ?? 0) - length(0.002)
        func disc(_ radius: Double) -> [Point] {
            place.points(Curve.ellipse(x, down - 0.012, radius, radius)).map {
                Point(x: $0.x, y: min(max($0.y, top), bottom))
            }
        }
        canvas.fill(disc(0.043), look.iris.lit(0.7), to: look.iris.lit(1.25))
        canvas.fill(disc(0.019), .black)
        canvas.glow(
            place.point(x - 0.014, down - 0.03), (length(0.013), length(0.013)), .white, 1)
    }

    private func drawBrow(_ side: Double, on canvas: inout Canvas) {
        let brow = Curve.closed(
            [
                (0.084, -0.138), (0.17, -0.166), (0.27, -0.182), (0.36, -0.162), (0.42, -0.1),
                (0.355, -0.134), (0.265, -0.148), (0.17, -0.134), (0.09, -0.108),
            ].map { (side * $0.0, $0.1) })
        let color = look.hair == .bald ? look.skin.mixed(.black, 0.6) : look.hairColor
        canvas.fill(place.points(brow), color.mixed(look.skin, 0.18), opacity: 0.86)
    }

    private func drawNose(on canvas: inout Canvas) {
        let light = look.skin.mixed(StudioColor(255, 244, 232), 0.5)
        for side in [-1.0, 1.0] {
            canvas.glow(
                place.point(side * 0.085, 0.13), (length(0.05), length(0.2)), shadow,
                0.36 + 0.1 * side * look.light)
            canvas.glow(place.point(side * 0.1, 0.275), (length(0.045), length(0.06)), shadow, 0.4)
            canvas.fill(
                place.points(Curve.ellipse(side * 0.048, 0.302, 0.026, 0.012)), line, opacity: 0.72)
        }
        canvas.glow(place.point(0, 0.12), (length(0.035), length(0.2)), light, 0.42)
        canvas.glow(place.point(0, 0.24), (length(0.06), length(0.06)), light, 0.5)
        canvas.glow(place.point(0, 0.33), (length(0.12), length(0.035)), shadow, 0.6)
    }

    private func drawMouth(on canvas: inout Canvas) {
        let gap = 0.06 * expression.mouthOpen
        let upper = Curve.closed([
            (-0.182, 0.47), (-0.112, 0.436), (-0.046, 0.41), (0, 0.422), (0.046, 0.41),
            (0.112, 0.436), (0.182, 0.47), (0.05, 0.468 - gap / 3), (0, 0.473 - gap / 3),
            (-0.05, 0.468 - gap / 3),
        ])
        let lower = Curve.closed([
            (-0.182, 0.47), (-0.05, 0.47 + gap), (0, 0.474 + gap), (0.05, 0.47 + gap),
            (0.182, 0.47), (0.115, 0.52 + gap), (0.05, 0.54 + gap), (0, 0.543 + gap),
            (-0.05, 0.54 + gap), (-0.115, 0.52 + gap),
        ])
        if gap > 0 {
            canvas.fill(
                place.points(Curve.ellipse(0, 0.472 + gap / 2, 0.15, gap / 2 + 0.01)),
                StudioColor(60, 20, 24))
        }
        canvas.fill(place.points(upper), look.lips.lit(0.88), to: look.lips.lit(0.8))
        canvas.fill(place.points(lower), look.lips, to: look.lips.lit(0.9))
        canvas.glow(
            place.point(0, 0.505 + gap), (length(0.08), length(0.022)),
            look.lips.mixed(.white, 0.5), 0.5)
        canvas.stroke(
            place.points(
                Curve.open([
                    (-0.188, 0.467), (-0.05, 0.468), (0, 0.473), (0.05, 0.468), (0.188, 0.467),
                ])),
            width: length(0.01), look.lips.mixed(.black, 0.6), opacity: gap > 0 ? 0.3 : 0.85)
        canvas.glow(place.point(0, 0.59 + gap), (length(0.13), length(0.035)), shadow, 0.4)
    }

    func drawGlasses(on canvas: inout Canvas) {
        // Dark rims on fair skin, light metal on dark skin, as people choose them.
        let color =
            look.skin.green > 115 ? StudioColor(58, 50, 52) : StudioColor(186, 168, 138)
        for side in [-1.0, 1.0] {
            let rim = Curve.closed(
                [
                    (0.075, -0.055), (0.2, -0.085), (0.34, -0.07), (0.385, -0.01), (0.35, 0.09),
                    (0.23, 0.125), (0.11, 0.1), (0.07, 0.03),
                ].map { (side * $0.0, $0.1) })
            canvas.fill(place.points(rim), .white, opacity: 0.05)
            canvas.stroke(
                place.points(rim + rim.prefix(1)), width: length(0.013), color, opacity: 0.85)
            canvas.stroke(
                place.points([(side * 0.38, -0.03), (side * 0.495, -0.02)]), width: length(0.016),
                color, opacity: 0.9)
        }
        canvas.stroke(
            place.points(Curve.open([(-0.075, -0.02), (0, -0.04), (0.075, -0.02)])),
            width: length(0.013), color, opacity: 0.85)
    }
}
