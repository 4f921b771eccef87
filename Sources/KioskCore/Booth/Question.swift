/// Something only the operator can decide, answered by a digit. The sitting goes on meanwhile; only
/// *accept* waits for the answer.
public struct Question: Hashable, Sendable {
    /// What is asked.
    public enum Kind: Hashable, Sendable {
        /// This code's portrait is there already.
        case sameCode(EarlierPortrait)
        /// A portrait under another code has this number.
        case sameNumber(EarlierPortrait)
        /// The number is not the one the code shows.
        case mismatch(IDNumber)
        /// Withdraw the last portrait, and why?
        case undo(EarlierPortrait)
        /// The shot fails the rule: why is it stored all the same?
        case storeFailed
        /// The code in view is plainly no 采集码: is it to be taken all the same?
        case foreignCode(CaptureCode, ForeignCodes.Kind)
        /// The day is to end: is it?
        case endOfDay(DayCounts)
    }

    /// An answer.
    public enum Answer: String, CaseIterable, Hashable, Sendable {
        /// The new portrait takes the earlier one's place, which is kept and marked.
        case replace
        /// Both portraits stay.
        case keepBoth
        /// The same person, another programme: a new shot.
        case newShot
        /// The same person, another programme: the earlier portrait serves for this code too.
        case useEarlier
        /// The number was somebody else's: it is forgotten.
        case wrongNumber
        /// The student has a new card, and the code shows the number of the old one.
        case numberChanged
        /// The code shows a wrong number; the card was looked at.
        case codeWrong
        /// It is not the person of the code.
        case wrongPerson
        /// The portrait is not good enough.
        case poorPortrait
        /// Something else.
        case otherReason
        /// A person looked: the portrait is right, and the check is not.
        case checkWrong
        /// The student's features or health allow no other.
        case cannotBeOther
        /// School or student want this one, knowing that it may be refused.
        case wanted
        /// It was made again of a kept original, by command and not at the counter.
        case recropped
        /// The code counts as a 采集码: the operator knows it.
        case useForeign
        /// Write the disc image, then close.
        case exportAndClose
        /// Close; the portraits wait in the session.
        case close
    }

    /// What is asked.
    public var kind: Kind

    /// The answers, each by its digit, counted from 1.
    public var answers: [Answer] {
        switch kind {
        case .sameCode: [.replace, .keepBoth]
        case .sameNumber: [.newShot, .useEarlier, .wrongNumber]
        case .mismatch: [.wrongNumber, .numberChanged, .codeWrong]
        case .undo: [.wrongPerson, .poorPortrait, .otherReason]
        case .storeFailed: [.checkWrong, .cannotBeOther, .wanted, .otherReason]
        case .foreignCode: [.useForeign]
        case .endOfDay(let day): day.notExported > 0 ? [.exportAndClose, .close] : [.close]
        }
    }

    /// The earlier portrait that it is about: the only one that may be shown beside it.
    public var earlier: EarlierPortrait? {
        switch kind {
        case .sameCode(let earlier), .sameNumber(let earlier), .undo(let earlier): earlier
        case .mismatch, .storeFailed, .foreignCode, .endOfDay: nil
        }
    }

    /// Whether it is about a sitting and goes with it.
    var isOfSitting: Bool {
        switch kind {
        case .sameCode, .sameNumber, .mismatch, .storeFailed: true
        case .undo, .foreignCode, .endOfDay: false
        }
    }
}

/// A portrait that was stored before, as the counter shows it.
public struct EarlierPortrait: Hashable, Sendable {
    /// Its sequence number.
    public var sequence: Int
    /// When its shot was taken.
    public var takenAt: ShotTime
    /// The person's name, masked; empty where the code gives none.
    public var maskedName: String
    /// Whether its shot was taken on another day than this: then the date stands beside the time.
    public var isOfAnotherDay: Bool

    /// That portrait.
    public init(
        sequence: Int, takenAt: ShotTime, maskedName: String, isOfAnotherDay: Bool = false
    ) {
        self.sequence = sequence
        self.takenAt = takenAt
        self.maskedName = maskedName
        self.isOfAnotherDay = isOfAnotherDay
    }
}

/// What the booth wants to know of the session.
public enum LookUp: Hashable, Sendable {
    /// The portraits under a code.
    case code(CaptureCode)
    /// The portraits with a number under other codes than that.
    case number(IDNumber, besides: CaptureCode)
    /// The last portrait.
    case last
}
