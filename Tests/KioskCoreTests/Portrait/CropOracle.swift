@testable import KioskCore

/// What can be said about crops without looking for the best one: for each size, the columns and
/// rows at which every range is met, by intersecting intervals.
struct CropOracle {
    let rule: PortraitRule
    let picture: Size
    /// Every size a crop may have.
    let sizes: [Size]

    init(rule: PortraitRule, picture: Size) {
        self.rule = rule
        self.picture = picture
        let (width, height) = (rule.size.width, rule.size.height)
        let exact = (width...max(width, 8 * width)).filter { $0 * height % width == 0 }
        let isFine = exact.count > 200
        sizes = (width...max(width, picture.width)).compactMap { columns in
            if isFine, columns * height % width != 0 { return nil }
            let rows = Int((Double(columns * height) / Double(width)).rounded())
            guard columns <= picture.width, rows <= picture.height else { return nil }
            return Size(width: columns, height: rows)
        }
    }

    /// Whether any whole-pixel crop meets all ranges, each of them wider by `slack` px.
    func isFeasible(_ head: HeadGeometry, slack: Double = 0) -> Bool {
        sizes.contains { size in
            let across = Double(size.width) / Double(rule.size.width)
            let down = Double(size.height) / Double(rule.size.height)
            let width = head.faceWidth / across
            guard width >= rule.faceWidth.lowerBound - slack,
                width <= rule.faceWidth.upperBound + slack
            else { return false }
            let columns = Self.places(rule.centring, head.middle, across, slack)
            let hair = Self.places(rule.hairTop, head.hairTopOrEstimate, down, slack)
            let eyes = Self.places(rule.eyes, head.eyeLine, down, slack)
            return Self.holdsWhole([columns], picture.width - size.width)
                && Self.holdsWhole([hair, eyes], picture.height - size.height)
        }
    }

    /// The edges from which a value lies in a range.
    private static func places(
        _ range: ClosedRange<Double>, _ value: Double, _ scale: Double, _ slack: Double
    ) -> ClosedRange<Double> {
        value - (range.upperBound + slack) * scale...value - (range.lowerBound - slack) * scale
    }

    /// Whether a whole number of 0…last lies in all the ranges.
    private static func holdsWhole(_ ranges: [ClosedRange<Double>], _ last: Int) -> Bool {
        let low = ranges.reduce(0.0) { max($0, $1.lowerBound.rounded(.up)) }
        let high = ranges.reduce(Double(last)) { min($0, $1.upperBound.rounded(.down)) }
        return low <= high
    }

    /// The largest deviation of a crop's four values, in half widths of their ranges.
    func deviation(_ head: HeadGeometry, _ crop: Rect) -> Double {
        let mapped = head.mapped(from: crop, to: rule.size)
        return [
            (rule.hairTop, mapped.hairTopOrEstimate), (rule.eyes, mapped.eyeLine),
            (rule.faceWidth, mapped.faceWidth), (rule.centring, mapped.middle),
        ].map { range, value in
            let half = (range.upperBound - range.lowerBound) / 2
            return abs(value - range.lowerBound - half) / half
        }.max() ?? 0
    }
}
