/// One hint at a time, the one that matters most: it changes at once with what the student does, and
/// does not flicker between two.
public struct SteadyHint: Hashable, Sendable {
    /// The kinds of framing a student can be told of.
    public enum Advice: Hashable, Sendable {
        /// Nobody is there.
        case noFace
        /// More than one person is.
        case manyFaces
        /// The student is to move.
        case move(FramingHint)
        /// Something else is to be changed, in that direction.
        case fix(CheckName, isLow: Bool, Phrase)
        /// All is right.
        case ready
    }

    /// What is said.
    public private(set) var advice = Advice.noFace
    private var before: Advice?
    private var changedAt: FrameTime?
    private var next = Advice.noFace
    private var nextSince: FrameTime?

    /// Nothing seen yet.
    init() {}

    mutating func see(_ framing: Framing, at time: FrameTime) {
        let seen = Advice(framing)
        guard seen != advice else {
            nextSince = nil
            return
        }
        guard seen == next, let since = nextSince else {
            (next, nextSince) = (seen, time)
            return
        }
        guard time.seconds(since: since) >= patience(with: seen, at: time) else { return }
        (before, advice, changedAt, nextSince) = (advice, seen, time, nil)
    }

    /// How long something else has to be seen before it is said, seconds.
    ///
    /// Two looks for what is new, so that it is said within 150 ms of the movement; half a second for
    /// "all is right"; longer than a blink for closed eyes, and for what was said a moment ago, so
    /// that nothing flickers between two.
    private func patience(with seen: Advice, at time: FrameTime) -> Double {
        if seen == .ready { return 0.5 }
        if case .fix(.eyesOpen, _, _) = seen { return Pose.blink }
        let isBackAgain = seen == before && changedAt.map { time.seconds(since: $0) < 2 } == true
        return isBackAgain ? 0.35 : 0.06
    }

    private typealias Pose = Booth.Pose
}

extension SteadyHint.Advice {
    fileprivate init(_ framing: Framing) {
        self =
            switch framing {
            case .noFace: .noFace
            case .manyFaces: .manyFaces
            case .move(let hint, _): .move(hint)
            case .flawed(let check, _, _): .fix(check.name, isLow: check.isLow, check.advice)
            case .ready: .ready
            }
    }
}
