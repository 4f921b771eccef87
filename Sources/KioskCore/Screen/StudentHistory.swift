/// What the student's view remembers of the scenes before.
public struct StudentHistory: Hashable, Sendable {
    /// After so long with nobody the card shows how to get a code, seconds.
    static let quiet = 60.0
    /// How long the flash rises and fades, seconds.
    static let (rise, fade) = (0.08, 0.25)

    private var shotAt: FrameTime?
    private var quietSince: FrameTime?
    private var now = FrameTime(nanoseconds: 0)

    /// Nothing was seen yet.
    public init() {}

    /// Takes a scene in: each that is shown, in their order.
    public mutating func see(_ scene: CounterScene) {
        now = scene.time
        if !scene.isShotTaken, scene.booth.state.name == .posing { shotAt = nil }
        if scene.isShotTaken, shotAt == nil { shotAt = now }
        // Before the first frame nobody knows the camera's time.
        let isQuiet =
            !scene.isPreparing && scene.booth.state == .waiting(nil) && scene.stored == nil
        quietSince = isQuiet ? quietSince ?? now : nil
    }

    /// How white the screen is, 0 to 1: for a moment after the frame was taken, so that it never lights the face.
    public var flash: Double {
        guard let shotAt else { return 0 }
        let passed = now.seconds(since: shotAt)
        return passed < Self.rise
            ? passed / Self.rise : max(0, 1 - (passed - Self.rise) / Self.fade)
    }

    /// Whether nobody has come for a while.
    public var isQuiet: Bool { quietSince.map { now.seconds(since: $0) >= Self.quiet } ?? false }
}
