import KioskCore
import KioskIO

/// The counter at work: takes frames from any source, has them looked at, drives the booth, and
/// carries out what the booth asks for. `run`, `demo` and the tests use this and nothing else.
struct Station {
    /// What the station needs to know.
    struct Settings {
        var booth: BoothSettings
        var rule: PortraitRule
        var landmarkFile: String?
        var codesRate: Int
        var exports: Exports
    }

    /// Where and how discs are written while the counter runs.
    struct Exports: Sendable {
        var files: SessionFiles
        var config: KioskConfig
        var folder: String
        /// Where the medium is mounted that the folder is on; nil where that is the machine's own disk.
        /// A stick that is pulled out later leaves a folder of the local disk.
        let medium: String?

        /// Discs of these sessions into a folder.
        init(files: SessionFiles, config: KioskConfig, folder: String) {
            (self.files, self.config, self.folder) = (files, config, folder)
            let place = Mounts.mountPoint(of: folder)
            let isOwn = place == "/" || place == Mounts.mountPoint(of: files.folder)
            medium = isOwn ? nil : place
        }

        /// - Throws: `export.unmounted`.
        func checkMedium() throws(KioskError) {
            try Mounts.check(folder)
            guard let medium, Mounts.mountPoint(of: folder) != medium else { return }
            throw KioskError(.exportUnmounted, medium)
        }
    }

    let settings: Settings
    let store: SessionStore
    let log: EventLog
    let clerk = Clerk()
    private let analyst: Analyst
    private var booth: Booth
    var day = DayCounts()
    var shot: (portrait: Portrait, frame: CapturedFrame, takenAt: ShotTime)?
    /// What the operator should know before the first student, until a key or a code says go on.
    private var opening: [Phrase]
    /// The earlier portrait that the open question is about, and its number: it goes with it.
    private var asked: (sequence: Int, jpeg: [UInt8])?
    private var shotWanted = false
    /// What a shot takes: the best of what the people at the counter were shown in the last second,
    /// whose face need not be found again.
    private var burst = Burst()
    private var isBusy = false
    private var isClosed = false
    var closesAfterExport = false
    private var lastCodeLook: FrameTime?
    private var clock = FrameClock()
    /// Why nothing more can be stored, where nobody is there to be asked.
    private var failure: KioskError?

    /// A station that stores into a session and begins with something to say.
    init(_ settings: Settings, store: SessionStore, log: EventLog, opening: [Phrase] = []) {
        self.settings = settings
        self.opening = opening
        self.store = store
        self.log = log
        booth = Booth(settings: settings.booth)
        analyst = Analyst(rule: settings.rule, landmarkFile: settings.landmarkFile)
    }

