/// How long a hand-over will take still, by how it went so far.
public struct HandOverPace: Hashable, Sendable {
    private var step: HandOverProgress.Step?
    /// When the step began, seconds.
    private var begun: Double

    /// A hand-over that begins at a time of any clock, seconds.
    public init(begun: Double) { self.begun = begun }

    /// Nothing is foretold before so many seconds of a step.
    private static let leastSeconds = 1.0

    /// Seconds left, reading back included, which is taken to be as long as writing until it has begun; nil where it is
    /// too early to tell.
    public mutating func secondsLeft(_ progress: HandOverProgress, at time: Double) -> Double? {
        if progress.step != step {
            if step != nil { begun = time }
            step = progress.step
        }
        let (spent, share) = (time - begun, progress.share)
        guard spent >= Self.leastSeconds, share > 0 else { return nil }
        let whole = spent / share
        return whole - spent + (progress.step == .writing ? whole : 0)
    }
}
