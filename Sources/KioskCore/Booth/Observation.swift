/// What the analysis of one frame says.
public struct Observation: Hashable, Sendable {
    /// When the frame was taken, by its source's clock: the only clock the booth knows.
    public var time: FrameTime
    /// The codes in the frame; nil where it was not searched for codes.
    public var codes: [CaptureCode]?
    /// Whether something of a phone is in view though no code could be read: the code has not left
    /// the picture then.
    public var isPhoneInView = false
    /// Why no code was read; nil where that was not looked for.
    public var sight: CodeSight?
    /// How the student sits; nil where the frame was not searched for faces.
    public var framing: Framing?
    /// How good a portrait of this frame would be; nil where none can be made of it.
    public var grade: FrameGrade?
    /// Faces that the picture's edges cut through, when it was last looked for them.
    public var cutFaces = 0
    /// The time of an earlier frame that is not to be trusted, by what came before and after it.
    public var doubtful: FrameTime?

    /// What was seen at that time.
    public init(
        time: FrameTime, codes: [CaptureCode]? = nil, isPhoneInView: Bool = false,
        framing: Framing? = nil
    ) {
        self.time = time
        self.codes = codes
        self.isPhoneInView = isPhoneInView
        self.framing = framing
    }
}

/// A shot that was taken and judged, as far as the booth cares.
public struct ShotSummary: Hashable, Sendable {
    /// The shot's checks.
    public var checks: [PortraitCheck]
    /// The JPEG's quality factor.
    public var quality: Int
    /// The JPEG's length in bytes.
    public var byteCount: Int
    /// Which of so many candidates of the same posing it is, from 1 on.
    public var candidate = Candidate()

    /// The place among the best of one posing.
    public struct Candidate: Hashable, Sendable {
        /// From 1 on.
        public var number = 1
        /// How many there are.
        public var count = 1

        /// The only one.
        public init() {}

        /// One of several.
        public init(number: Int, count: Int) { (self.number, self.count) = (number, count) }
    }

    /// A shot with those checks.
    public init(checks: [PortraitCheck], quality: Int, byteCount: Int) {
        self.checks = checks
        self.quality = quality
        self.byteCount = byteCount
    }

    /// The worst of the checks.
    public var verdict: Verdict { .worst(of: checks.map(\.verdict)) }

    /// The checks that a person has to look at, the worst first: those that fail, those that warn,
    /// those that could not be assessed.
    public var notable: [PortraitCheck] {
        [Verdict.fail, .warn, .notAssessed].flatMap { verdict in
            checks.filter { $0.verdict == verdict }
        }
    }
}

/// What reaches the booth.
public enum BoothEvent: Hashable, Sendable {
    /// A frame was looked at.
    case observed(Observation)
    /// The operator pressed a key.
    case pressed(BoothKey)
    /// The shot that was asked for is there.
    case shotTaken(ShotSummary)
    /// The shot that was asked for could not be made a portrait.
    case shotRefused(KioskError)
    /// No frame of this pose is there yet that a shot could be made of.
    case noShotYet
    /// The portrait is stored under that sequence number.
    case stored(sequence: Int)
    /// The portrait could not be stored.
    case storeRefused(KioskError)
    /// The session's portraits, withdrawn ones too.
    case found([FoundPortrait])
    /// What the session knows of what was looked up, oldest first; withdrawn portraits are not
    /// among it.
    case known(LookUp, [EarlierPortrait])
    /// The codes in the picture that the operator named; empty where none was read.
    case codesOfFile([CaptureCode])
    /// No frame came in time; it is later by now.
    case timePassed
    /// The settings as they are, to change.
    case preferences(Preferences)
    /// The camera was lost, and is looked for.
    case cameraLost(KioskError)
    /// The camera is back.
    case cameraBack
    /// The classes are these now.
    case classes(Booth.Classes)
    /// A hand-over is being written, or no longer.
    case exporting(Bool)
    /// For a while nothing could be seen in any frame, and why.
    case lookFailed(KioskError)
    /// Something is seen again.
    case lookWorks
    /// The day could end; what is left to do.
    case dayEnds(DayCounts)
    /// Something that was asked for did not work; what is to be said of it.
    case failed(BoothRequest, BoothNotice)
    /// Something that was asked for worked.
    case succeeded(BoothRequest)
}

/// What the booth asks for. The caller carries it out and answers with an event.
public enum BoothAction: Hashable, Sendable {
    /// Take a shot of the newest frame and judge it.
    case shoot
    /// Show the next best shot of the same posing.
    case showCandidate
    /// Forget the shot under review.
    case discardShot
    /// Store the shot under review for this sitting.
    case store(Sitting)
    /// Store an earlier portrait again, for this sitting's code.
    case storeEarlier(Sitting, sequence: Int)
    /// Say what the session knows.
    case lookUp(LookUp)
    /// Count a student who will come back, and list the code where there is one.
    case setAside(CaptureCode?)
    /// Give the session's portraits, to look through.
    case browse
    /// Take the withdrawal of a portrait back.
    case restore(sequence: Int)
    /// Withdraw a portrait.
    case void(sequence: Int, because: Question.Answer)
    /// Write a disc image of one portrait; nil for the last.
    case export(Int?)
    /// Write a disc image of the whole session, then close.
    case exportDay
    /// End the hand-over that is being written.
    case cancelExport
    /// Begin a class.
    case beginClass(ClassName)
    /// End the class that is being taken.
    case endClass
    /// Read the codes in a picture file.
    case readCodes(path: String)
    /// Give the settings, to change.
    case offerPreferences
    /// Write settings into kiosk.conf.
    case savePreferences([ConfigChange])
    /// Say what is left to do at the end of the day.
    case askToClose
    /// Show this to the people at the counter.
    case notify(BoothNotice)
    /// End the day.
    case close
}

/// The operator's keys, the same for every view.
public enum BoothKey: Hashable, Sendable {
    /// Takes the shot while the student poses; accepts it in review.
    case shootOrAccept
    /// Drops the shot and poses again.
    case retake
    /// Ends the sitting without a portrait, once nothing else is open that it could leave.
    case cancel
    /// Leaves what is open: a message, a number, a question, a path. It never ends a sitting.
    case leave
    /// Ends the day.
    case endOfDay
    /// Begins an ID number whose first character would be a key of its own (a passport's letters).
    case beginNumber
    /// A character of the ID number.
    case character(Character)
    /// Deletes the number's last character.
    case backspace
    /// Turns to the student whose code came into view.
    case nextStudent
    /// A code that a hand-held scanner typed.
    case code([UInt8])
    /// Sets a student aside who will come back.
    case setAside
    /// Begins the next class.
    case beginClass
    /// Ends the class.
    case endClass
    /// Withdraws the last portrait.
    case undo
    /// Writes a disc of one student.
    case export
    /// Reads a code from a picture file.
    case openFile
    /// Shows how to get a code.
    case guide
    /// Looks through the session's portraits.
    case find
    /// Opens the settings.
    case preferences
    /// Ticks what a person has to look at, or takes the tick back.
    case tick(CheckName)
    /// Shows one of them large.
    case pick(Int)
    /// Ends the number, or accepts where none is being typed.
    case enter
    /// Stores a shot that fails the rule, after a reason.
    case storeFailed
    /// Shows the next best shot of the same posing.
    case nextCandidate
    /// A number, or a part of one, that a card reader sent or a quick hand typed.
    case number(String)
    /// Many characters at once that are no number: nothing is done.
    case burst
    /// A key that was pressed for something that is no more: nothing is done.
    case late
}
