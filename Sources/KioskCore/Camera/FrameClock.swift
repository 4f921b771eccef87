/// The source's clock between two of its frames: where none comes, time goes on all the same, or
/// keys and notices would wait for a camera that is gone.
public struct FrameClock: Sendable {
    private var frame = FrameTime(nanoseconds: 0)
    private var seenAt: Int64?

    /// A frame that is not there after this long is late, ns.
    private static let patience: Int64 = 90_000_000

    /// A clock before its first frame.
    public init() {}

    /// A frame of that time was seen at a moment of the machine's monotonic clock, ns.
    public mutating func set(to time: FrameTime, seenAt moment: Int64) {
        frame = time
        seenAt = moment
    }

    /// The newest frame's time, or, where the next one is late at a moment of the machine's
    /// monotonic clock, what it has become since.
    public func time(at moment: Int64) -> FrameTime {
        guard let seenAt, moment - seenAt > Self.patience else { return frame }
        return FrameTime(nanoseconds: frame.nanoseconds + moment - seenAt)
    }
}