    /// Works until the source ends or the operator closes the day.
    ///
    /// - Throws: the source's errors, `stopped.*` after SIGINT or SIGTERM, `face.model`; without an
    ///   operator also why a portrait could not be stored. What was stored stays stored.
    mutating func work<Source: FrameSource & ~Copyable>(
        from source: inout Source, with operating: inout some Operating
    ) throws(KioskError) -> DayCounts {
        defer { analyst.stop() }
        countAgain()
        logCamera(source.report)
        while !isClosed {
            try Interruption.check()
            guard try turn(&source, &operating) else { break }
        }
        logCamera(source.report)
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
            switch try source.withFrame({ see($0, &operating) }) {
            case .frame(let time): cameraIsThere(at: time, source.report, &operating)
            case .notYet: step(.timePassed, at: clock.now, &operating)
            case .end: return false
            }
        } catch {
            guard error.isCameraLoss else { throw error }
            if booth.cameraLoss?.code != error.code { logCamera(source.report) }
            step(.cameraLost(error), at: clock.now, &operating)
        }
        try attend(to: clock.now, isLive: isLive, &operating)
        return true
    }

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
        clock.set(to: time)
        day.missing = report?.health.missing ?? 0
        guard booth.cameraLoss != nil else { return }
        logCamera(report)
        step(.cameraBack, at: time, &operating)
    }

    /// Has a frame looked at, if the analyst is free and the booth wants to know.
    private mutating func take(_ frame: borrowing Frame) {
        guard !isBusy else { return }
        if shotWanted, let best = burst.best {
            shotWanted = false
            post(.shoot(best))
        } else if let interest = interest(at: frame.time) {
            var spare = burst.spare()
            post(.observe(frame.captured(reusing: &spare), interest))
        }
    }

    private mutating func post(_ job: Analyst.Job) {
        isBusy = true
        analyst.post(job)
    }

    /// What to look for in a frame of that time: codes at most `codes.rate` times a second.
    private mutating func interest(at time: FrameTime) -> Booth.Interest? {
        var interest = booth.interest
        if interest.codes, let last = lastCodeLook,
            time.seconds(since: last) < 1 / Double(settings.codesRate) - 0.001
        {
            interest.codes = false
        }
        if interest.codes { lastCodeLook = time }
        return interest.codes || interest.faces ? interest : nil
    }

    /// Takes in what the analyst and the operator have to say. A source that waits for us is made
    /// to wait for the analyst, so that every frame is looked at and a day comes out the same.
    private mutating func attend(
        to time: FrameTime, isLive: Bool, _ operating: inout some Operating
    ) throws(KioskError) {
        if isBusy, let answer = isLive ? analyst.takeAnswer() : analyst.waitForAnswer() {
            isBusy = false
            try take(answer, at: time, &operating)
        }
        for key in operating.keys(booth, at: time) {
            opening = []
            step(.pressed(key), at: time, &operating)
        }
        if booth.state.name != .waiting { opening = [] }
        if let outcome = clerk.takeOutcome() { tellExported(outcome, at: time, &operating) }
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
        scene.opening = opening
        return scene
    }

    private mutating func take(
        _ answer: Analyst.Answer, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        switch answer {
        case .observed(let seen, let frame):
            remember(seen, frame)
            step(.observed(seen), at: seen.time, &operating)
        case .shot(.success(let portrait), let frame):
            shot = (portrait, frame, WallClock.now())
            step(.shotTaken(portrait.summary), at: time, &operating)
        case .shot(.failure(let error), _):
            day.refused += 1
            step(.shotRefused(error), at: time, &operating)
        case .unusable(let frame): burst.give(back: frame)
        case .failed(let error): throw error
        }
    }

    /// Keeps the frame where a portrait could be made of it.
    private mutating func remember(_ seen: Observation, _ frame: CapturedFrame) {
        guard let grade = seen.grade, let head = seen.framing?.head else {
            return burst.give(back: frame)
        }
        burst.take(
            Burst.Shot(frame: frame, head: head, grade: grade, faces: 1 + seen.cutFaces))
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

    private mutating func carryOut(
        _ action: BoothAction, at time: FrameTime, _ operating: inout some Operating
    ) {
        switch action {
        case .shoot: wantShot(at: time, &operating)
        case .discardShot: discard(at: time)
        case .store(let sitting): storeShot(of: sitting, at: time, &operating)
        case .notify(let notice): tell(notice, at: time, &operating)
        case .close: isClosed = true
        case .askToClose:
            let left = DayLeft(notExported: day.notExported, failed: day.failed)
            step(.dayEnds(left), at: time, &operating)
        case .lookUp, .storeEarlier, .setAside, .void, .export, .exportDay, .readCodes:
            answer(action, at: time, &operating)
        }
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

    private mutating func wantShot(at time: FrameTime, _ operating: inout some Operating) {
        shotWanted = burst.best != nil
        if !shotWanted { step(.noShotYet, at: time, &operating) }
    }

    private mutating func discard(at time: FrameTime) {
        shot = nil
        shotWanted = false
        booth.state.name == .posing ? burst.begin(at: time) : burst.clear()
    }

    private mutating func storeShot(
        of sitting: Sitting, at time: FrameTime, _ operating: inout some Operating
    ) {
        guard let shot else {
            return step(.storeRefused(KioskError(.bug, "shot")), at: time, &operating)
        }
        let new = NewPortrait(
            sitting: sitting, portrait: shot.portrait, original: shot.frame, takenAt: shot.takenAt)
        let begun = WallClock.monotonic()
        do throws(KioskError) {
            let sequence = try store.add(new)
            count(sitting)
            logStored(sequence, sitting, begun, at: time)
            step(.stored(sequence: sequence), at: time, &operating)
        } catch {
            step(.storeRefused(error), at: time, &operating)
            guard settings.booth.isAutomatic else { return }
            failure = error
            isClosed = true
        }
    }

    private mutating func count(_ sitting: Sitting) {
        day.stored += 1
        day.retaken += sitting.attempts.count { $0.outcome == .retaken }
        if sitting.replaces != nil { day.replaced += 1 }
        countAgain()
    }

    /// What an export came to; where the day was to end with it and nothing failed, it ends.
    private mutating func tellExported(
        _ outcome: Clerk.Outcome, at time: FrameTime, _ operating: inout some Operating
    ) {
        countAgain()
        switch outcome {
        case .success(let written):
            step(.succeeded(.export), at: time, &operating)
            tell(
                .exported(path: written.path, portraits: written.portraits), at: time, &operating)
            if closesAfterExport { isClosed = true }
        case .failure(let error): fail(.export, error, at: time, &operating)
        }
        closesAfterExport = false
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
