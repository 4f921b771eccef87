/// A change of a head's distance and place, in steps that are about as easy for a student: three
/// hundredths of the distance (3 cm of a metre), or a fiftieth of the picture's longer side to a side
/// (2 cm where a face of 14 cm is a seventh of it).
struct HeadChange {
    /// Steps towards the camera, a whole number.
    var closer = 0
    /// Steps to the student's own left, the picture's right.
    var left = 0.0
    /// Steps down.
    var lower = 0.0

    /// How much larger a head is after a step towards the camera.
    private static let factor = 1.03

    /// A step to a side, up or down, px.
    static func step(in picture: Size) -> Double {
        Double(max(picture.width, picture.height)) / 50
    }

    /// How much larger the head is.
    var scale: Double {
        let size = (0..<abs(closer)).reduce(1.0) { size, _ in size * Self.factor }
        return closer < 0 ? 1 / size : size
    }

    /// All steps together.
    var steps: Double { Double(abs(closer)) + abs(left) + abs(lower) }

    /// The change part by part, the distance first.
    var parts: [HeadChange] {
        [HeadChange(closer: closer), HeadChange(left: left), HeadChange(lower: lower)]
            .filter { $0.steps > 0 }
    }

    /// A share of the change; steps towards the camera stay whole.
    func share(_ share: Double) -> HeadChange {
        HeadChange(
            closer: Int((Double(closer) * share).rounded(.awayFromZero)), left: left * share,
            lower: lower * share)
    }

    /// A part, as it is said to a student.
    var hint: FramingHint {
        if closer != 0 { return closer > 0 ? .comeCloser : .moveBack }
        if left != 0 { return left > 0 ? .moveLeft : .moveRight }
        return lower > 0 ? .sitLower : .sitHigher
    }
}

extension HeadMeasures {
    /// The same head after a change. Who comes nearer grows about the picture's middle, where the
    /// lens points.
    func changed(by change: HeadChange, in picture: Size) -> HeadMeasures {
        let (x, y) = (Double(picture.width) / 2, Double(picture.height) / 2)
        let step = HeadChange.step(in: picture)
        let scale = change.scale
        var copy = self
        copy.faceWidth *= scale
        copy.middle = x + (middle - x) * scale + change.left * step
        copy.hairTop = y + (hairTop - y) * scale + change.lower * step
        copy.eyes = y + (eyes - y) * scale + change.lower * step
        return copy
    }
}
