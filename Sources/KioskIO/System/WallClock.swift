import Dispatch
import Foundation
public import KioskCore

/// The studio's clock on the wall: used for the time written beside a portrait and the name of
/// today's session, never for the booth's decisions.
public enum WallClock {
    /// Now, with the machine's UTC offset at this moment.
    public static func now() -> ShotTime {
        let now = Date()
        return ShotTime(
            unixMilliseconds: Int64((now.timeIntervalSince1970 * 1000).rounded(.down)),
            utcOffset: TimeZone.current.secondsFromGMT(for: now))
    }

    /// Nanoseconds of the monotonic clock, for measuring and pacing.
    public static func monotonic() -> Int64 {
        Int64(DispatchTime.now().uptimeNanoseconds)
    }
}
