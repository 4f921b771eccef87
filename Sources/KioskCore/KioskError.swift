/// Everything that can go wrong and has a name: what it concerns, why, and what the library said.
/// The sentences stand in `ErrorWords`; names, numbers and code contents never go in here.
public struct KioskError: Error, Hashable, Sendable {
    /// The stable code, as scripts see it.
    public let code: Code
    /// What it concerns: a path, a device, a key. Never a person.
    public let subject: String
    /// What the library or the system said, in its own words; may be empty.
    public let detail: String

    /// An error of that code about that subject.
    public init(_ code: Code, _ subject: String = "", detail: String = "") {
        self.code = code
        self.subject = subject
        self.detail = detail
    }

    /// The stable codes. The part before the dot is what is concerned.
    public enum Code: String, CaseIterable, Sendable {
        case usage = "usage"
        case className = "class.name"
        case classMissing = "class.missing"
        case sessionName = "session.name"
        case pictureMissing = "picture.missing"
        case pictureFormat = "picture.format"
        case pictureTruncated = "picture.truncated"
        case pictureDamaged = "picture.damaged"
        case pictureKind = "picture.kind"
        case pictureLarge = "picture.large"
        case pictureFolderEmpty = "picture.folder-empty"
        case codeNone = "code.none"
        case codePart = "code.part"
        case codeDoubtful = "code.doubtful"
        case faceNone = "face.none"
        case faceMany = "face.many"
        case faceSmall = "face.small"
        case faceFraming = "face.framing"
        case faceModel = "face.model"
        case sizeBelow = "size.below"
        case sizeAbove = "size.above"
        case sizeBetween = "size.between"
        case jpeg = "jpeg.codec"
        case cameraMissing = "camera.missing"
        case cameraGone = "camera.gone"
        case cameraBusy = "camera.busy"
        case cameraPermission = "camera.permission"
        case cameraFormat = "camera.format"
        case cameraSilent = "camera.silent"
        case cameraFailed = "camera.failed"
        case cameraSmall = "camera.small"
        case cameraCompressed = "camera.compressed"
        case cameraDamaged = "camera.damaged"
        case cameraLies = "camera.lies"
        case cameraControl = "camera.control"
        case sessionMissing = "session.missing"
        case sessionHeld = "session.held"
        case sessionDamaged = "session.damaged"
        case sessionForeign = "session.foreign"
        case sessionNewer = "session.newer"
        case sessionEmpty = "session.empty"
        case sessionUnmatched = "session.unmatched"
        case sessionVoided = "session.voided"
        case sessionExported = "session.exported"
        case sessionSequence = "session.sequence"
        case proofDiffers = "proof.differs"
        case fileMissing = "file.missing"
        case filePermission = "file.permission"
        case fileExists = "file.exists"
        case outputExists = "output.exists"
        case fileForeign = "file.foreign"
        case fileCreate = "file.create"
        case fileRead = "file.read"
        case fileWrite = "file.write"
        case diskFull = "disk.full"
        case screenMissing = "screen.missing"
        case screenFont = "screen.font"
        case screenInput = "screen.input"
        case screenFailed = "screen.failed"
        case screenGone = "screen.gone"
        case clockBehind = "clock.behind"
        case exportBusy = "export.busy"
        case exportCancelled = "export.cancelled"
        case exportUnmounted = "export.unmounted"
        case numberWrong = "number.wrong"
        case discWrite = "disc.write"
        case discSmall = "disc.small"
        case discLarge = "disc.large"
        case discNames = "disc.names"
        case discForeign = "disc.foreign"
        case discMismatch = "disc.mismatch"
        case configMissing = "config.missing"
        case configSyntax = "config.syntax"
        case configUnknown = "config.unknown"
        case configType = "config.type"
        case configRange = "config.range"
        case configPath = "config.path"
        case configLayout = "config.layout"
        case configRule = "config.rule"
        case configWritten = "config.written"
        case interrupted = "stopped.interrupt"
        case terminated = "stopped.terminate"
        case hungUp = "stopped.hangup"
        case bug = "bug"
    }
}

extension KioskError {
    /// The exit status of the program, after sysexits.h where it has one.
    public var exitStatus: Int32 { code.exitStatus }
}

extension KioskError.Code {
    /// The exit status of the program for this code.
    public var exitStatus: Int32 {
        switch self {
        case .usage, .sessionName, .className: 64
        case .pictureFormat, .pictureTruncated, .pictureDamaged, .pictureKind, .pictureLarge,
            .codeNone, .codePart, .codeDoubtful,
            .faceNone, .faceMany, .faceSmall, .faceFraming, .sizeBelow, .sizeAbove, .sizeBetween,
            .numberWrong, .proofDiffers:
            65
        case .pictureMissing, .pictureFolderEmpty, .fileMissing, .sessionMissing, .classMissing,
            .sessionSequence, .sessionVoided, .sessionEmpty, .sessionUnmatched, .sessionExported,
            .configMissing, .faceModel, .screenFont:
            66
        case .cameraMissing, .cameraGone, .cameraFormat, .cameraSilent, .cameraFailed,
            .cameraSmall, .cameraCompressed, .cameraDamaged, .cameraLies, .screenMissing,
            .screenFailed, .screenGone:
            69
        case .bug, .jpeg: 70
        case .fileExists, .outputExists, .fileCreate: 73
        case .fileRead, .fileWrite, .fileForeign, .diskFull, .sessionDamaged, .sessionForeign,
            .sessionNewer,
            .exportUnmounted, .discWrite, .discSmall, .discLarge,
            .discNames,
            .discForeign, .discMismatch:
            74
        case .cameraBusy, .sessionHeld, .exportBusy, .exportCancelled, .clockBehind: 75
        case .filePermission, .cameraPermission, .screenInput: 77
        case .cameraControl, .configSyntax, .configUnknown, .configType, .configRange,
            .configLayout, .configPath,
            .configRule,
            .configWritten:
            78
        case .interrupted: 130
        case .terminated: 143
        case .hungUp: 129
        }
    }
}
