/// How long to wait before the next attempt: a quarter of a second at first, twice as long each
/// time, two seconds at most. A foot that pulled the plug puts it back within seconds, and a port
/// that comes and goes is not hammered.
public struct BackOff: Hashable, Sendable {
    private static let first = 0.25
    private static let longest = 2.0
    private var following = Self.first

    /// At the first attempt.
    public init() {}

    /// Seconds to wait before the next attempt.
    public mutating func next() -> Double {
        defer { following = min(Self.longest, following * 2) }
        return following
    }
}
