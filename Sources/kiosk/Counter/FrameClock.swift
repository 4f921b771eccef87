import KioskCore
import KioskIO

/// The source's clock between two of its frames: where none comes, time goes on all the same, or
/// keys and notices would wait for a camera that is gone.
struct FrameClock {
    private var frame = FrameTime(nanoseconds: 0)
    private var seenAt: Int64?

    /// A frame's time.
    mutating func set(to time: FrameTime) {
        frame = time
        seenAt = WallClock.monotonic()
    }

    /// The newest frame's time, or, where the next one is late, what it has become since.
    var now: FrameTime {
        guard let seenAt else { return frame }
        let late = WallClock.monotonic() - seenAt
        return late > Self.patience
            ? FrameTime(nanoseconds: frame.nanoseconds + late) : frame
    }

    /// A frame that is not there after this long is late, ns.
    private static let patience: Int64 = 90_000_000
}
