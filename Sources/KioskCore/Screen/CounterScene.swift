/// Everything a view of the counter shows at one moment. Views draw it and decide nothing.
public struct CounterScene: Sendable {
    /// The state machine as it is.
    public var booth: Booth
    /// The frames' time.
    public var time: FrameTime
    /// How the day goes.
    public var counts: DayCounts
    /// The finished portrait under review, as the file that would be stored.
    public var portrait: [UInt8]?
    /// The earlier portrait that the open question is about, as it was stored; no other.
    public var earlier: [UInt8]?

    /// The portrait that was stored last, while its student has not been seen to leave: for that student.
    public var stored: [UInt8]?
    /// Whether nothing has been looked at yet: what is held up now is not seen.
    public var isPreparing = false
    /// Whether the shot is taken that is being judged: light no longer matters to it.
    public var isShotTaken = false

    /// The session's portraits that are looked through, by their sequence numbers: those that are seen.
    public var found: [Int: [UInt8]] = [:]
    /// The checks of the one that is shown large, those that do not pass.
    public var foundChecks: [FoundCheck] = []

    /// How far the hand-over has come that is being written, in words; nil where none is.
    public var export: Phrase?

    /// The cameras to choose from, where the day cannot begin yet.
    public var cameras: CameraDesk?

    /// The buttons of now, the primary one first.
    public var actions: [ScreenButton] {
        cameras.map(CameraWords.buttons) ?? ButtonWords.all(booth)
    }

    /// What the operator should know before the first student; empty once the day has begun.
    public var opening: [Phrase] = []

    /// A scene without pictures.
    public init(booth: Booth, time: FrameTime, counts: DayCounts) {
        self.booth = booth
        self.time = time
        self.counts = counts
    }
}

/// How the day went so far.
public struct DayCounts: Hashable, Sendable {
    /// Portraits stored since the counter opened.
    public var stored = 0
    /// Portraits of the session that stand: neither withdrawn nor replaced.
    public var standing = 0
    /// Shots that were taken again.
    public var retaken = 0
    /// Shots that could not be made a portrait.
    public var refused = 0
    /// Portraits that took an earlier one's place.
    public var replaced = 0
    /// Portraits withdrawn.
    public var withdrawn = 0
    /// The numbers of the portraits that stand though they fail the rule.
    public var failed: [Int] = []
    /// Students who will come back and have no portrait yet.
    public var setAside = 0
    /// Portraits of the session that are on no disc.
    public var notExported = 0
    /// What the class that is being taken has come to; nil where none is.
    public var ofClass: ClassSummary?
    /// Camera pictures that never came: gaps of the driver's count.
    public var missing = 0
    /// Looks at frames that failed: damaged frames, or a library that does not work.
    public var unseen = 0

    /// A day that has just begun.
    public init() {}
}

/// A check of a stored portrait.
public struct FoundCheck: Hashable, Sendable {
    /// The check.
    public var name: CheckName
    /// What it came to.
    public var verdict: Verdict

    /// What a check came to.
    public init(name: CheckName, verdict: Verdict) { (self.name, self.verdict) = (name, verdict) }
}
