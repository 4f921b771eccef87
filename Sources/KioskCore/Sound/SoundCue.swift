/// What is heard at the counter: both people hear it, so it says what happened and nothing of whom.
public enum SoundCue: CaseIterable, Hashable, Sendable {
    /// A code was read: the phone can be put away.
    case read
    /// The student sits right.
    case ready
    /// A second of the count-down.
    case count
    /// The portrait was taken.
    case shutter
    /// The portrait is stored.
    case stored
    /// Something is wrong.
    case error

    /// Its tones, one after the other.
    public var tones: [Tone] {
        switch self {
        case .read: [Tone(880, 0.08)]
        case .ready: [Tone(660, 0.12)]
        case .count: [Tone(660, 0.07)]
        case .shutter: [Tone(0, 0.03), Tone(990, 0.05), Tone(0, 0.02)]
        case .stored: [Tone(660, 0.1), Tone(990, 0.16)]
        case .error: [Tone(330, 0.14), Tone(247, 0.22)]
        }
    }
}

/// Which cues the scenes give, one after the other.
public struct SoundScript: Sendable {
    private var before: (state: Booth.State.Name, isReady: Bool, count: Int?, isTaken: Bool)?
    private var troubles = 0

    /// Nothing was seen yet.
    public init() {}

    /// Takes a scene in, each that is shown in their order, and says what is to be heard.
    public mutating func see(_ scene: CounterScene) -> [SoundCue] {
        let guidance = Guidance(scene)
        let state = scene.booth.state.name
        let now = (
            state: state, isReady: guidance.isReady,
            count: guidance.countdown.map { Int($0.rounded(.up)) }, isTaken: scene.isShotTaken
        )
        let wrong = scene.booth.troubles.count
        defer { (before, troubles) = (now, wrong) }
        guard let before else { return [] }
        var cues: [SoundCue] = []
        if state == .code, before.state != .code { cues.append(.read) }
        if now.isReady, !before.isReady { cues.append(.ready) }
        if let count = now.count, let last = before.count, count < last { cues.append(.count) }
        if now.isTaken, !before.isTaken { cues.append(.shutter) }
        if state == .stored, before.state != .stored { cues.append(.stored) }
        if wrong > troubles { cues.append(.error) }
        return cues
    }
}
