import KioskCore

/// Faults of lamp and camera, on the finished drawing.
extension FaultDrawing {
    func light(_ canvas: inout Canvas, _ drawing: HeadDrawing) {
        switch fault.name {
        case .cast: canvas.relight(Self.castGains(fault.size))
        case .haze:
            let veil = min(max(fault.size / 100, 0), 1)
            canvas.relight(LinearLight(red: 1, green: 1, blue: 1), veil: veil)
        case .exposure: FaceExposure(of: drawing, on: canvas).expose(&canvas, burnt: fault.size)
        case .sideLight: lightFromSide(&canvas, drawing)
        case .blur: canvas.blur(sigma: fault.size * 522 / 480 * studio.unit)
        default: break
        }
    }

    /// The gains of a light's colour that moves a card of L* 60 so far (delta E ab): green loses
    /// half as much as the weakest channel, as between daylight and a bulb.
    static func castGains(_ size: Double) -> LinearLight {
        let card = LabColor(60, 0, 0)
        func gains(_ weakest: Double) -> LinearLight {
            let green = weakest.squareRoot()
            return size > 0
                ? LinearLight(red: 1, green: green, blue: weakest)
                : LinearLight(red: weakest, green: green, blue: 1)
        }
        var (low, high) = (0.001, 1.0)
        for _ in 0..<50 {
            let middle = (low + high) / 2
            let moved = LabColor(card.light.times(gains(middle))).distance(to: card)
            if moved > abs(size) { low = middle } else { high = middle }
        }
        return gains(high)
    }

    /// A ramp over the nose, from full light to what makes the means of the face's halves differ
    /// by the asked share; head and body, not the backdrop.
    private func lightFromSide(_ canvas: inout Canvas, _ drawing: HeadDrawing) {
        let missing = min(max(fault.size / 100, 0), 1)
        // A ramp over ±0.2 face widths takes 0.075 from the brighter half for each that it takes
        // from the far cheek, and leaves 0.075 to the darker one.
        let depth = min(1, missing / (0.85 + 0.075 * missing))
        let gains = (0..<studio.size.width).map { column in
            let u = (Double(column) + 0.5 - good.eyes.x) * side / good.width
            let share = min(max(u / 0.4 + 0.5, 0), 1)
            return 1 - depth * share * share * (3 - 2 * share)
        }
        let student = drawing.coverage(in: studio.size)
        let width = studio.size.width
        canvas.shade { x, y in
            let share = Double(student[y * width + x]) / 255
            return 1 - share * (1 - gains[x])
        }
    }
}
