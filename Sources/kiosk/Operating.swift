import KioskCore

/// The person at the counter: sees what the booth shows, presses keys, hears what happened. A
/// terminal, a script or, later, a window; nothing is decided here.
protocol Operating {
    /// The keys pressed since the last call.
    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey]

    /// Shows the booth as it is.
    mutating func show(_ booth: Booth, at time: FrameTime)

    /// Tells that something happened.
    mutating func tell(_ notice: BoothNotice, at time: FrameTime)
}
