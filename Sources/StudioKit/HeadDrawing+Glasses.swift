import KioskCore

/// Glasses.
extension HeadDrawing {
    func drawGlasses(on canvas: inout Canvas) {
        // Dark rims on fair skin, light metal on dark skin, as people choose them.
        let color =
            look.skin.green > 115 ? StudioColor(58, 50, 52) : StudioColor(186, 168, 138)
        for side in [-1.0, 1.0] {
            let lens = lens(side)
            canvas.fill(lens, .white, opacity: 0.05)
            if look.glare > 0 { drawGlare(in: lens, on: &canvas) }
            canvas.stroke(lens + lens.prefix(1), width: length(0.013), color, opacity: 0.85)
            drawTemple(side, color, on: &canvas)
        }
        canvas.stroke(
            place.points(
                Curve.open([(-0.075, -0.02), (0, -0.04), (0.075, -0.02)]), on: .glasses),
            width: length(0.013), color, opacity: 0.85)
    }

    /// The outline of a lens.
    func lens(_ side: Double) -> [Point] {
        let outline = Curve.closed(
            [
                (0.075, -0.055), (0.2, -0.085), (0.34, -0.07), (0.385, -0.01), (0.35, 0.09),
                (0.23, 0.125), (0.11, 0.1), (0.07, 0.03),
            ].map { (side * $0.0, $0.1) })
        return place.points(outline, on: .glasses)
    }

    /// The lamp in a lens, from its top down to where it covers the asked share; saturated, and
    /// fading over a few pixels.
    private func drawGlare(in lens: [Point], on canvas: inout Canvas) {
        let glass = LensCut(lens)
        let line = glass.line(for: min(1, look.glare))
        let soft = length(0.006)
        // Laid over each other these cover a fourth, a half, three fourths and all.
        for (step, opacity) in [(1.5, 0.25), (0.5, 0.333), (-0.5, 0.5), (-1.5, 1)] {
            canvas.fill(
                glass.above(line + step * soft), StudioColor(255, 255, 255), opacity: opacity)
        }
    }

    /// The arm to the ear, unless the lens hides it.
    private func drawTemple(_ side: Double, _ color: StudioColor, on canvas: inout Canvas) {
        let hinge = place.point(side * 0.38, -0.03, on: .glasses)
        let ear = place.point(side * 0.495, -0.02, on: .ears)
        guard (ear.x - hinge.x) * side > 0 else { return }
        canvas.stroke([hinge, ear], width: length(0.016), color, opacity: 0.9)
    }
}
