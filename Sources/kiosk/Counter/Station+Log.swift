import KioskCore
import KioskIO

/// What goes to the log of portraits and of the camera: events, times and counts.
extension Station {
    func logStored(_ sequence: Int, _ sitting: Sitting, _ begun: Int64, at time: FrameTime) {
        log.add(
            "stored",
            [
                "t": .number(time.seconds), "sequence": .whole(sequence),
                "sitting": .number(time.seconds(since: sitting.openedAt)),
                "attempts": .whole(sitting.attempts.count),
                "milliseconds": .number(Double(WallClock.monotonic() - begun) / 1e6),
            ])
    }

    /// What was asked of the camera, what its driver gives, and what became of its frames.
    func logCamera(_ report: CameraReport?) {
        guard let report else { return }
        let (asked, given, health) = (report.asked, report.given, report.health)
        log.add(
            "camera",
            [
                "askedFormat": .format(asked.format), "askedWidth": .whole(asked.size.width),
                "askedHeight": .whole(asked.size.height), "askedRate": .number(asked.rate),
                "format": .format(given.format), "width": .whole(given.size.width),
                "height": .whole(given.size.height), "rate": .number(given.rate),
                "frames": .whole(health.lent), "passedOver": .whole(health.passedOver),
                "missing": .whole(health.missing), "flagged": .whole(health.flagged),
                "empty": .whole(health.empty), "short": .whole(health.short),
                "foreign": .whole(health.foreign), "settling": .whole(health.settling),
                "reopened": .whole(health.reopened), "damaged": .whole(day.unseen),
            ])
    }
}
