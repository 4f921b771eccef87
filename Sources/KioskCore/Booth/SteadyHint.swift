/// One hint at a time: it changes when another framing has lasted for a moment, so that it does not
/// flicker between two.
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

    /// How long another framing has to last, seconds: three looks of the live analysis.
    private static let moment = 0.12

    /// What is said.
    public private(set) var advice = Advice.noFace
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
        guard time.seconds(since: since) >= Self.moment else { return }
        (advice, nextSince) = (seen, nil)
    }
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
