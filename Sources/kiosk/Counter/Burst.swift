import KioskCore

/// The last second of one posing: undecoded frames, each with what the live analysis saw in it. A slot
/// for each tenth of a second keeps that tenth's best, so that a blink at the shutter costs nothing.
///
/// Frames that fall out, and those of a posing that is over, lend their storage to the next ones: a
/// day allocates a burst once.
struct Burst {
    /// A frame that could become the portrait.
    struct Shot {
        var frame: CapturedFrame
        /// The head, in px of the upright frame.
        var head: HeadGeometry
        var grade: FrameGrade
        /// Faces in the picture, cut ones included.
        var faces: Int
    }

    private static let slots = 10
    private static let tenth: Int64 = 100_000_000

    private var shots: [Shot?] = Array(repeating: nil, count: slots)
    private var spares: [CapturedFrame] = []
    /// Frames up to here are of an earlier posing, or of somebody else.
    private var begin: FrameTime?

    /// Begins a posing: nothing up to that time counts.
    mutating func begin(at time: FrameTime) {
        clear()
        begin = time
    }

    /// Ends the posing: nothing counts until the next one begins.
    mutating func clear() {
        begin = nil
        for index in shots.indices {
            if let old = shots[index].take() { give(back: old.frame) }
        }
    }

    /// Takes a frame of the posing in.
    mutating func take(_ shot: Shot) {
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

    /// The best frame of the second before the newest one.
    var best: Shot? {
        let taken = shots.compactMap(\.self)
        guard let newest = taken.map(\.frame.time).max() else { return nil }
        return taken.filter { newest.seconds(since: $0.frame.time) <= 1 }
            .max { $0.grade < $1.grade }
    }

    /// A frame whose storage the next copy may use.
    mutating func spare() -> CapturedFrame? { spares.popLast() }

    /// Gives a frame's storage back.
    mutating func give(back frame: CapturedFrame) {
        if spares.count < Self.slots + 2 { spares.append(frame) }
    }
}
