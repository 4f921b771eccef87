public import KioskCore

/// A recording played as a camera: a folder of pictures in name order, or a Motion-JPEG file. With
/// a script of faults beside it (`faults` in the folder, `NAME.faults` beside the file) it fails as
/// a device does.
public struct RecordedFrames: FrameSource, ~Copyable {
    /// The folder or file.
    public let name: String
    /// Whether frames come at their rate, taken or not.
    public var isLive: Bool { pace.isLive }
    /// What became of the frames, as of a device's.
    public var report: CameraReport? {
        script.faults.isEmpty ? nil : CameraReport(asked: mode, given: mode, health: health)
    }

    private let recording: any Recording
    private let script: FaultScript
    private let mode: CameraOffer
    private let mount: CameraMount
    private var health = CameraHealth()
    private var pace: FramePace
    /// Until when the camera is lost.
    private var lostUntil: FrameTime?

    /// Opens a recording.
    ///
    /// - Parameters:
    ///   - fps: frames a second; 0 plays them as fast as they are taken, with 1/30 s between their
    ///     time stamps.
    ///   - mount: how the camera was fixed that took them.
    /// - Throws: `picture.missing`, `picture.folder-empty`, `picture.format`, `file.permission`.
    public init(
        path: String, fps: Int, mount: CameraMount = .upright
    ) throws(KioskError) {
        let isFolder = FileAccess.isFolder(path)
        let recording: any Recording =
            isFolder ? try PictureFolder(path) : try MotionJPEGFile(path)
        let script = try Self.script(isFolder ? path + "/faults" : path + ".faults")
        let layout = try recording.withPicture(at: 0) { $1 }
        (name, self.recording, self.script, self.mount) = (path, recording, script, mount)
        mode = CameraOffer(
            format: layout?.format ?? .motionJPEG, size: layout?.size ?? Size(width: 0, height: 0),
            rate: Double(fps > 0 ? fps : 30))
        pace = FramePace(fps: fps)
    }

    /// Bytes of a script: a line for every frame of an hour.
    private static let longestScript = 4 << 20

    private static func script(_ path: String) throws(KioskError) -> FaultScript {
        guard FileAccess.exists(path) else { return FaultScript() }
        let bytes = try FileAccess.read(path, most: longestScript, tooLarge: .pictureFormat)
        let text = String(decoding: bytes, as: UTF8.self)
        guard let script = FaultScript(parsing: text) else {
            throw KioskError(.pictureFormat, path)
        }
        return script
    }

    /// Lends the next frame; pictures that cannot be read are an error of the recording.
    ///
    /// - Throws: `picture.*`; `camera.gone` and `camera.silent` where the script says so, once.
    public mutating func withFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        let (index, time) = pace.next()
        let result = try recording.withPicture(at: index) { bytes, layout throws(KioskError) in
            try lend(bytes, layout, index, time, body)
        }
        return result ?? .end
    }

    private mutating func lend<Result>(
        _ whole: UnsafeRawBufferPointer, _ layout: FrameLayout, _ index: Int, _ time: FrameTime,
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        guard !isLost(at: time), let bytes = try bytes(of: whole, at: index, time) else {
            return .notYet
        }
        health.lent += 1
        var layout = layout
        layout.mount = mount
        return .frame(body(Frame(bytes: bytes, layout: layout, sequence: index, time: time)))
    }

    private mutating func isLost(at time: FrameTime) -> Bool {
        guard let lostUntil else { return false }
        guard time >= lostUntil else { return true }
        self.lostUntil = nil
        health.reopened += 1
        return false
    }

    /// The bytes a frame has after its fault; nil where there is nothing to lend.
    private mutating func bytes(
        of whole: UnsafeRawBufferPointer, at index: Int, _ time: FrameTime
    ) throws(KioskError) -> UnsafeRawBufferPointer? {
        switch script.faults[index] {
        case nil: return whole
        case .unplug(let seconds)?: throw lose(.cameraGone, for: seconds, at: time)
        case .silent(let seconds)?: throw lose(.cameraSilent, for: seconds, at: time)
        case .error?: health.flagged += 1
        case .empty?: health.empty += 1
        case .short(let percent)?:
            let count = Int(Double(whole.count) * percent / 100)
            return UnsafeRawBufferPointer(rebasing: whole.prefix(count))
        }
        return nil
    }

    private mutating func lose(_ code: KioskError.Code, for seconds: Double, at time: FrameTime)
        -> KioskError
    {
        lostUntil = FrameTime(seconds: time.seconds + seconds)
        return KioskError(code, name)
    }
}

/// The pictures of a recording.
protocol Recording {
    /// Lends the picture at an index from 0; nil behind the last one.
    func withPicture<Result>(
        at index: Int,
        _ body: (UnsafeRawBufferPointer, FrameLayout) throws(KioskError) -> Result
    ) throws(KioskError) -> Result?
}

extension FrameLayout {
    /// The layout of a Motion-JPEG frame; nil where the bytes have no JPEG header.
    public init?(motionJPEG bytes: UnsafeRawBufferPointer) {
        guard let size = JPEGHeader.size(in: bytes) else { return nil }
        self.init(format: .motionJPEG, size: size, stride: 0, encoding: .jfif)
    }
}
