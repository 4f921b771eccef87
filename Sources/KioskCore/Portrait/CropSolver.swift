/// The crop that brings a head nearest to the middle of all of a rule's ranges.
public struct CropSolution: Hashable, Sendable {
    /// The crop, in whole pixels of the picture.
    public let crop: Rect
    /// The head in the finished picture's pixels.
    public let head: HeadGeometry
    /// The largest deviation from a range's middle, in half widths of that range.
    public let deviation: Double
    /// The ranges that this crop misses, in the order of `CheckName`. Where any crop meets all
    /// ranges this one does; so no crop can bring these, and the others, in at the same time.
    ///
    /// A hair top that is not seen counts by its estimate.
    public let unmet: [CheckName]

    /// Whether hair top, eyes, face width and centring all lie in the rule.
    public var meetsRule: Bool { unmet.isEmpty }

    /// What a crop makes of a head.
    init(_ crop: Rect, of head: HeadGeometry, rule: PortraitRule) {
        self.crop = crop
        self.head = head.mapped(from: crop, to: rule.size)
        let measures = HeadMeasures(self.head)
        deviation = rule.deviation(of: measures)
        unmet = rule.ranges(of: measures).filter { !$0.allowed.contains($0.value) }.map(\.name)
    }
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
        best(HeadMeasures(head)).map { CropSolution($0.crop, of: head, rule: rule) }
    }

    /// The best crop and its deviation; nil where there is none.
    func best(_ head: HeadMeasures) -> (crop: Rect, deviation: Double)? {
        var best: (crop: Rect, deviation: Double)?
        for size in sizes() {
            let found = place(size, head)
            if let best, best.deviation <= found.deviation { continue }
            best = found
        }
        return best
    }

    /// All sizes with the rule's proportions, from its own pixels to the whole picture.
    ///
    /// Both sides are whole and the proportions exact where such sizes are at most a fortieth of
    /// the rule's own width apart (3 × 4 px for 480×640). Where they are further apart (358×441
    /// has no divisor) every width counts, with the nearest whole height: half a pixel at most.
    func sizes() -> some Sequence<Size> {
        let unit = greatestCommonDivisor(rule.size.width, rule.size.height)
        let step = unit >= 40 ? rule.size.width / unit : 1
        let (width, height, limit) = (rule.size.width, rule.size.height, picture.height)
        return stride(from: width, through: picture.width, by: step).lazy
            .map { Size(width: $0, height: (2 * $0 * height + width) / (2 * width)) }
            .prefix { $0.height <= limit }
    }

    /// The best place of a crop of that size, and its deviation.
    private func place(_ size: Size, _ head: HeadMeasures) -> (crop: Rect, deviation: Double) {
        let row = idealRow(size, head)
        let column = head.middle - rule.centring.middle * scale(size.width, rule.size.width)
        let x = clamped(column.rounded(), size.width, picture.width)
        let upper = clamped(row.rounded(.down), size.height, picture.height)
        let lower = clamped(row.rounded(.up), size.height, picture.height)
        let first = measured(Rect(x: x, y: upper, width: size.width, height: size.height), head)
        guard lower != upper else { return first }
        let other = measured(Rect(x: x, y: lower, width: size.width, height: size.height), head)
        return other.deviation < first.deviation ? other : first
    }

    /// Where the crop's upper edge would lie best. Moving it moves hair and eyes alike: best where
    /// both deviate alike, one each way.
    private func idealRow(_ size: Size, _ head: HeadMeasures) -> Double {
        let scale = scale(size.height, rule.size.height)
        let (hairHalf, eyesHalf) = (rule.hairTop.halfWidth, rule.eyes.halfWidth)
        let hairRow = head.hairTop - rule.hairTop.middle * scale
        let eyesRow = head.eyes - rule.eyes.middle * scale
        return (eyesHalf * hairRow + hairHalf * eyesRow) / (eyesHalf + hairHalf)
    }

    private func scale(_ length: Int, _ ruled: Int) -> Double { Double(length) / Double(ruled) }

    private func measured(_ crop: Rect, _ head: HeadMeasures) -> (crop: Rect, deviation: Double) {
        (crop, rule.deviation(of: head.mapped(from: crop, to: rule.size)))
    }

    /// The position inside the picture that is nearest; 0 for no number.
    private func clamped(_ position: Double, _ length: Int, _ limit: Int) -> Int {
        position > 0 ? Int(min(position, Double(limit - length))) : 0
    }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    second == 0 ? first : greatestCommonDivisor(second, first % second)
}
