/// The one word on a code that is not read which is said now: no faster than a person can follow.
public struct SteadySight: Hashable, Sendable {
    /// How long something is seen before it is said, and how long what is said stays at least, seconds: a phone on
    /// its way to the camera is all of these in turn.
    private static let (patience, stay) = (0.8, 2.0)

    /// What is said; `none` where nothing is.
    public private(set) var said = CodeSight.none
    private var saidAt = FrameTime(nanoseconds: 0)
    private(set) var seen = CodeSight.none
    private var since = FrameTime(nanoseconds: 0)

    /// Nothing was seen.
    init() {}

    mutating func see(_ sight: CodeSight, at time: FrameTime) {
        if sight != seen { (seen, since) = (sight, time) }
        guard seen != said, time.seconds(since: since) >= Self.patience,
            said == .none || time.seconds(since: saidAt) >= Self.stay
        else { return }
        (said, saidAt) = (seen, time)
    }
}
