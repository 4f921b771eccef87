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

    /// Something of a phone.
    public struct Mark: Hashable, Sendable {
        /// Its middle, px.
        public var middle: Point
        /// About how wide the code or the screen is, px.
        public var width: Double
        /// How wide a module is, px; nil where it is a lit screen.
        public var module: Double?
        /// Where the screen is; nil where it is a corner of a code.
        public var screen: Rect?
    }

    private struct Thing {
        var middle: Point
        var width: Double
        var firstSeen: FrameTime
        var lastSeen: FrameTime
    }

    private var things: [Thing] = []

    private let furnitureMemory: Double

    /// A watch that has seen nothing yet.
    ///
    /// - Parameter furnitureMemory: how long furniture may be unseen and still be known, seconds. Long where nobody
    ///   looks for phones while a portrait is taken; a phone held in the very place of a lamp is not told then.
    public init(furnitureMemory: Double = 2) { self.furnitureMemory = furnitureMemory }

    /// Whether a phone is in view. To be asked where no code was read.
    public mutating func isPhone(in image: GrayImage, at time: FrameTime) -> Bool {
        !phones(in: image, at: time).isEmpty
    }

    /// What of phones is in view, without furniture.
    public mutating func phones(in image: GrayImage, at time: FrameTime) -> [Mark] {
        things.removeAll { thing in
            let isFurniture = thing.lastSeen.seconds(since: thing.firstSeen) >= Self.furnitureAfter
            return time.seconds(since: thing.lastSeen)
                > (isFurniture ? furnitureMemory : Self.memory)
        }
        let seen = Self.marks(in: image)
        let news = seen.map { isNew($0.middle, $0.width, at: time) }
        return zip(seen, news).filter(\.1).map(\.0)
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
    private static func marks(in image: GrayImage) -> [Mark] {
        let patterns = FinderPatterns.find(in: image)
        let ofCodes = patterns.filter { one in patterns.contains { $0.canBelong(with: one) } }
        return ofCodes.map(Mark.init) + BrightRectangles.find(in: image).map(Mark.init)
    }
}

extension PhoneWatch.Mark {
    /// A corner of a code: the smallest is 21 modules wide.
    fileprivate init(_ pattern: FinderPatterns.Pattern) {
        self.init(middle: pattern.centre, width: 20 * pattern.module, module: pattern.module)
    }

    fileprivate init(_ screen: Rect) {
        self.init(
            middle: Point(
                x: Double(screen.x) + Double(screen.width) / 2,
                y: Double(screen.y) + Double(screen.height) / 2),
            width: Double(screen.width), screen: screen)
    }
}
