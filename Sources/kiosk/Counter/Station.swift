import KioskCore
import KioskIO

/// The counter at work: takes frames from any source, has them looked at, drives the booth, and
/// carries out what the booth asks for. `run`, `demo` and the tests use this and nothing else.
struct Station {
    /// What the station needs to know.
    struct Settings {
        var booth: BoothSettings
        var rule: PortraitRule
        /// The camera's, where it is known.
        var lens: CameraLens?
        var codesRate: Int
        var exports: Exports
    }

    let settings: Settings
    let store: SessionStore
    let log: EventLog
    var clerk = Clerk<Export.Written>()
    /// How fast the hand-over goes that is being written.
    var pace: HandOverPace?
    var codeFiles = CodeFiles()
    let analyst: Analyst
    private(set) var booth: Booth
    var day = DayCounts()
    var shot: (portrait: Portrait, frame: CapturedFrame, takenAt: ShotTime)?
    /// What the operator should know before the first student, until a key or a code says go on.
    private var opening: [Phrase]
    /// The earlier portrait that the open question is about, and its number: it goes with it.
    private var asked: (sequence: Int, jpeg: [UInt8])?
    /// The portrait that was stored last, while its student has not been seen to leave, and when.
    private var stored: (jpeg: [UInt8], at: FrameTime)?
    /// What is looked through.
    private var foundPictures = FoundPictures()
    /// Where shots come from: the best of what the people at the counter were shown in the last
    /// second, whose face need not be found again.
    var burst = Burst()
    var isShotWanted = false
    /// What else of the last second can be shown at review, and what of it the analyst was asked for.
    var candidates = Candidates()
    var isCandidateWanted = false
    var asking: [Burst.Shot] = []
    /// Whether the analyst has answered once.
    private var isPrepared = false
    /// Whether the analyst has a job.
    var isBusy = false
    var lastCodeLook: FrameTime?
    var lookFaults = LookFaults()
    /// The settings as they were saved last; nil where none were.
    var savedConfig: KioskConfig?
    /// The device that gives the frames, which can be changed for another; nil where none does.
    private(set) var device: String?
    /// The device that is to give the next frames; nil where it stays the same.
    var wantedDevice: String?
    var isClosed = false
    var closesAfterExport = false
    private var clock = FrameClock()
    /// Why nothing more can be stored, where nobody is there to be asked.
    var failure: KioskError?

    /// A station that stores into a session and begins with something to say.
    init(_ settings: Settings, store: SessionStore, log: EventLog, opening: [Phrase] = []) {
        self.settings = settings
        self.opening = opening
        self.store = store
        self.log = log
        booth = Booth(settings: settings.booth)
        analyst = Analyst(rule: settings.rule, lens: settings.lens)
    }

    /// Works until the source ends or the operator closes the day.
    ///
    /// - Throws: the source's errors, `stopped.*` after SIGINT or SIGTERM, `face.model`; without an
    ///   operator also why a portrait could not be stored. What was stored stays stored.
    mutating func work<Source: FrameSource & ~Copyable>(
        from source: inout Source, with operating: inout some Operating
    ) throws(KioskError) -> DayCounts {
        defer {
            analyst.stop()
            clerk.stop()
            codeFiles.stop()
        }
        try showClasses(at: now, &operating)
        takeDevice(of: source)
        defer { logCamera(source.report) }
        while !isClosed {
            try Interruption.check()
            try operating.check()
            guard try turn(&source, &operating) else { break }
        }
        try finish(&operating)
        if let failure { throw failure }
        return day
    }

    /// One frame, or none in time, and then the turn of everybody else; false where the source has
    /// ended. A camera that is lost ends no day.
    private mutating func turn<Source: FrameSource & ~Copyable>(
        _ source: inout Source, _ operating: inout some Operating
    ) throws(KioskError) -> Bool {
        let isLive = source.isLive
        source.use(for: booth.purpose)
        do throws(KioskError) {
            if let wanted = wantedDevice.take() {
                defer { takeDevice(of: source) }
                try source.change(to: wanted)
            }
            switch try source.withFrame({ see($0, &operating) }) {
            case .frame(let time): cameraIsThere(at: time, source.report, &operating)
            case .notYet: step(.timePassed, at: now, &operating)
            case .end: return false
            }
        } catch {
            guard error.isCameraLoss else { throw error }
            if booth.cameraLoss?.code != error.code { logCamera(source.report) }
            step(.cameraLost(error), at: now, &operating)
        }
        try attend(to: now, isLive: isLive, &operating)
        return true
    }

    private mutating func takeDevice<Source: FrameSource & ~Copyable>(of source: borrowing Source) {
        device = source.report == nil ? nil : source.name
        logCamera(source.report)
    }

    /// The time by the source's clock.
    private var now: FrameTime { clock.time(at: WallClock.monotonic()) }

