import Foundation
public import KioskCore

/// A named pipe that another program writes Motion-JPEG into: how a camera without a V4L2 driver
/// comes to the counter. Played as a camera: the newest whole picture wins.
public struct MotionJPEGPipe: FrameSource, ~Copyable {
    /// The pipe's path.
    public let name: String
    /// Frames that nobody takes are lost.
    public var isLive: Bool { true }

    private let pipe: Int32
    private let mount: CameraMount
    private var bytes: [UInt8] = []
    private var sequence = 0
    private var hasEnded = false
    /// Bytes read since the last picture.
    private var barren = 0

    private var heardAt = WallClock.monotonic()

    /// A writer that sends nothing for this long has stopped, ns; before the first picture it may
    /// still be starting.
    private static let silence: Int64 = 10_000_000_000
    /// So long a picture is waited for before the screen and the keys have their turn, ms.
    private static let turn: Int32 = 100

    /// Opens a pipe; its writer may come later.
    ///
    /// - Parameter mount: how the camera is fixed.
    /// - Throws: `camera.missing` or `camera.permission`.
    public init(path: String, mount: CameraMount = .upright) throws(KioskError) {
        pipe = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard pipe >= 0 else { throw KioskError(camera: path, errno: errno) }
        name = path
        self.mount = mount
    }

    deinit { close(pipe) }

    /// Lends the newest whole picture; nil where the writer has gone.
    ///
    /// - Throws: `camera.silent`, `camera.failed`, `camera.format`; `stopped.*`.
    public mutating func withFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        if let picture = newest(),
            var layout = picture.withUnsafeBytes({ FrameLayout(motionJPEG: $0) })
        {
            defer { sequence += 1 }
            barren = 0
            layout.mount = mount
            let time = FrameTime(nanoseconds: WallClock.monotonic())
            return picture.withUnsafeBytes {
                .frame(body(Frame(bytes: $0, layout: layout, sequence: sequence, time: time)))
            }
        }
        guard !hasEnded else { return .end }
        if try isReadable() { try read() }
        return .notYet
    }

    /// Takes the last whole picture out of what was read; older ones are passed over.
    private mutating func newest() -> [UInt8]? {
        let isEnd = hasEnded
        let found = bytes.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: isEnd) }
        guard let last = found.last else { return nil }
        defer { bytes.removeFirst(last.upperBound) }
        return Array(bytes[last])
    }

    /// Whether the writer has sent something, after a turn's wait at most.
    private mutating func isReadable() throws(KioskError) -> Bool {
        var entry = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        let count = poll(&entry, 1, Self.turn)
        let now = WallClock.monotonic()
        guard count > 0 else {
            guard now - heardAt <= Self.silence else {
                heardAt = now
                throw KioskError(.cameraSilent, name)
            }
            return false
        }
        heardAt = now
        return true
    }

    /// Reads what there is.
    private mutating func read() throws(KioskError) {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(pipe, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN { return }
            guard count >= 0 else { throw KioskError(camera: name, errno: errno) }
            hasEnded = count == 0
            guard !hasEnded else { return }
            bytes.append(contentsOf: chunk[..<count])
            barren += count
            guard barren <= MotionJPEG.longestPicture else {
                throw KioskError(.cameraFormat, name, detail: "Motion-JPEG")
            }
            if bytes.count >= 1 << 20 { return }
        }
    }
}
