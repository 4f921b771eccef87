import CV4L2
import Foundation
public import KioskCore

/// A V4L2 capture device, streaming from mapped buffers.
public struct Camera: FrameSource, ~Copyable {
    /// The device's path.
    public let name: String
    /// Frames that nobody takes are lost.
    public var isLive: Bool { true }
    /// What the driver gives, as read back from it.
    public let layout: FrameLayout

    private let device: Int32
    private let buffers: [UnsafeRawBufferPointer]

    /// Buffers asked for: one being filled, one waiting, one lent, one to spare.
    private static let bufferCount: UInt32 = 4
    /// A camera that sends nothing for this long has stopped, ms.
    private static let silence: Int32 = 2000

    /// Opens a device, chooses its mode and starts streaming.
    ///
    /// - Parameters:
    ///   - size: columns and rows to ask for; nil takes the mode that suits a portrait best.
    ///   - fps: frames a second to ask for; 0 leaves it to the driver.
    /// - Throws: `camera.missing`, `camera.permission`, `camera.busy`, `camera.format` or
    ///   `camera.failed`.
    public init(path: String, size: Size?, fps: Int) throws(KioskError) {
        let device = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC)
        guard device >= 0 else { throw KioskError(camera: path, errno: errno) }
        do throws(KioskError) {
            let mode = try CameraMode.best(of: device, path: path, wanted: size)
            let layout = try mode.set(on: device, path: path, fps: fps)
            buffers = try CameraBuffers.map(device, path: path, count: Self.bufferCount)
            self.layout = layout
        } catch {
            close(device)
            throw error
        }
        self.device = device
        name = path
    }

    deinit {
        _ = cv4l2_streamoff(device, Int32(V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue))
        CameraBuffers.unmap(buffers)
        close(device)
    }

    /// Waits for a filled buffer, gives older ones back, and lends the newest.
    ///
    /// - Throws: `camera.gone`, `camera.silent` or `camera.failed`.
    public mutating func withNextFrame<Result>(
        _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result? {
        while true {
            try wait()
            guard let buffer = try newest() else { continue }
            let result = lend(buffer, body)
            try give(back: buffer)
            return result
        }
    }

    private func lend<Result>(_ buffer: v4l2_buffer, _ body: (borrowing Frame) -> Result) -> Result
    {
        let bytes = buffers[Int(buffer.index)]
        let used = UnsafeRawBufferPointer(rebasing: bytes.prefix(Int(buffer.bytesused)))
        let time = FrameTime(
            nanoseconds: Int64(buffer.timestamp.tv_sec) * 1_000_000_000
                + Int64(buffer.timestamp.tv_usec) * 1000)
        return body(
            Frame(bytes: used, layout: layout, sequence: Int(buffer.sequence), time: time))
    }

    private func wait() throws(KioskError) {
        var entry = pollfd(fd: device, events: Int16(POLLIN), revents: 0)
        while true {
            let count = poll(&entry, 1, Self.silence)
            if count < 0, errno == EINTR {
                try Interruption.check()
                continue
            }
            guard count > 0 else { throw KioskError(.cameraSilent, name) }
            return
        }
    }

    /// The newest filled buffer that holds a whole picture; nil where there is none yet.
    private func newest() throws(KioskError) -> v4l2_buffer? {
        var newest: v4l2_buffer?
        while let buffer = try take() {
            if let older = newest { try give(back: older) }
            newest = buffer
        }
        guard let buffer = newest, isUsable(buffer) else {
            if let newest { try give(back: newest) }
            return nil
        }
        return buffer
    }

    private func isUsable(_ buffer: v4l2_buffer) -> Bool {
        buffer.flags & UInt32(V4L2_BUF_FLAG_ERROR) == 0 && buffer.bytesused > 0
            && Int(buffer.bytesused) <= buffers[Int(buffer.index)].count
    }

    private func take() throws(KioskError) -> v4l2_buffer? {
        var buffer = CameraBuffers.buffer(0)
        let status = cv4l2_dqbuf(device, &buffer)
        if status == -EAGAIN { return nil }
        guard status == 0, Int(buffer.index) < buffers.count else {
            throw KioskError(camera: name, errno: -status)
        }
        return buffer
    }

    private func give(back buffer: v4l2_buffer) throws(KioskError) {
        var buffer = buffer
        let status = cv4l2_qbuf(device, &buffer)
        guard status == 0 else { throw KioskError(camera: name, errno: -status) }
    }
}

extension KioskError {
    /// What a camera's errno means; the one table for V4L2.
    init(camera path: String, errno number: Int32) {
        let code: Code =
            switch number {
            case ENOENT, ENXIO: .cameraMissing
            case ENODEV: .cameraGone
            case EACCES, EPERM: .cameraPermission
            case EBUSY: .cameraBusy
            case EINVAL, ENOTTY: .cameraFormat
            default: .cameraFailed
            }
        self.init(code, path, detail: KioskError.text(number))
    }
}