    private mutating func see(_ frame: borrowing Frame, _ operating: inout some Operating)
        -> FrameTime
    {
        operating.see(frame)
        take(frame)
        return frame.time
    }

    private mutating func cameraIsThere(
        at time: FrameTime, _ report: CameraReport?, _ operating: inout some Operating
    ) {
        clock.set(to: time, seenAt: WallClock.monotonic())
        day.missing = report?.health.missing ?? 0
        guard booth.cameraLoss != nil else { return }
        logCamera(report)
        step(.cameraBack, at: time, &operating)
    }

    /// Takes in what the analyst and the operator have to say. A source that waits for us is made
    /// to wait for the analyst, so that every frame is looked at and a day comes out the same.
    private mutating func attend(
        to time: FrameTime, isLive: Bool, _ operating: inout some Operating
    ) throws(KioskError) {
        if isBusy, let answer = isLive ? analyst.takeAnswer() : analyst.waitForAnswer() {
            (isBusy, isPrepared) = (false, true)
            try take(answer, at: time, &operating)
            shootIfWanted()
        }
        for key in operating.keys(booth, at: time) {
            opening = []
            step(.pressed(key), at: time, &operating)
        }
        if booth.state.name != .waiting { opening = [] }
        keepChanges(at: time, &operating)
        if let outcome = clerk.takeOutcome() { tellExported(outcome, at: time, &operating) }
        if let outcome = codeFiles.takeOutcome(waits: !isLive) {
            take(outcome, at: time, &operating)
        }
        shootIfWanted()
        operating.show(scene(at: time))
    }

    /// What the views show: no portrait but the one under review and the one that is asked about.
    private mutating func scene(at time: FrameTime) -> CounterScene {
        var scene = CounterScene(booth: booth, time: time, counts: day)
        if booth.isShotShown { scene.portrait = shot?.portrait.jpeg.bytes }
        let sequence = booth.question?.earlier?.sequence
        if sequence != asked?.sequence {
            asked = sequence.flatMap { number in (try? store.jpeg(number)).map { (number, $0) } }
        }
        scene.earlier = asked?.jpeg
        scene.isShotTaken = booth.state.name == .shooting && !isShotWanted && shot == nil
        scene.stored = storedPortrait(at: time)
        scene.opening = opening
        scene.export = exportLine(at: time)
        foundPictures.add(to: &scene, from: store)
        scene.isPreparing = !isPrepared
        return scene
    }

    /// Students see their own portrait until they leave, a code is read, or for so long, seconds.
    private static let shown = 10.0

    private mutating func storedPortrait(at time: FrameTime) -> [UInt8]? {
        let isOver =
            switch booth.state {
            case .stored: false
            case .waiting:
                !booth.isSeatWatched
                    || stored.map { time.seconds(since: $0.at) > Self.shown } ?? true
            default: true
            }
        if isOver { stored = nil }
        return stored?.jpeg
    }

    /// Keeps what was stored for its student to see; nil where it does not stand any more.
    mutating func keepStored(_ jpeg: [UInt8]?, at time: FrameTime) {
        stored = jpeg.map { ($0, time) }
    }

    mutating func step(
        _ event: BoothEvent, at time: FrameTime, _ operating: inout some Operating
    ) {
        let before = (state: booth.state.name, question: booth.question?.name)
        let actions = booth.step(event, at: time)
        if booth.state.name != before.state {
            if booth.state.name == .posing { burst.begin(at: time) }
            log.add("state", ["t": .number(time.seconds), "state": .name(booth.state.name)])
        }
        if let asked = booth.question?.name, asked != before.question {
            log.add("asked", ["t": .number(time.seconds), "question": .name(asked)])
        }
        for action in actions { carryOut(action, at: time, &operating) }
    }

    mutating func tell(
        _ notice: BoothNotice, at time: FrameTime, _ operating: inout some Operating
    ) {
        let code = notice.errorCode.map { [("error" as StaticString, EventLog.Value.name($0))] }
        if let code = code?.first {
            log.add(
                "notice",
                ["t": .number(time.seconds), "notice": .name(notice.name), code.0: code.1])
        } else {
            log.add("notice", ["t": .number(time.seconds), "notice": .name(notice.name)])
        }
        operating.tell(notice, at: time)
    }

    /// At the end: what the analyst was still looking at is taken in, and a disc that is being
    /// written is finished.
    private mutating func finish(_ operating: inout some Operating) throws(KioskError) {
        if let outcome = clerk.waitForOutcome() {
            tellExported(outcome, at: lastCodeLook ?? FrameTime(nanoseconds: 0), &operating)
        }
        guard isBusy, let answer = analyst.waitForAnswer() else { return }
        isBusy = false
        if case .failed(let error) = answer { throw error }
    }
}
