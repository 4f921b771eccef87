import KioskCore

/// Eyes, brows, nose, mouth.
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
        glow(on: &canvas, (x, -0.05), (0.16, 0.1), shadow, 0.34)
        glow(on: &canvas, (side * 0.1, -0.01), (0.06, 0.09), shadow, 0.4)
        let open = expression.eyesOpen * (1 - 0.55 * expression.lookingDown)
        let apex = -0.043 + lidFall
        let upper = [(-0.092, 0.008), (-0.04, apex), (0.03, apex), (0.09, 0.0)]
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

    /// How far the upper lids follow eyes that look to the camera from a head that is nodded.
    private var lidFall: Double { 0.05 * Angle.sineCosine(place.turn.pitch).0 }

    /// An eye looks to the camera however the head is turned: iris and pupil stay before the
    /// eyeball's middle, and the lids hide what lies outside of the white.
    private func drawIris(_ x: Double, within white: [Point], on canvas: inout Canvas) {
        let down = 0.012 + 0.02 * expression.lookingDown
        let inside = white.map(\.y)
        let top = (inside.min() ?? 0) + length(0.002)
        let bottom = (inside.max() ?? 0) - length(0.002)
        func disc(_ radius: Double) -> [Point] {
            round(x, down - 0.012, radius).map {
                Point(x: $0.x, y: min(max($0.y, top), bottom))
            }
        }
        let lids = place.turn.isNone ? nil : white
        canvas.fill(disc(0.043), look.iris.lit(0.7), to: look.iris.lit(1.25), within: lids)
        canvas.fill(disc(0.019), .black, within: lids)
        canvas.glow(
            place.point(x - 0.014, down - 0.03, on: .eyeballs), (length(0.013), length(0.013)),
            .white, 1)
    }

    /// A circle that faces the camera, before an eyeball's middle.
    private func round(_ x: Double, _ y: Double, _ radius: Double) -> [Point] {
        guard !place.turn.isNone else { return place.points(Curve.ellipse(x, y, radius, radius)) }
        let centre = place.point(x, y, on: .eyeballs)
        return Curve.ellipse(0, 0, radius, radius).map {
            Point(x: centre.x + length($0.0), y: centre.y + length($0.1))
        }
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
            glow(
                on: &canvas, (side * 0.085, 0.12), (0.05, 0.22), shadow,
                0.36 + 0.1 * side * look.light)
            glow(on: &canvas, (side * 0.1, 0.273), (0.045, 0.06), shadow, 0.4)
            canvas.fill(
                place.points(Curve.ellipse(side * 0.048, 0.3, 0.026, 0.012)), line, opacity: 0.72)
        }
        glow(on: &canvas, (0, 0.11), (0.035, 0.22), light, 0.42)
        glow(on: &canvas, (0, 0.237), (0.06, 0.06), light, 0.5)
        glow(on: &canvas, (0, 0.328), (0.12, 0.035), shadow, 0.6)
        if place.turn.yaw != 0 { drawNoseRidge(on: &canvas) }
    }

    /// The nose's far side, darker the more the head is turned.
    private func drawNoseRidge(on canvas: inout Canvas) {
        let far = place.turn.yaw > 0 ? 1.0 : -1.0
        let ridge = Curve.open([
            (0.03, -0.04), (0.022, 0.06), (0.022, 0.14), (0.03, 0.215), (0.045, 0.262),
            (0.03, 0.308),
        ]).map { (far * $0.0, $0.1) }
        canvas.stroke(
            place.points(ridge), width: length(0.024), shadow,
            opacity: min(0.6, abs(place.turn.yaw) * 0.025))
    }

    private func drawMouth(on canvas: inout Canvas) {
        let gap = 0.06 * expression.mouthOpen
        let upper = Curve.closed([
            (-0.182, 0.472), (-0.112, 0.438), (-0.046, 0.412), (0, 0.424), (0.046, 0.412),
            (0.112, 0.438), (0.182, 0.472), (0.05, 0.47 - gap / 3), (0, 0.475 - gap / 3),
            (-0.05, 0.47 - gap / 3),
        ])
        let lower = Curve.closed([
            (-0.182, 0.472), (-0.05, 0.472 + gap), (0, 0.476 + gap), (0.05, 0.472 + gap),
            (0.182, 0.472), (0.115, 0.522 + gap), (0.05, 0.542 + gap), (0, 0.545 + gap),
            (-0.05, 0.542 + gap), (-0.115, 0.522 + gap),
        ])
        if gap > 0 {
            canvas.fill(
                place.points(Curve.ellipse(0, 0.474 + gap / 2, 0.15, gap / 2 + 0.01)),
                StudioColor(60, 20, 24))
        }
        canvas.fill(place.points(upper), look.lips.lit(0.88), to: look.lips.lit(0.8))
        canvas.fill(place.points(lower), look.lips, to: look.lips.lit(0.9))
        glow(
            on: &canvas, (0, 0.513 + gap), (0.1, 0.024),
            look.lips.mixed(.white, 0.3), 0.35)
        canvas.stroke(
            place.points(
                Curve.open([
                    (-0.188, 0.469), (-0.05, 0.47), (0, 0.475), (0.05, 0.47), (0.188, 0.469),
                ])),
            width: length(0.01), look.lips.mixed(.black, 0.6), opacity: gap > 0 ? 0.3 : 0.85)
        glow(on: &canvas, (0, 0.612 + gap), (0.12, 0.04), shadow, 0.25)
    }
}
