/// The counter's one state machine: waiting → code → posing → review → stored.
///
/// Pure: it knows no camera, screen, store or clock. Events come in with the frames' time, actions
/// go out; whoever carries them out answers with an event. Views show `state` and decide nothing.
public struct Booth: Sendable {
    /// Where a sitting is.
    public enum State: Hashable, Sendable {
        /// No student; codes are looked for. The code just read once, and when, if any.
        case waiting(CaptureCode?)
        /// Several codes are in view at once.
        case several(CodeChoice)
        /// A code was read twice alike; it has to leave the picture. When it was last seen.
        case code(Sitting, lastSeen: FrameTime)
        /// The student takes the pose.
        case posing(Sitting, Pose)
        /// Another's code came into view: whose turn is it?
        case whoseTurn(TurnQuestion)
        /// A shot is being taken and judged.
        case shooting(Sitting)
        /// A shot waits for accept or retake.
        case review(Sitting, ShotSummary)
        /// The portrait is being stored; without a shot where an earlier one serves again.
        case storing(Sitting, ShotSummary?)
        /// The portrait is stored; shown until the time.
        case stored(sequence: Int, until: FrameTime)
    }

    /// What the next frame should be searched for.
    public struct Interest: Hashable, Sendable {
        /// Codes.
        public var codes: Bool
        /// Phones whose code cannot be read, where no code is.
        public var phones: Bool
        /// Faces.
        public var faces: Bool
        /// Why a code is not read, where none is.
        public var sights = false

        /// What is wanted.
        public init(codes: Bool, phones: Bool, faces: Bool) {
            (self.codes, self.phones, self.faces) = (codes, phones, faces)
        }
    }

    /// How the booth behaves.
    public let settings: BoothSettings
    /// Where the sitting is.
    public internal(set) var state = State.waiting(nil)

    /// Why no picture comes, while the camera is looked for.
    public internal(set) var cameraLoss: KioskError?
    /// Why nothing is seen in the frames that come, until something is.
    public internal(set) var lookFailure: KioskError?
    /// Why the shot under review could not be stored, until it is or the sitting has ended.
    var storeFailure: KioskError?
    /// Why the last shot was no portrait, until there is another.
    var shotFailure: KioskError?
    /// Whether a portrait was to be accepted whose number is missing still.
    var isNumberMissed = false
    /// What failed besides, oldest first.
    var failures: [Failure] = []
    /// What only the operator can decide, if anything is asked.
    public internal(set) var question: Question?
    /// The digit pressed last while something is asked.
    var answering: Answering?
    /// What is being typed that belongs to no sitting.
    public internal(set) var entry: Entry?
    /// The session's portraits while they are looked through.
    public internal(set) var finder: Finder?
    /// The settings while they are changed.
    public internal(set) var preferences: Preferences?
    /// Whether the card is shown that says how to get a code.
    public internal(set) var isGuideShown = false
    /// What a person has to look at, and has ticked, of the shot under review. Accepting says all of it at once.
    public internal(set) var ticked: Set<CheckName> = []
    /// When the shot under review was first shown.
    var shotShownAt: FrameTime?
    /// Who sat in the chair last.
    var chair = Chair()
    /// A code that was turned away and has not left the picture yet.
    var turnedAway: TurnedAway?
    /// A code in view that is plainly no 采集码.
    var foreign: ForeignView?
    /// Why the code in view is not read.
    var steadySight = SteadySight()
    /// The classes of the session.
    public internal(set) var classes = Classes()
    /// Whether a hand-over is being written.
    public internal(set) var isExporting = false
    /// Whether its key was pressed once to end it.
    var isCancelAsked = false
    /// A class card that one look has read while one is waited for.
    var cardSeen: [UInt8]?
    /// A code that a scanner typed once.
    var typedOnce: [UInt8]?
    /// Whether a picture of the operator's is being read, and whether a student came meanwhile.
    var (isFilePending, isFileLate) = (false, false)

    /// What is to be said of a code that is not read; `none` where nothing is.
    public var sight: CodeSight { state.name == .waiting ? steadySight.said : .none }

    /// A code that is not to be taken up again before it was gone.
    struct TurnedAway: Hashable, Sendable {
        let bytes: [UInt8]
        var lastSeen: FrameTime
    }

    /// A booth that waits for its first code.
    public init(settings: BoothSettings) { self.settings = settings }

