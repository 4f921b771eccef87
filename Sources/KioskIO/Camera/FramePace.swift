import Foundation
public import KioskCore

/// Gives the frames of a source that is no device their index and time, and makes it as slow as a
/// camera where a rate was asked for.
public struct FramePace: Sendable {
    private let interval: Double
    private var start: Int64?
    private var following = 0
    /// Whether frames come at their rate, taken or not.
    public let isLive: Bool

    /// A pace of `fps` frames a second; 0 for as fast as they are taken, with 1/30 s between time
    /// stamps.
    public init(fps: Int) {
        isLive = fps > 0
        interval = 1 / Double(fps > 0 ? fps : 30)
    }

    /// The next frame's index and time. With a rate, waits until it is due, and passes over those
    /// that nobody took in time, as a camera would.
    public mutating func next() -> (index: Int, time: FrameTime) {
        if isLive { wait() }
        defer { following += 1 }
        return (following, FrameTime(seconds: Double(following) * interval))
    }

    private mutating func wait() {
        let now = WallClock.monotonic()
        let begin = start ?? now
        start = begin
        let elapsed = Double(now - begin) / 1e9
        following = max(following, Int(elapsed / interval))
        let left = Double(following) * interval - elapsed
        if left > 0 { usleep(UInt32(left * 1e6)) }
    }
}
