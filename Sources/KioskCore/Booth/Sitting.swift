/// One student's sitting: from the code to the portrait. It lives in memory only, so that no crash
/// can resume half of it under the wrong name.
public struct Sitting: Hashable, Sendable {
    /// The code that opened it.
    public var code: CaptureCode
    /// When it was opened.
    public var openedAt: FrameTime
    /// The ID number, once typed and checked.
    public var idNumber: IDNumber?
    /// What is being typed: not ended with Enter yet, or ended and refused. Nil while no number is
    /// being typed.
    public var typed: String?
    /// Why what was typed could not be taken; nil once it is changed.
    public var numberFault: NumberFault?
    /// Whether what is typed was ended, and not changed since.
    var isTypedEnded = false
    /// A number that nothing but a second typing can confirm, as it was typed first.
    public var firstTyped: IDNumber?
    /// A number that is not the one the code shows, taken on the operator's word.
    public struct Overridden: Hashable, Sendable {
        /// The number.
        public var number: IDNumber
        /// Why it is right all the same.
        public var because: Question.Answer
    }
    /// What the operator has overridden, if anything.
    public var overridden: Overridden?
    /// Why a shot that fails the rule is stored all the same.
    public var failedBecause: Question.Answer?
    /// The earlier portrait under this code whose place the new one takes.
    public var replaces: Int?
    /// Codes of others that are known to be in view: the operator has said whose turn it is.
    public var others: Set<[UInt8]> = []
    /// Follows the person, once the code has left the picture.
    var presence: Presence?
    /// Why the person under review may have gone; another shot asks for the code again.
    var leftBecause: Presence.Break?
    /// Shots taken so far, with what became of each.
    public var attempts: [Attempt] = []

    /// A sitting opened by that code.
    public init(code: CaptureCode, openedAt: FrameTime) {
        self.code = code
        self.openedAt = openedAt
    }
}

/// Another's code came into view while a sitting was under way.
public struct TurnQuestion: Hashable, Sendable {
    /// The sitting that is interrupted.
    public var sitting: Sitting
    /// The other code.
    public var other: CaptureCode
    /// The pose that was taken; nil where the sitting's own code had not left yet.
    var pose: Booth.Pose?
}

/// One shot of a sitting and what became of it.
public struct Attempt: Hashable, Sendable {
    /// What became of a shot.
    public enum Outcome: String, Hashable, Sendable {
        /// It was stored.
        case accepted
        /// The operator, or `--auto`, took another.
        case retaken
        /// No portrait could be made of it.
        case refused
        /// Its kept original was cropped again, by another rule perhaps.
        case recropped
    }
    /// Seconds after the sitting was opened.
    public var seconds: Double
    /// What became of it.
    public var outcome: Outcome
    /// The worst of its checks; nil where no portrait could be made.
    public var verdict: Verdict?

    /// A shot with that outcome.
    public init(seconds: Double, outcome: Outcome, verdict: Verdict?) {
        self.seconds = seconds
        self.outcome = outcome
        self.verdict = verdict
    }
}

/// Something the people at the counter should know, at the moment it happens.
public enum BoothNotice: Hashable, Sendable {
    /// A code was read and a sitting opened.
    case codeRead
    /// Several different codes are in view: show one.
    case severalCodes
    /// The sitting took too long and was ended.
    case timedOut
    /// The sitting was ended by the operator.
    case cancelled
    /// Another student's code came into view and nobody is there to be asked: the sitting was ended.
    case anotherCode
    /// Another student's code came into view: whose turn is it?
    case whoseTurn
    /// The person may be another: the code has to be shown again.
    case personChanged(Presence.Break)
    /// The typed number is not right, and why.
    case numberWrong(NumberFault)
    /// The number has no check character and the code does not show it: type it once more.
    case numberAgain
    /// The second typing is not the first.
    case numberDiffers
    /// The typed number does not match what the code shows.
    case numberMismatch
    /// The number is needed before the portrait can be accepted.
    case numberNeeded
    /// The number was taken.
    case numberTaken
    /// Nobody's sitting is under way: a code has to open one.
    case codeFirst
    /// Nothing can be shot yet: framing is not right.
    case notReady
    /// The camera was lost and is looked for; the code is asked for again.
    case cameraLost(KioskError)
    /// The camera is back.
    case cameraBack
    /// Frames come, and nothing can be seen in them; the code is asked for again.
    case lookFailed(KioskError)
    /// The shot could not be made a portrait.
    case shotRefused(KioskError)
    /// The shot fails the rule and `--auto` takes another.
    case retaking
    /// The portrait could not be stored.
    case storeRefused(KioskError)
    /// The portrait is stored.
    case stored(sequence: Int)
    /// This code's portrait is there already.
    case alreadyTaken(EarlierPortrait)
    /// A portrait under another code has this number.
    case numberKnown(EarlierPortrait)
    /// The question has to be answered before the portrait can be accepted.
    case answerFirst
    /// A sitting is under way: it has to end before the day can.
    case sittingFirst
    /// A student was set aside; so many are by now.
    case setAside(count: Int)
    /// A portrait was withdrawn.
    case voided(sequence: Int)
    /// The withdrawal of a portrait was taken back.
    case restored(sequence: Int)
    /// Something the operator asked for did not work.
    case refused(KioskError)
    /// There is no such portrait.
    case noSuchPortrait
    /// A disc image is being written.
    case exporting
    /// A hand-over is being written: its key once more ends it.
    case cancelByKeyAgain
    /// The hand-over that is being written is to end.
    case cancellingExport
    /// A class begins.
    case classBegun(ClassName)
    /// A class has ended, and what it came to.
    case classEnded(ClassSummary)
    /// No class is being taken.
    case noClass
    /// That is no name of a class.
    case classWrong
    /// A disc image was written and read back.
    case exported(path: String, portraits: Int)
    /// The picture that was named is being read.
    case readingFile
    /// The picture was read after another student's turn had come.
    case fileLate
    /// No code could be read in the picture that was named.
    case codeFileNone
    /// The code in view is plainly no 采集码.
    case foreignCode(ForeignCodes.Kind)
    /// A scanner typed a code: once more, please.
    case scanAgain
    /// A scanner typed a code with Caps Lock on.
    case capsLock
    /// How a student gets a code.
    case guide
    /// Many characters came at once, and none was taken for a key.
    case keysIgnored
    /// The settings are in kiosk.conf, and whether some hold only from the next start.
    case preferencesSaved(needsNextTime: Bool)
    /// What was typed is no opening hours.
    case hoursWrong
    /// The sounds were turned on or off.
    case sound(isOn: Bool)
    /// A key was pressed for a question or a student that is no more.
    case keyTooLate
    /// A key was pressed that does nothing in this state.
    case keyNotNow
    /// Esc was pressed with nothing open: it ends no sitting.
    case cancelByKey
}
