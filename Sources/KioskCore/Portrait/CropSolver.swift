/// The crop that brings a head nearest to the middle of all of a rule's ranges.
public struct CropSolution: Hashable, Sendable {
    /// The crop, in whole pixels of the picture.
    public let crop: Rect
    /// The head in the finished picture's pixels.
    public let head: HeadGeometry
    /// The largest deviation from a range's middle, in half widths of that range: up to 1 all
    /// ranges are met.
    public let deviation: Double

    /// Whether hair top, eyes, face width and centring all lie in the rule.
    public var meetsRule: Bool { deviation <= 1 }
}

/// Finds the best crop by trying every size the picture allows. For one size the best place is
/// known in closed form, so the answer is the best of all whole-pixel crops.
public struct CropSolver: Sendable {
    /// The rule to meet.
    public let rule: PortraitRule
    /// The size of the picture to crop from.
    public let picture: Size

    /// A solver for that rule and a picture of that size.
    public init(rule: PortraitRule, picture: Size) {
        self.rule = rule
        self.picture = picture
    }

    /// The best crop for a head; nil where the picture is too small for any (a portrait is never
    /// an enlargement).
    public func solve(_ head: HeadGeometry) -> CropSolution? {
        var best: CropSolution?
        for size in cropSizes() {
            let solution = place(size, head)
            if solution.deviation < best?.deviation ?? .infinity { best = solution }
        }
        return best
    }

    /// All sizes with the rule's proportions, from its own pixels to the whole picture. Steps are
    /// those in which both sides are whole (3 × 4 px for 480×640) where they are small, else one
    /// column.
    private func cropSizes() -> [Size] {
        let unit = greatestCommonDivisor(rule.size.width, rule.size.height)
        let step = unit >= 40 ? rule.size.width / unit : 1
        return stride(from: rule.size.width, through: picture.width, by: step).map { width in
            let height = (width * rule.size.height + rule.size.width / 2) / rule.size.width
            return Size(width: width, height: height)
        }.filter { $0.height <= picture.height }
    }

    private func place(_ size: Size, _ head: HeadGeometry) -> CropSolution {
        let scale = Double(rule.size.height) / Double(size.height)
        let hair = head.hairTopOrEstimate
        // Moving the crop moves hair and eyes alike: best where both deviate alike, one each way.
        let hairHalf = rule.hairTop.halfWidth
        let eyesHalf = rule.eyes.halfWidth
        let ideal =
            (eyesHalf * (hair - rule.hairTop.middle / scale)
                + hairHalf * (head.eyeLine - rule.eyes.middle / scale)) / (eyesHalf + hairHalf)
        let x = (head.middle - rule.centring.middle / scale).rounded()
        let columns = clamped(x, size.width, picture.width)
        return [ideal.rounded(.down), ideal.rounded(.up)]
            .map { clamped($0, size.height, picture.height) }
            .map { Rect(x: columns, y: $0, width: size.width, height: size.height) }
            .map { solution(for: $0, head) }
            .reduce(
                solution(for: Rect(x: columns, y: 0, width: size.width, height: size.height), head)
            ) {
                $1.deviation < $0.deviation ? $1 : $0
            }
    }

    private func clamped(_ position: Double, _ length: Int, _ limit: Int) -> Int {
        Int(min(max(position, 0), Double(limit - length)))
    }

    private func solution(for crop: Rect, _ head: HeadGeometry) -> CropSolution {
        let mapped = head.mapped(from: crop, to: rule.size)
        let deviation = max(
            rule.hairTop.deviation(mapped.hairTopOrEstimate), rule.eyes.deviation(mapped.eyeLine),
            rule.faceWidth.deviation(mapped.faceWidth), rule.centring.deviation(mapped.middle))
        return CropSolution(crop: crop, head: mapped, deviation: deviation)
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

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
}
