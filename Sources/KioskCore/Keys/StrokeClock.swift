/// When keys were pressed, by the clock of who reads them: keyboards have clocks of their own, and what
/// was pressed is read a little later, on a slow machine much later.
struct StrokeClock: Sendable {
    /// The least that one clock was ever seen before the other.
    private var offset: Int64?
    /// Nobody reads a key so late: the keyboard's clock was set.
    private static let longest: Int64 = 60_000_000_000

    /// The time of a stroke by the reader's clock, ns; at most now.
    mutating func time(of stroke: KeyStroke, heardAt now: Int64) -> Int64 {
        let difference = now - stroke.at
        guard let known = offset, (0...Self.longest).contains(difference - known) else {
            offset = difference
            return now
        }
        return stroke.at + known
    }
}
