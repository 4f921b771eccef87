import Foundation
import Synchronization

/// A camera in the synthetic studio that a test turns to what it wants seen, and that stays on it
/// until told otherwise, however slow the machine: a named pipe of Motion-JPEG.
public final class StudioCamera: Sendable {
    /// What to give as `--camera`, from the folder it is in.
    public let name = "camera"

    private let pipe: Int32
    private let jpeg: Mutex<[UInt8]>
    private let isOver = Atomic<Bool>(false)

    /// Time between pictures, microseconds.
    private static let interval: UInt32 = 80_000

    /// A camera in a folder, on an empty studio.
    public init(in folder: TestFolder) throws {
        let path = folder.file(name)
        guard mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        // For both: it does not wait for a reader, and a reader that has gone sends no SIGPIPE.
        pipe = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard pipe >= 0 else { throw CocoaError(.fileReadUnknown) }
        jpeg = Mutex(try StudioRecording.jpeg(of: .empty))
        let thread = Thread { [self] in film() }
        thread.start()
    }

    /// Turns the camera to something else.
    public func shows(_ view: StudioRecording.View) throws {
        let next = try StudioRecording.jpeg(of: view)
        jpeg.withLock { $0 = next }
    }

    /// Switches the camera off.
    public func ends() { isOver.store(true, ordering: .releasing) }

    private func film() {
        while !isOver.load(ordering: .acquiring) {
            send(jpeg.withLock { $0 })
            usleep(Self.interval)
        }
        close(pipe)
    }

    private func send(_ jpeg: [UInt8]) {
        var sent = 0
        while sent < jpeg.count, !isOver.load(ordering: .acquiring) {
            var ready = pollfd(fd: pipe, events: Int16(POLLOUT), revents: 0)
            guard poll(&ready, 1, 50) > 0 else { continue }
            let rest = Array(jpeg[sent...])
            let count = write(pipe, rest, rest.count)
            if count > 0 { sent += count }
        }
    }
}
