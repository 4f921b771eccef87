/// Two corners of one code that cannot be read, the farthest apart of those that look like its corners.
struct CodeCorners {
    private let one: Point
    private let other: Point
    /// Whether the third corner is in view.
    private let hasThird: Bool
    /// The width of a module, px.
    let module: Double

    /// Corners of one code are of one size; what looks like a corner amid its modules rarely is.
    private static let evenness = 1.25
    /// A corner is seen that far from where it is expected, as a share of the distance between two.
    private static let tolerance = 0.25

    /// nil where no two of the marks can be corners of one code.
    init?(_ marks: [PhoneWatch.Mark]) {
        let patterns = marks.compactMap { mark in mark.module.map { (mark.middle, $0) } }
        var (best, farthest) = ((0, 0), 0.0)
        for first in patterns.indices {
            for second in patterns.indices where second > first {
                guard Self.isEven(patterns[first].1, patterns[second].1) else { continue }
                let distance = Self.distance(patterns[first].0, patterns[second].0)
                if distance > farthest { (best, farthest) = ((first, second), distance) }
            }
        }
        guard farthest > 0 else { return nil }
        (one, other) = (patterns[best.0].0, patterns[best.1].0)
        module = (patterns[best.0].1 + patterns[best.1].1) / 2
        let expected = Self.thirds(one, other) + Self.apexes(one, other)
        let size = module
        hasThird = patterns.contains { pattern in
            Self.isEven(pattern.1, size)
                && expected.contains { Self.distance($0, pattern.0) < Self.tolerance * farthest }
        }
    }

    private static func isEven(_ one: Double, _ other: Double) -> Bool {
        max(one, other) <= evenness * min(one, other)
    }

    /// Whether the third corner can only be outside a picture of that size.
    func isCut(by size: Size) -> Bool {
        guard !hasThird else { return false }
        let outside = Self.thirds(one, other).count { place in
            !(0..<Double(size.width)).contains(place.x)
                || !(0..<Double(size.height)).contains(place.y)
        }
        return outside >= 2
    }

    /// Where the third can be if the two stand along a side: at a right angle to it, at either end.
    private static func thirds(_ one: Point, _ other: Point) -> [Point] {
        let (x, y) = (other.x - one.x, other.y - one.y)
        return [
            Point(x: one.x - y, y: one.y + x), Point(x: other.x - y, y: other.y + x),
            Point(x: one.x + y, y: one.y - x), Point(x: other.x + y, y: other.y - x),
        ]
    }

    /// Where it can be if they stand across the code.
    private static func apexes(_ one: Point, _ other: Point) -> [Point] {
        let middle = Point.middle(one, other)
        let (x, y) = ((other.x - one.x) / 2, (other.y - one.y) / 2)
        return [Point(x: middle.x - y, y: middle.y + x), Point(x: middle.x + y, y: middle.y - x)]
    }

    private static func distance(_ one: Point, _ other: Point) -> Double {
        let (x, y) = (one.x - other.x, one.y - other.y)
        return (x * x + y * y).squareRoot()
    }
}
