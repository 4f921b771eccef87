/// What is said to the two people at the counter at one moment. Every view, headline, frame and arrow reads it: two
/// voices at once cannot be.
public struct Guidance: Hashable, Sendable {
    /// How urgent it is; each has a colour and an icon.
    public enum Severity: String, CaseIterable, Hashable, Sendable {
        /// Nobody is there yet.
        case idle
        /// Somebody has to do or to decide something.
        case info
        /// All is right.
        case go
        /// Something is to be changed.
        case warn
        /// Something is wrong and does not go on.
        case stop
    }

    /// Where the student is to go, left and right being the student's own.
    public enum Arrow: String, CaseIterable, Hashable, Sendable {
        case left, right, up, down, nearer, farther
    }

    /// How urgent it is.
    public var severity: Severity
    /// The student's one sentence.
    public var student: Phrase
    /// What the student may know besides; empty where nothing is.
    public var detail = Phrase.empty
    /// The operator's sentence; while the student poses it is the student's.
    public var headline: Phrase
    /// What only the operator can do about it; empty where nothing is.
    public var advice = Phrase.empty
    /// Where the student is to go; nil where not elsewhere.
    public var arrow: Arrow?
    /// Whether the student sits right, steadily.
    public var isReady = false
    /// Seconds to an automatic shot; nil where none is counted down to.
    public var countdown: Double?
    /// How much of the pose is right: 0 with nobody there, 1 where a shot may be taken.
    public var readiness = 0.0

    /// What is to be said in a scene.
    public init(_ scene: CounterScene) {
        if let desk = scene.cameras {
            let severity: Severity = desk.shown == nil ? .stop : .warn
            self.init(severity, GuidanceWords.wait, CameraWords.headline(desk))
            advice = CameraWords.advice(desk)
            return
        }
        if scene.isPreparing, scene.booth.state == .waiting(nil), scene.booth.troubles.isEmpty {
            self.init(.info, GuidanceWords.wait, GuidanceWords.preparing)
            return
        }
        var booth = scene.booth
        // Who was just photographed leaves; the next one's phone comes then.
        if scene.stored != nil { booth.steadySight = SteadySight() }
        self.init(booth)
        if scene.booth.state.name == .waiting, severity == .idle, scene.stored != nil {
            (student, detail) = (GuidanceWords.leave, GuidanceWords.nextCode)
            headline = GuidanceWords.seatToClear
        }
        // The booth counts from the first look that is right; it is said once the hint says so too.
        countdown = isReady ? scene.booth.countdown(at: scene.time) : nil
    }

    /// How urgent it is to the student: what is wrong at the counter, or looked for, is not the student's.
    public var studentSeverity: Severity {
        guard student != GuidanceWords.showCode else { return .idle }
        return severity == .stop ? .info : severity
    }

    /// Whether the student can do nothing but wait.
    public var isWait: Bool { student == GuidanceWords.wait }

    /// What is to be said in a state, without its count-down.
    init(_ booth: Booth) {
        if booth.question == nil, let opened = Self.opened(booth) {
            self = opened
        } else if booth.cameraLoss != nil, booth.state.name == .waiting {
            self.init(.stop, GuidanceWords.wait, GuidanceWords.noCamera)
            advice = GuidanceWords.otherCamera
        } else if booth.lookFailure != nil, booth.state.name == .waiting {
            self.init(.stop, GuidanceWords.wait, GuidanceWords.nothingSeen)
        } else if booth.storeFailure != nil, booth.state.name == .review {
            self.init(.stop, GuidanceWords.wait, GuidanceWords.notStored)
        } else if case .foreignCode(_, let kind) = booth.question?.kind {
            self.init(.warn, CodeWords.foreign(kind))
            (detail, advice) = (CodeWords.whereItIs, GuidanceWords.chooseOne)
        } else if booth.isAnswerAwaited {
            self.init(
                .info, GuidanceWords.wait, booth.question.map { GuidanceWords.asked($0.kind) })
            advice = GuidanceWords.chooseOne
        } else if booth.isClassAwaited, booth.state.name == .waiting {
            self.init(.info, GuidanceWords.wait, ClassWords.naming)
        } else if booth.isChairTaken {
            self.init(.info, GuidanceWords.changeSeats)
        } else {
            self.init(booth.state, booth.settings)
            if let words = CodeWords.advice(booth.sight) {
                (severity, student, headline) = (.warn, words, words)
                (advice, detail) = (CodeWords.attendant(booth.sight), .empty)
            }
        }
    }

