extension BoothNotice {
    /// The kind of a notice for the log, without what it carries.
    public enum Name: String, CaseIterable, Sendable {
        case codeRead, severalCodes, timedOut, cancelled, anotherCode, whoseTurn, personAbsent
        case personJumped, secondFace, numberWrong, numberAgain, numberDiffers, numberMismatch
        case numberNeeded, numberTaken, codeFirst, notReady, shotRefused, retaking, storeRefused
        case stored, cameraLost, cameraBack, lookFailed, personUnseen
        case alreadyTaken, numberKnown, answerFirst, sittingFirst, setAside, voided, restored,
            refused
        case noSuchPortrait, exporting, exported, codeFileNone, guide, keysIgnored, keyTooLate,
            sound,
            keyNotNow, cancelByKey, preferencesSaved, hoursWrong, foreignCode, scanAgain, capsLock,
            readingFile, fileLate, cancellingExport, cancelByKeyAgain, classBegun, classEnded,
            noClass, classWrong
    }

    /// The kind of this notice.
    public var name: Name {
        switch self {
        case .codeRead: .codeRead
        case .severalCodes: .severalCodes
        case .timedOut: .timedOut
        case .cancelled: .cancelled
        case .anotherCode: .anotherCode
        case .whoseTurn: .whoseTurn
        case .personChanged(.absent): .personAbsent
        case .personChanged(.jumped): .personJumped
        case .personChanged(.secondFace): .secondFace
        case .personChanged(.unseen): .personUnseen
        case .cameraLost: .cameraLost
        case .cameraBack: .cameraBack
        case .lookFailed: .lookFailed
        case .numberWrong: .numberWrong
        case .numberAgain: .numberAgain
        case .numberDiffers: .numberDiffers
        case .numberMismatch: .numberMismatch
        case .numberNeeded: .numberNeeded
        case .numberTaken: .numberTaken
        case .codeFirst: .codeFirst
        case .notReady: .notReady
        case .shotRefused: .shotRefused
        case .retaking: .retaking
        case .storeRefused: .storeRefused
        case .stored: .stored
        case .alreadyTaken: .alreadyTaken
        case .numberKnown: .numberKnown
        case .answerFirst: .answerFirst
        case .sittingFirst: .sittingFirst
        case .setAside: .setAside
        case .voided: .voided
        case .restored: .restored
        case .preferencesSaved: .preferencesSaved
        case .hoursWrong: .hoursWrong
        case .refused: .refused
        case .noSuchPortrait: .noSuchPortrait
        case .exporting: .exporting
        case .exported: .exported
        case .cancellingExport: .cancellingExport
        case .cancelByKeyAgain: .cancelByKeyAgain
        case .classBegun: .classBegun
        case .classEnded: .classEnded
        case .noClass: .noClass
        case .classWrong: .classWrong
        case .readingFile: .readingFile
        case .fileLate: .fileLate
        case .codeFileNone: .codeFileNone
        case .foreignCode: .foreignCode
        case .scanAgain: .scanAgain
        case .capsLock: .capsLock
        case .guide: .guide
        case .keysIgnored: .keysIgnored
        case .sound: .sound
        case .keyTooLate: .keyTooLate
        case .keyNotNow: .keyNotNow
        case .cancelByKey: .cancelByKey
        }
    }

    /// The error's stable code, where the notice carries one.
    public var errorCode: KioskError.Code? {
        switch self {
        case .shotRefused(let error), .storeRefused(let error), .refused(let error),
            .cameraLost(let error), .lookFailed(let error):
            error.code
        default: nil
        }
    }
}

extension Booth.State {
    /// The name of a state, for the log.
    public enum Name: String, CaseIterable, Sendable {
        case waiting, several, code, posing, whoseTurn, shooting, review, storing, stored
    }

    /// The name of this state.
    public var name: Name {
        switch self {
        case .waiting: .waiting
        case .several: .several
        case .code: .code
        case .posing: .posing
        case .whoseTurn: .whoseTurn
        case .shooting: .shooting
        case .review: .review
        case .storing: .storing
        case .stored: .stored
        }
    }
}

extension Question {
    /// The kind of a question for the log, without what it carries.
    public enum Name: String, CaseIterable, Sendable {
        case sameCode, sameNumber, mismatch, undo, storeFailed, foreignCode, endOfDay
    }

    /// The name of this question.
    public var name: Name {
        switch kind {
        case .sameCode: .sameCode
        case .sameNumber: .sameNumber
        case .mismatch: .mismatch
        case .undo: .undo
        case .storeFailed: .storeFailed
        case .foreignCode: .foreignCode
        case .endOfDay: .endOfDay
        }
    }
}
