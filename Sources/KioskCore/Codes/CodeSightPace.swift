/// How often it is looked for why no code is read: nobody is told faster, and in a room in which nothing moves there
/// is nothing new to see.
public struct CodeSightPace: Sendable {
    /// Seconds from one look to the next: at the least, and in a still room, where what stands there is to stay known
    /// as furniture (`PhoneWatch`).
    private static let (least, most) = (0.2, 1.0)

    private var room = StillRoom()
    private var lookedAt: FrameTime?

    /// Nothing was looked at.
    public init() {}

    /// Whether this frame's turn has come, which is then the last one's: one byte a pixel, rows from the top without
    /// padding.
    public mutating func isDue(
        _ luma: UnsafeBufferPointer<UInt8>, _ size: Size, at time: FrameTime
    ) -> Bool {
        if let lookedAt, time >= lookedAt {
            let seconds = time.seconds(since: lookedAt)
            guard seconds >= Self.least, seconds >= Self.most || !room.isStill(luma, size) else {
                return false
            }
        }
        lookedAt = time
        room.keep(luma, size)
        return true
    }
}
