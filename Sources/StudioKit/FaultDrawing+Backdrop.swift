import KioskCore

/// Faults of the backdrop.
extension FaultDrawing {
    func drawBackdrop(on canvas: inout Canvas) {
        switch fault.name {
        case .backdrop: canvas.pixels = StudioBackdrop.paint(wrongColor, studio.size)
        case .uneven: drawUneven(on: &canvas)
        case .shadow: drawShadow(on: &canvas)
        default: break
        }
    }

    /// The studio's colour moved by the fault's size. Where a screen could not show it, the
    /// direction leans more and more to the dark.
    private var wrongColor: StudioColor {
        let lab = studio.backdropColor.lab
        for lean in [0, 0.25, 0.5, 1, 2, 4, 8] {
            let moved = lab.moved(direction(of: lab, lean), by: fault.size).light
            if moved.isShown { return StudioColor(moved).clipped }
        }
        return StudioColor(lab.moved((-1, 0, 0), by: fault.size).light).clipped
    }

    /// By index darker, greyer, greener, purpler; a grey has nothing to become greyer by.
    private func direction(of lab: LabColor, _ lean: Double) -> (Double, Double, Double) {
        let chroma = (lab.a * lab.a + lab.b * lab.b).squareRoot()
        switch index % 4 {
        case 1 where chroma > fault.size: return (-lean, -lab.a / chroma, -lab.b / chroma)
        case 2: return (-lean, -1, 0)
        case 3: return (-lean, 0.8, -0.6)
        default: return (-1, 0, 0)
        }
    }

    /// From the brighter side of the good crop, where nothing changes, L* falls evenly.
    private func drawUneven(on canvas: inout Canvas) {
        let lab = studio.backdropColor.lab
        let width = 522 * studio.unit
        let gains = (0..<studio.size.width).map { column in
            let share = ((Double(column) + 0.5 - good.eyes.x) * side / width) + 0.5
            return lab.gain(falling: max(0, share) * fault.size)
        }
        canvas.shade { x, _ in gains[x] }
    }

    /// A lamp from the other side throws the head's shadow: about a line beside the head an even
    /// core, then softly to nothing.
    private func drawShadow(on canvas: inout Canvas) {
        let lab = studio.backdropColor.lab
        let (core, rim) = (0.38, 0.7)
        let middle = goodLook.halfWidth + 0.05
        canvas.shade { x, y in
            let u = (Double(x) + 0.5 - good.eyes.x) * side / good.width - middle
            let v = (Double(y) + 0.5 - good.eyes.y) / good.width
            let beyond = max(0, max(-0.3 - v, v - 1.1))
            let distance = (u * u + beyond * beyond).squareRoot()
            guard distance < rim else { return 1 }
            let share = min(1, (rim - distance) / (rim - core))
            return lab.gain(falling: fault.size * share * share * (3 - 2 * share))
        }
    }
}

extension LabColor {
    /// The colour so far away in a direction.
    fileprivate func moved(_ direction: (Double, Double, Double), by distance: Double) -> LabColor {
        let (l, a, b) = direction
        let factor = distance / (l * l + a * a + b * b).squareRoot()
        return LabColor(lightness + l * factor, self.a + a * factor, self.b + b * factor)
    }

    /// By how much light has to change for L* to fall by so much.
    fileprivate func gain(falling drop: Double) -> Double {
        let share = max(0, 1 - drop / (lightness + 16))
        return share * share * share
    }
}

extension LinearLight {
    /// Whether a screen can show it, but for the rounding of CIE's matrices.
    fileprivate var isShown: Bool {
        [red, green, blue].allSatisfy { (-0.001...1.001).contains($0) }
    }
}