    /// What the next frame should be searched for.
    public var interest: Interest {
        var interest = searched
        interest.sights = state.name == .waiting
        return interest
    }

    private var searched: Interest {
        switch state {
        case .waiting, .several, .stored:
            Interest(codes: true, phones: false, faces: chair.isWatched)
        case .code: Interest(codes: true, phones: true, faces: chair.isWatched)
        case .posing: Interest(codes: true, phones: true, faces: true)
        case .review, .whoseTurn: Interest(codes: false, phones: false, faces: true)
        case .shooting, .storing: Interest(codes: false, phones: false, faces: false)
        }
    }

    /// What the camera is used for now: a phone is brighter than a face.
    public var purpose: CameraPurpose {
        switch state {
        case .waiting, .several, .stored, .code: .scan
        case .posing, .whoseTurn, .shooting, .review, .storing: .portrait
        }
    }

    /// The sitting under way, if any.
    public var sitting: Sitting? {
        switch state {
        case .waiting, .several, .stored: nil
        case .whoseTurn(let question): question.sitting
        case .code(let sitting, _), .posing(let sitting, _), .shooting(let sitting),
            .review(let sitting, _), .storing(let sitting, _):
            sitting
        }
    }

    /// Whether the shot that was taken is to be looked at.
    public var isShotShown: Bool { state.name == .review || state.name == .storing }

    /// Whether the code was read and put away while somebody else may still sit there.
    public var isChairTaken: Bool {
        guard case .code(let sitting, _) = state else { return false }
        return chair.isTaken(for: sitting.code)
    }

    /// Whether who sat there for the last code has not been seen to leave.
    public var isSeatWatched: Bool { chair.isWatched }

    /// Seconds until the booth shoots by itself, while it counts down; it starts again when the
    /// framing breaks.
    public func countdown(at time: FrameTime) -> Double? {
        guard settings.isAutomatic, case .posing(_, let pose) = state, let since = pose.readySince
        else { return nil }
        return max(0, settings.readyFor - time.seconds(since: since))
    }

    /// Takes an event in and says what is to be done.
    public mutating func step(_ event: BoothEvent, at time: FrameTime) -> [BoothAction] {
        defer {
            settleOpened()
            settleQuestion()
            settleTroubles()
        }
        return settleAnswer(at: time) + answer(event, at: time)
    }

    /// What was opened between two students gives way to them: one who is read, or two between whom to choose.
    private mutating func settleOpened() {
        guard sitting != nil || state.name == .several else { return }
        (isGuideShown, finder, preferences) = (false, nil, nil)
        if entry?.kind == .hours || isClassAwaited { entry = nil }
    }

    private mutating func answer(_ event: BoothEvent, at time: FrameTime) -> [BoothAction] {
        switch event {
        case .observed(let observation): observe(observation)
        case .pressed(let key): press(key, at: time)
        case .shotTaken(let summary): shotTaken(summary, at: time)
        case .shotRefused(let error): shotRefused(error, at: time)
        case .noShotYet: noShotYet()
        case .stored(let sequence): stored(sequence, at: time)
        case .storeRefused(let error): storeRefused(error)
        case .found(let portraits): found(portraits)
        case .preferences(let preferences): offered(preferences)
        case .known(let wanted, let found): known(wanted, found, at: time)
        case .codesOfFile(let codes): codesOfFile(codes, at: time)
        case .dayEnds(let day): dayEnds(day)
        case .failed(let request, let notice): failed(request, notice)
        case .succeeded(let request): succeeding(request)
        case .timePassed: []
        case .cameraLost(let error): cameraLost(error)
        case .cameraBack: cameraBack()
        case .classes(let classes): know(classes)
        case .exporting(let isExporting): know(isExporting: isExporting)
        case .lookFailed(let error): lookFailed(error)
        case .lookWorks: lookWorks()
        }
    }

    private mutating func know(_ classes: Classes) -> [BoothAction] {
        self.classes = classes
        return []
    }

    private mutating func know(isExporting: Bool) -> [BoothAction] {
        (self.isExporting, isCancelAsked) = (isExporting, false)
        return []
    }

    private mutating func succeeding(_ request: BoothRequest) -> [BoothAction] {
        succeeded(request)
        if request == .savePreferences { return saved() }
        // What is looked through is shown as it is now.
        return finder != nil && (request == .void || request == .restore) ? [.browse] : []
    }
}
