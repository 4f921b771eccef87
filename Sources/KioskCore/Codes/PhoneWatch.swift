/// Watches for phones whose code cannot be read: a finder pattern, or a lit screen.
///
/// What stays in one place for long is furniture (a lamp, a notice on the wall): a hand is never
/// still, and a phone that lies there is in nobody's portrait. Without this a lamp in view would
/// end the day.
public struct PhoneWatch: Sendable {
    /// After how many seconds in one place a thing is furniture.
    private static let furnitureAfter = 5.0
    /// How long a thing may be unseen and still be the same, seconds.
    private static let memory = 2.0
    /// How far its middle may move, in its own widths.
    private static let stillness = 0.05

    private struct Thing {
        var middle: Point
        var width: Double
        var firstSeen: FrameTime
        var lastSeen: FrameTime
    }

    private var things: [Thing] = []

    /// A watch that has seen nothing yet.
    public init() {}

    /// Whether a phone is in view. To be asked in each look in which no code was read.
    public mutating func isPhone(in image: GrayImage, at time: FrameTime) -> Bool {
        things.removeAll { time.seconds(since: $0.lastSeen) > Self.memory }
        let seen = Self.marks(in: image)
        return seen.map { isNew($0.middle, $0.width, at: time) }.contains(true)
    }

    private mutating func isNew(_ middle: Point, _ width: Double, at time: FrameTime) -> Bool {
        let index = things.firstIndex {
            abs($0.middle.x - middle.x) <= Self.stillness * width
                && abs($0.middle.y - middle.y) <= Self.stillness * width
        }
        guard let index else {
            things.append(Thing(middle: middle, width: width, firstSeen: time, lastSeen: time))
            return true
        }
        things[index].lastSeen = time
        return time.seconds(since: things[index].firstSeen) < Self.furnitureAfter
    }

    /// Pairs of finder patterns that can be one code's, and lit screens. One pattern alone is met in
    /// clothes and hair too.
    private static func marks(in image: GrayImage) -> [(middle: Point, width: Double)] {
        let patterns = FinderPatterns.find(in: image)
        let ofCodes = patterns.filter { one in patterns.contains { $0.canBelong(with: one) } }
        let screens = BrightRectangles.find(in: image).map { rect in
            (
                Point(
                    x: Double(rect.x) + Double(rect.width) / 2,
                    y: Double(rect.y) + Double(rect.height) / 2), Double(rect.width)
            )
        }
        return ofCodes.map { ($0.centre, 20 * $0.module) } + screens
    }
}
