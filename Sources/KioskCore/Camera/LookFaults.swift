/// Looks that fail. A damaged frame now and then is a camera's daily life; when every look fails for a
/// while, nobody at the counter is seen any more, and that is told.
public struct LookFaults: Sendable {
    /// Looks that failed so far.
    public private(set) var count = 0
    private var since: FrameTime?
    private var isTold = false

    /// So long every look has to fail before it is told, seconds: longer than a burst of damaged
    /// frames lasts, short enough that nobody waits for nothing.
    private static let patience = 1.5

    /// None has failed.
    public init() {}

    /// A look at a frame of that time failed.
    ///
    /// - Returns: whether it has lasted and is to be told now.
    public mutating func failed(at time: FrameTime) -> Bool {
        count += 1
        let since = since ?? time
        self.since = since
        guard !isTold, time.seconds(since: since) >= Self.patience else { return false }
        isTold = true
        return true
    }

    /// A look worked.
    ///
    /// - Returns: whether it was told that none does.
    public mutating func worked() -> Bool {
        defer { (since, isTold) = (nil, false) }
        return isTold
    }
}
