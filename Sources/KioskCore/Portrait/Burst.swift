/// The last second of one posing: undecoded frames, each with what the live analysis saw in it. A slot
/// for each tenth of a second keeps that tenth's best, so that a blink at the shutter costs nothing.
///
/// Frames that fall out, and those of a posing that is over, lend their storage to the next ones: a
/// day allocates a burst once.
public struct Burst: Sendable {
    /// A frame that could become the portrait.
    public struct Shot: Sendable {
        /// The frame as the camera delivered it.
        public let frame: CapturedFrame
        /// The head, in px of the upright frame.
        public let head: HeadGeometry
        /// How good its portrait would be.
        public let grade: FrameGrade
        /// Faces in the picture, cut ones included.
        public let faces: Int

        /// A frame in which one head was found.
        public init(frame: CapturedFrame, head: HeadGeometry, grade: FrameGrade, faces: Int) {
            (self.frame, self.head, self.grade, self.faces) = (frame, head, grade, faces)
        }
    }

    private static let slots = 10
    private static let tenth: Int64 = 100_000_000

    private var shots: [Shot?] = Array(repeating: nil, count: slots)
    private var spares: [CapturedFrame] = []
    /// Frames up to here are of an earlier posing, or of somebody else.
    private var begin: FrameTime?

    /// A burst before the first posing.
    public init() {}

    /// Begins a posing: nothing up to that time counts.
    public mutating func begin(at time: FrameTime) {
        clear()
        begin = time
    }

    /// Ends the posing: nothing counts until the next one begins.
    public mutating func clear() {
        begin = nil
        for index in shots.indices {
            if let old = shots[index].take() { give(back: old.frame) }
        }
    }

    /// Takes a frame of the posing in.
    public mutating func take(_ shot: Shot) {
        guard let begin, shot.frame.time > begin else { return give(back: shot.frame) }
        let number = shot.frame.time.nanoseconds / Self.tenth
        let slot = Int(number % Int64(Self.slots))
        guard let old = shots[slot] else {
            shots[slot] = shot
            return
        }
        let isSameTenth = old.frame.time.nanoseconds / Self.tenth == number
        if isSameTenth, shot.grade < old.grade { return give(back: shot.frame) }
        shots[slot] = shot
        give(back: old.frame)
    }

    /// Drops a frame that turned out to be damaged.
    public mutating func drop(_ time: FrameTime) {
        for index in shots.indices where shots[index]?.frame.time == time {
            if let dropped = shots[index].take() { give(back: dropped.frame) }
        }
    }

    /// The frames of the second before the newest one, the best first. The newest itself is judged by
    /// the next one: it is taken only where there is no other, or where every other one fails in more, as
    /// while a student still sits down.
    public var ranked: [Shot] {
        let taken = shots.compactMap(\.self)
        guard let newest = taken.max(by: { $0.frame.time < $1.frame.time }) else { return [] }
        let judged = taken.filter {
            let age = newest.frame.time.seconds(since: $0.frame.time)
            return age > 0 && age <= 1
        }
        let sorted = judged.sorted { $1.grade < $0.grade }
        guard let best = sorted.first, best.grade.failures <= newest.grade.failures else {
            return [newest] + sorted
        }
        return sorted
    }

    /// The best of them.
    public var best: Shot? { ranked.first }

    /// A frame whose storage the next copy may use.
    public mutating func spare() -> CapturedFrame? { spares.popLast() }

    /// Gives a frame's storage back.
    public mutating func give(back frame: CapturedFrame) {
        if spares.count < Self.slots + 2 { spares.append(frame) }
    }
}
