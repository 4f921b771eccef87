/// How long a hand-over will take still, by how it went so far.
public struct HandOverPace: Hashable, Sendable {
    private var step: HandOverProgress.Step?
    /// When the step was first told of, seconds: what is planned before is no measure of it.
    private var begun = 0.0

    /// A hand-over of which nothing is known yet.
    public init() {}

    /// Nothing is foretold before so many seconds of a step.
    private static let leastSeconds = 1.0

    /// Seconds left at a time of any clock, seconds, reading back included, which is taken to be as long as writing until
    /// it has begun; nil where it is too early to tell, as while it is prepared.
    public mutating func secondsLeft(_ progress: HandOverProgress, at time: Double) -> Double? {
        if progress.step != step {
            (step, begun) = (progress.step, time)
        }
        let (spent, share) = (time - begun, progress.share)
        guard progress.step != .preparing, spent >= Self.leastSeconds, share > 0 else { return nil }
        let whole = spent / share
        return whole - spent + (progress.step == .writing ? whole : 0)
    }
}
