import KioskCore

/// A lens cut by a slanted line, as a lamp's edge is seen in it.
struct LensCut {
    /// The glass within the frame.
    let glass: [Point]
    /// The direction across the line, a little from the side: its length is 1.
    private static let normal = (x: 0.28, y: 0.96)

    init(_ outline: [Point]) {
        let count = Double(max(1, outline.count))
        let x = outline.map(\.x).reduce(0, +) / count
        let y = outline.map(\.y).reduce(0, +) / count
        glass = outline.map { Point(x: x + ($0.x - x) * 0.95, y: y + ($0.y - y) * 0.95) }
    }

    /// How far down the line lies whose upper side is that share of the glass.
    func line(for share: Double) -> Double {
        let depths = glass.map(Self.depth)
        var low = depths.min() ?? 0
        var high = depths.max() ?? 0
        let whole = Self.area(glass)
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if Self.area(above(middle)) < share * whole { low = middle } else { high = middle }
        }
        return share < 1 ? high : high + 100
    }

    /// The glass above a line (Sutherland & Hodgman, 1974).
    func above(_ line: Double) -> [Point] {
        zip(glass, glass.dropFirst() + glass.prefix(1)).flatMap { from, to -> [Point] in
            let (first, second) = (Self.depth(from) - line, Self.depth(to) - line)
            let kept = first <= 0 ? [from] : []
            guard (first <= 0) != (second <= 0) else { return kept }
            let share = first / (first - second)
            return kept + [
                Point(x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share)
            ]
        }
    }

    private static func depth(_ point: Point) -> Double { point.x * normal.x + point.y * normal.y }

    /// By the shoelace formula.
    private static func area(_ outline: [Point]) -> Double {
        let sum = zip(outline, outline.dropFirst() + outline.prefix(1)).reduce(0.0) { sum, side in
            sum + side.0.x * side.1.y - side.1.x * side.0.y
        }
        return abs(sum) / 2
    }
}
