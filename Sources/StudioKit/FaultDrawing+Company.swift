import KioskCore

/// What else is in the picture: another student, a thing beside the student.
extension FaultDrawing {
    func drawCompany(of drawing: HeadDrawing, on canvas: inout Canvas) {
        switch fault.name {
        case .secondPerson where fault.size > 0:
            _ = HeadDrawing(otherLook, at: otherPlace, Expression()).draw(on: &canvas)
        case .object: StandingObject(self, beside: drawing).draw(on: &canvas)
        default: break
        }
    }

    /// The look of a student of another day, who resembles nobody of this one.
    private var otherLook: StudentLook {
        Student(seed: studio.seed &+ 0x0DD, index: index + 4).look
    }

    /// The width of the face behind, which is farther away.
    var otherWidth: Double { good.width * (0.75 + 0.05 * Double(index % 4)) }

    /// Half of the jaw's width decides how much is inside, as it is the widest of the face.
    private var otherPlace: HeadPlace {
        let edge = side > 0 ? Double(studio.size.width) : 0
        let inside = otherWidth * min(1, fault.size)
        let x = edge - side * (inside - otherWidth / 2)
        return HeadPlace(
            eyes: Point(x: x, y: good.eyes.y + 0.1 * good.width), width: otherWidth,
            roll: otherLook.roll)
    }

    /// Where the student sits so that the two faces are apart.
    var besideSecondPerson: Double {
        let apart = otherWidth * min(1, fault.size) + good.width * 0.75
        return side > 0
            ? min(good.eyes.x, Double(studio.size.width) - apart) : max(good.eyes.x, apart)
    }
}
