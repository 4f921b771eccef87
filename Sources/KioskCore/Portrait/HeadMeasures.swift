/// The four lengths of a head that a rule has ranges for, in pixels of one picture.
struct HeadMeasures: Hashable, Sendable {
    /// Hair top to upper edge, estimated where it is not seen.
    var hairTop: Double
    /// Eye line to upper edge.
    var eyes: Double
    /// Cheek to cheek.
    var faceWidth: Double
    /// The face's middle from the left edge.
    var middle: Double

    /// The measures of a head.
    init(_ head: HeadGeometry) {
        hairTop = head.hairTopOrEstimate
        eyes = head.eyeLine
        faceWidth = head.faceWidth
        middle = head.middle
    }

    /// The same head in the picture made of `crop` by scaling it to `size`.
    func mapped(from crop: Rect, to size: Size) -> HeadMeasures {
        let across = Double(size.width) / Double(crop.width)
        let down = Double(size.height) / Double(crop.height)
        var copy = self
        copy.hairTop = (hairTop - Double(crop.y)) * down
        copy.eyes = (eyes - Double(crop.y)) * down
        copy.faceWidth = faceWidth * across
        copy.middle = (middle - Double(crop.x)) * across
        return copy
    }
}

extension PortraitRule {
    /// Each range with what a head has for it, in the order of `CheckName`.
    func ranges(
        of head: HeadMeasures
    ) -> [(name: CheckName, allowed: ClosedRange<Double>, value: Double)] {
        [
            (.hairTop, hairTop, head.hairTop), (.eyes, eyes, head.eyes),
            (.faceWidth, faceWidth, head.faceWidth), (.centring, centring, head.middle),
        ]
    }

    /// The largest deviation from a range's middle, in half widths of that range.
    func deviation(of head: HeadMeasures) -> Double {
        max(
            hairTop.deviation(head.hairTop), eyes.deviation(head.eyes),
            faceWidth.deviation(head.faceWidth), centring.deviation(head.middle))
    }
}

extension ClosedRange<Double> {
    /// Half-way between the bounds.
    var middle: Double { (lowerBound + upperBound) / 2 }
    /// Half the distance between the bounds.
    var halfWidth: Double { (upperBound - lowerBound) / 2 }
    /// How far a value is from the middle, in half widths; infinite for no number.
    func deviation(_ value: Double) -> Double {
        value.isFinite ? abs(value - middle) / halfWidth : .infinity
    }
}
