import KioskCore

/// Faults of the student: pose, face, what is worn.
extension FaultDrawing {
    var place: HeadPlace {
        var place = good
        switch fault.name {
        case .tilt: place.roll = fault.size
        case .turn: place.turn = HeadTurn(yaw: fault.size, pitch: 0)
        case .nod: place.turn = HeadTurn(yaw: 0, pitch: fault.size)
        case .small: place.width *= 1 - min(0.8, fault.size)
        case .offCentre: place.eyes.x += fault.size * studio.unit
        case .shoulders: place.shoulderSlope = fault.size
        case .secondPerson: place.eyes.x = besideSecondPerson
        default: break
        }
        return place
    }

    var expression: Expression {
        var expression = Expression()
        switch fault.name {
        case .closedEyes: expression.eyesOpen = 1 - min(1, fault.size)
        case .openMouth: expression.mouthOpen = fault.size
        default: break
        }
        return expression
    }

    var look: StudentLook {
        var look = goodLook
        switch fault.name {
        case .glare:
            look.hasGlasses = true
            look.glare = min(max(fault.size / 100, 0), 1)
        case .bun:
            look.bunHeight = fault.size
            if [.bald, .buzz].contains(look.hair) { look.hair = .short }
        case .clothes:
            look.isEvenlyClothed = true
            look.clothesColor = Self.darker(studio.backdropColor, by: fault.size)
        default: break
        }
        return look
    }

    /// A colour under less light, until it is that far away (delta E ab), or black.
    private static func darker(_ color: StudioColor, by distance: Double) -> StudioColor {
        let (light, lab) = (color.light, color.lab)
        var (low, high) = (0.0, 1.0)
        for _ in 0..<50 {
            let gain = (low + high) / 2
            let moved = LabColor(light.times(gain)).distance(
                to: lab)
            if moved > distance { low = gain } else { high = gain }
        }
        return StudioColor(light.times(high))
    }
}