    /// What the operator has opened between two students, who may come meanwhile if they can be seen.
    private static func opened(_ booth: Booth) -> Guidance? {
        let headline = booth.finder.map(FinderWords.headline)
        guard let headline = headline ?? booth.preferences.map({ _ in PreferencesWords.headline })
        else { return nil }
        let isSeeing = booth.cameraLoss == nil && booth.lookFailure == nil
        var opened = Guidance(
            .info, isSeeing ? GuidanceWords.showCode : GuidanceWords.wait, headline)
        if isSeeing { opened.detail = GuidanceWords.howToShow }
        if booth.finder == nil {
            opened.advice = PreferencesWords.advice
        } else if booth.finder?.picked == nil {
            opened.advice = FinderWords.advice
        }
        return opened
    }

    private init(_ state: Booth.State, _ settings: BoothSettings) {
        switch state {
        case .waiting:
            self.init(.idle, GuidanceWords.showCode)
            detail = GuidanceWords.howToShow
        case .code:
            self.init(.go, GuidanceWords.phoneAway)
            detail = GuidanceWords.thenSit
        case .several: self.init(.info, GuidanceWords.oneCode, GuidanceWords.several)
        case .whoseTurn: self.init(.info, GuidanceWords.wait, GuidanceWords.whoseTurn)
        case .posing(let sitting, let pose):
            self.init(pose, settings)
            if sitting.attempts.last?.outcome == .retaken { detail = GuidanceWords.onceMore }
        case .shooting: self.init(.go, GuidanceWords.keepStill, GuidanceWords.shooting)
        case .review(_, let shot): self.init(shot)
        case .storing: self.init(.info, GuidanceWords.wait, GuidanceWords.storing)
        case .stored(let sequence, _):
            self.init(.go, GuidanceWords.leave, GuidanceWords.stored(sequence))
            detail = GuidanceWords.whatFollows(sequence)
        }
    }

    private init(_ shot: ShotSummary) {
        let severity: Severity =
            switch shot.verdict {
            case .pass: .go
            case .warn, .notAssessed: .warn
            case .fail: .stop
            }
        self.init(severity, GuidanceWords.yourPortrait, GuidanceWords.look)
        (advice, detail) = (BoothWords.result(shot), GuidanceWords.notMirrored)
    }

    private init(_ pose: Booth.Pose, _ settings: BoothSettings) {
        guard pose.phoneSeenAt == nil else {
            self.init(.warn, GuidanceWords.phoneStillThere)
            return
        }
        self.init(pose.hint.advice, settings.glasses)
    }

    private init(_ advice: SteadyHint.Advice, _ glasses: PortraitRule.Glasses) {
        switch advice {
        case .noFace: self.init(.info, GuidanceWords.sitDown(glasses))
        case .manyFaces: self.init(.warn, GuidanceWords.onePerson)
        case .move(let hint):
            self.init(.warn, GuidanceWords.student(hint))
            self.advice = GuidanceWords.attendant(hint)
            (arrow, readiness) = (Arrow(hint), 1.0 / 3)
        case .fix(let check, _, let sentence):
            let isStudents = GuidanceWords.isStudents(check)
            self.init(.warn, isStudents ? sentence : GuidanceWords.moment, sentence)
            readiness = 2.0 / 3
        case .ready:
            self.init(.go, GuidanceWords.ready)
            (isReady, readiness) = (true, 1)
        }
    }

    private init(_ severity: Severity, _ student: Phrase, _ headline: Phrase? = nil) {
        self.severity = severity
        self.student = student
        self.headline = headline ?? student
    }
}

extension Booth {
    /// Whether nothing goes on before something was answered; who poses goes on posing.
    var isAnswerAwaited: Bool {
        guard question != nil else { return false }
        return [.waiting, .stored, .review].contains(state.name)
    }
}

extension Guidance.Arrow {
    /// The way out of a framing that is not right.
    init?(_ hint: FramingHint) {
        switch hint {
        case .moveLeft: self = .left
        case .moveRight: self = .right
        case .sitHigher: self = .up
        case .sitLower: self = .down
        case .comeCloser: self = .nearer
        case .moveBack: self = .farther
        case .hairTooHigh, .largerPicture: return nil
        }
    }

    /// The arrow on the screen. In a mirror the student's left is the screen's, without one it is the other side.
    public func sign(isMirrored: Bool) -> String {
        switch self {
        case .left: isMirrored ? "←" : "→"
        case .right: isMirrored ? "→" : "←"
        case .up: "↑"
        case .down: "↓"
        case .nearer: "●"
        case .farther: "○"
        }
    }
}
