/// What just happened, for as long as it is worth reading. What was said of one student goes with that
/// student; what is wrong stands apart (`Booth.troubles`) and does not end with time.
public struct NoticeBoard: Sendable {
    /// How long a notice stays, seconds.
    private static let shown = 6.0

    private var notice: BoothNotice?
    private var until = FrameTime(nanoseconds: 0)
    /// Whose sitting it was said in; not known before the next scene.
    private var owner: [UInt8]?
    private var isNew = false

    /// Nothing has happened.
    public init() {}

    /// Something happened.
    public mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        guard notice != .guide else { return }
        self.notice = notice
        until = FrameTime(seconds: time.seconds + Self.shown)
        isNew = true
    }

    /// What is to be shown beside a state of the booth; nil where nothing is.
    public mutating func notice(_ booth: Booth, at time: FrameTime) -> BoothNotice? {
        let code = booth.sitting?.code.bytes
        if isNew { (owner, isNew) = (code, false) }
        let isOver = time >= until || (notice == .notReady && booth.state.name != .posing)
        // A sitting that has just opened may still show what came before it; another's never does.
        if isOver || (owner != nil && code != nil && code != owner) { notice = nil }
        return notice
    }
}
