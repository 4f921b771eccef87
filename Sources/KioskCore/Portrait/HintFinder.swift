/// Finds what a student should change where no crop meets the rule.
///
/// It looks for the least change of distance and place together after which a crop exists, and names
/// one part of it. Whoever follows comes nearer with every step, whatever else is wrong: the rest of
/// the change stays as it was.
struct HintFinder {
    private let solver: CropSolver
    private let sizes: [Size]
    private let head: HeadMeasures
    private let showsHair: Bool

    /// Finds a hint for a head in the solver's picture. Hair that is not seen is not spoken of.
    init(solver: CropSolver, head: HeadGeometry) {
        self.solver = solver
        sizes = Self.thinned(solver.sizes())
        self.head = HeadMeasures(head)
        showsHair = head.hairTop != nil
    }

    /// Sizes that are a hundredth apart or more: the ranges are wider than that, and there are
    /// hundreds of sizes in a large picture.
    private static func thinned(_ sizes: some Sequence<Size>) -> [Size] {
        sizes.reduce(into: []) { kept, size in
            if let last = kept.last, size.width * 100 < last.width * 101 { return }
            kept.append(size)
        }
    }

    /// The hint. Hair that fits at no distance is spoken of last, when the student sits where lower
    /// hair would be right.
    func find() -> FramingHint {
        guard !sizes.isEmpty else { return .largerPicture }
        var lowered = head
        lowered.hairTop = max(head.hairTop, lowestHair)
        guard let change = leastChange(of: lowered) else {
            return head.faceWidth < solver.rule.faceWidth.lowerBound ? .comeCloser : .moveBack
        }
        let isHairTooHigh = lowered.hairTop > head.hairTop
        if showsHair, isHairTooHigh, change.steps < 1 { return .hairTooHigh }
        return best(of: change.parts, lowered).hint
    }

    /// The row above which the hair fits no crop together with eyes and face; a tenth of the way to
    /// spare.
    private var lowestHair: Double {
        let rule = solver.rule
        let most = rule.eyes.upperBound - rule.hairTop.lowerBound
        return head.eyes - 0.9 * head.faceWidth * most / rule.faceWidth.lowerBound
    }

    /// The part that by itself brings the head nearest, the whole of it or less; the largest where
    /// none does.
    private func best(of parts: [HeadChange], _ head: HeadMeasures) -> HeadChange {
        func deviation(_ change: HeadChange) -> Double {
            solver.best(head.changed(by: change, in: solver.picture))?.deviation ?? .infinity
        }
        func least(_ part: HeadChange) -> Double {
            [1.0, 0.5, 0.25, 0.1].map { deviation(part.share($0)) }.min() ?? .infinity
        }
        let best = parts.map { ($0, least($0)) }.min { $0.1 < $1.1 }
        if let best, best.1 < deviation(HeadChange()) { return best.0 }
        return parts.max { $0.steps < $1.steps } ?? HeadChange()
    }
}

extension HintFinder {
    /// The distances that are looked at, in steps: to a tenth of the size (1.03⁻⁸⁰), and to ten times.
    private static let distances = -80...80

    /// The least change for a head; nil where its own proportions fit no crop. It aims at the inner
    /// part of the ranges, where a student who moves by whole steps comes to rest; where the
    /// proportions fit less, at less.
    private func leastChange(of head: HeadMeasures) -> HeadChange? {
        leastChange(of: head, solver.rule.narrowed(by: 0.1), slack: 1)
            ?? leastChange(of: head, solver.rule, slack: 1)
            ?? leastChange(of: head, solver.rule, slack: 0)
    }

    /// The change with the least steps after which a crop exists and goes on existing when the head
    /// is shifted by half of `slack` steps.
    private func leastChange(
        of head: HeadMeasures, _ rule: PortraitRule, slack: Double
    ) -> HeadChange? {
        var least: HeadChange?
        for closer in Self.distances {
            let near = head.changed(by: HeadChange(closer: closer), in: solver.picture)
            for size in sizes {
                guard var change = shift(of: near, into: size, rule, slack) else { continue }
                change.closer = closer
                if let least, least.steps <= change.steps { continue }
                least = change
            }
        }
        return least
    }

    /// How far a head has to be shifted so that a crop of that size meets the rule; nil where none
    /// does, wherever the head is.
    private func shift(
        of head: HeadMeasures, into size: Size, _ rule: PortraitRule, _ slack: Double
    ) -> HeadChange? {
        let across = Double(size.width) / Double(rule.size.width)
        let down = Double(size.height) / Double(rule.size.height)
        guard rule.faceWidth.contains(head.faceWidth / across),
            let eyes = rule.eyeRows(hair: (head.eyes - head.hairTop) / down)
        else { return nil }
        let step = HeadChange.step(in: solver.picture)
        let spare = (
            columns: Double(solver.picture.width - size.width),
            rows: Double(solver.picture.height - size.height)
        )
        let columns = rule.centring.scaled(by: across, longer: spare.columns)
        let rows = eyes.scaled(by: down, longer: spare.rows)
        guard let left = columns.way(from: head.middle, margin: slack * step / 2),
            let lower = rows.way(from: head.eyes, margin: slack * step / 2)
        else { return nil }
        return HeadChange(left: left / step, lower: lower / step)
    }
}

extension PortraitRule {
    /// Where the eyes can be when the hair is that far above them; nil where nowhere.
    fileprivate func eyeRows(hair: Double) -> ClosedRange<Double>? {
        let low = max(eyes.lowerBound, hairTop.lowerBound + hair)
        let high = min(eyes.upperBound, hairTop.upperBound + hair)
        return low <= high ? low...high : nil
    }

    /// The rule with that share of each range cut off at both its ends.
    fileprivate func narrowed(by share: Double) -> PortraitRule {
        func narrow(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
            let cut = (range.upperBound - range.lowerBound) * share
            return range.lowerBound + cut...range.upperBound - cut
        }
        return changed {
            $0.hairTop = narrow(hairTop)
            $0.eyes = narrow(eyes)
            $0.faceWidth = narrow(faceWidth)
            $0.centring = narrow(centring)
        }
    }
}

extension ClosedRange<Double> {
    /// The range in a picture that is `factor` times as large, and so much further at its end.
    fileprivate func scaled(by factor: Double, longer: Double) -> ClosedRange<Double> {
        lowerBound * factor...upperBound * factor + longer
    }

    /// From a value to the nearest that is `margin` from both ends; nil where none is.
    fileprivate func way(from value: Double, margin: Double) -> Double? {
        guard upperBound - lowerBound >= 2 * margin else { return nil }
        return Swift.min(Swift.max(value, lowerBound + margin), upperBound - margin) - value
    }
}
