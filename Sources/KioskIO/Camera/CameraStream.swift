import CV4L2
import Foundation
import KioskCore

/// A camera from one start to its end: a negotiated mode, running buffers, controls.
struct CameraStream: ~Copyable {
    /// The mode that was asked for, and what the driver reported back.
    let asked: CameraOffer
    let given: CameraOffer

    private let buffers: CameraBuffers
    private let controls: ControlDesk
    let layout: FrameLayout
    private let frameCheck: FrameCheck
    private let codec: JPEGCodec
    private var scratch = FrameScratch()
    private var small = Photo()
    private var settling: Settling? = Settling()
    private var last: (sequence: UInt32, time: Int64)?
    private var foreignInARow = 0
    /// When a buffer last came, and one that was whole.
    private var heardAt: Int64
    private var wholeAt: Int64
    private var hasStarted = false

    /// A camera that sends nothing for this long has stopped, ns; the first frame may take longer,
    /// while a sensor wakes up.
    private static let silence: Int64 = 1_000_000_000
    private static let firstSilence: Int64 = 5_000_000_000
    /// So long only broken frames may come, ns.
    private static let broken: Int64 = 3_000_000_000
    /// So long a frame is waited for before the screen and the keys have their turn, ms.
    private static let turn: Int32 = 100
    /// A driver that sends what was not agreed so many times does not do so by chance.
    private static let mostForeign = 10

    init(
        path: String, _ request: CameraRequest, _ choice: CameraChoice, _ mount: CameraMount
    ) throws(KioskError) {
        let device = try CameraDevice(path: path)
        let asked = try choice.best(of: device.offers(), camera: path)
        let setting = try device.set(asked, fps: request.fps)
        let layout = FrameLayout(setting.picture, mount: mount)
        guard let frameCheck = FrameCheck(layout) else {
            throw KioskError(.cameraLies, path, detail: "\(layout.format) /\(layout.stride)")
        }
        let controls = try ControlDesk(request, of: device)
        let codec = try JPEGCodec()
        let buffers = try CameraBuffers(device)
        (self.asked, given, self.layout) = (asked, setting.given, layout)
        self.controls = controls
        self.codec = codec
        self.frameCheck = frameCheck
        (heardAt, wholeAt) = (WallClock.monotonic(), WallClock.monotonic())
        self.buffers = buffers
        controls.use(.scan, on: self.buffers.device)
    }

    deinit { controls.restore(on: buffers.device) }

    /// Sets the controls of a purpose; frames are dropped then until the exposure has settled.
    mutating func use(for purpose: CameraPurpose) {
        guard controls.differs else { return }
        controls.use(purpose, on: buffers.device)
        settling = Settling()
    }

    /// Waits for a filled buffer, gives older ones back, and lends the newest if it is whole.
    mutating func withFrame<Result>(
        health: inout CameraHealth, _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> NextFrame<Result> {
        wait()
        guard let slot = try newest(&health) else {
            try checkSilence()
            return .notYet
        }
        let result = try lend(slot, &health, body)
        try buffers.give(back: slot)
        return result.map { .frame($0) } ?? .notYet
    }

    private mutating func lend<Result>(
        _ slot: cv4l2_slot, _ health: inout CameraHealth, _ body: (borrowing Frame) -> Result
    ) throws(KioskError) -> Result? {
        let bytes = buffers.bytes(of: slot)
        guard try isWhole(bytes, slot, &health) else { return nil }
        let frame = Frame(
            bytes: bytes, layout: layout, sequence: Int(slot.sequence), time: time(of: slot))
        guard hasSettled(frame) else {
            health.settling += 1
            return nil
        }
        health.lent += 1
        return body(frame)
    }

    // MARK: waiting

    /// Waits for a filled buffer, or for the node to hang up; a turn at most.
    private func wait() {
        var entry = pollfd(fd: buffers.device.descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&entry, 1, Self.turn)
        // A node that has hung up without a reason to take: no busy loop.
        if entry.revents & Int16(POLLIN) == 0, entry.revents != 0 { usleep(5_000) }
    }

    /// - Throws: `camera.silent` where nothing has come for too long.
    private func checkSilence() throws(KioskError) {
        let now = WallClock.monotonic()
        guard now - heardAt <= (hasStarted ? Self.silence : Self.firstSilence) else {
            throw KioskError(.cameraSilent, buffers.device.path)
        }
    }

    /// The newest filled buffer; older ones are given back.
    private mutating func newest(_ health: inout CameraHealth) throws(KioskError) -> cv4l2_slot? {
        var newest: cv4l2_slot?
        while let slot = try buffers.take() {
            heardAt = WallClock.monotonic()
            count(slot, &health)
            if let older = newest {
                health.passedOver += 1
                try buffers.give(back: older)
            }
            newest = slot
        }
        return newest
    }

    private mutating func count(_ slot: cv4l2_slot, _ health: inout CameraHealth) {
        if let last, slot.sequence > last.sequence &+ 1 {
            health.missing += Int(slot.sequence - last.sequence) - 1
        }
        last = (slot.sequence, last?.time ?? 0)
    }

    // MARK: judging

    /// Whether a buffer holds what was agreed, as far as its head tells.
    ///
    /// - Throws: `camera.lies` where a driver sends something else time after time, `camera.failed`
    ///   where nothing but broken frames has come for too long.
    private mutating func isWhole(
        _ bytes: UnsafeRawBufferPointer, _ slot: cv4l2_slot, _ health: inout CameraHealth
    ) throws(KioskError) -> Bool {
        guard let fault = fault(bytes, slot) else {
            (foreignInARow, wholeAt) = (0, heardAt)
            return true
        }
        health.count(fault)
        foreignInARow = fault == .foreign ? foreignInARow + 1 : foreignInARow
        guard foreignInARow < Self.mostForeign else { throw foreign(bytes) }
        guard heardAt - wholeAt <= Self.broken else {
            throw KioskError(.cameraFailed, buffers.device.path, detail: "\(fault)")
        }
        return false
    }

    private func fault(_ bytes: UnsafeRawBufferPointer, _ slot: cv4l2_slot) -> FrameCheck.Fault? {
        slot.flags & UInt32(V4L2_BUF_FLAG_ERROR) != 0 ? .flagged : frameCheck.fault(in: bytes)
    }

    private func foreign(_ bytes: UnsafeRawBufferPointer) -> KioskError {
        let sent = JPEGHeader.size(in: bytes).map { "\($0)" } ?? "?"
        return KioskError(.cameraLies, buffers.device.path, detail: "\(layout.size) → \(sent)")
    }

    private mutating func hasSettled(_ frame: borrowing Frame) -> Bool {
        hasStarted = true
        guard settling != nil else { return true }
        let mean = mean(of: frame)
        guard settling?.isOver(mean: mean, at: frame.time) == true else { return false }
        settling = nil
        return true
    }

    /// A frame's mean luma; nil where it cannot be decoded.
    private mutating func mean(of frame: borrowing Frame) -> Double? {
        do throws(KioskError) {
            _ = try FrameDecoder.reducedPhoto(
                of: frame, toLongSide: 160, codec: codec, scratch: &scratch, into: &small)
        } catch {
            return nil
        }
        let pixels = small.gray().pixels
        guard !pixels.isEmpty else { return nil }
        return Double(pixels.reduce(0) { $0 + Int($1) }) / Double(pixels.count)
    }

    /// The driver's time where it is the monotonic clock's and goes on, else our own.
    private mutating func time(of slot: cv4l2_slot) -> FrameTime {
        let isMonotonic =
            slot.flags & UInt32(V4L2_BUF_FLAG_TIMESTAMP_MASK)
            == UInt32(V4L2_BUF_FLAG_TIMESTAMP_MONOTONIC)
        var time = isMonotonic && slot.nanoseconds > 0 ? slot.nanoseconds : WallClock.monotonic()
        time = max(time, last?.time ?? 0)
        last?.time = time
        return FrameTime(nanoseconds: time)
    }
}

extension FrameLayout {
    /// What a driver's format means.
    init(_ picture: cv4l2_picture, mount: CameraMount) {
        let format = FourCC(rawValue: picture.fourcc).contiguous
        let isJPEG = format == .motionJPEG
        let stride =
            picture.stride.0 > 0 ? Int(picture.stride.0) : format.leastStride(picture.width)
        let matrix: YUVEncoding.Matrix = picture.is_bt709 != 0 ? .bt709 : .bt601
        self.init(
            format: format,
            size: Size(width: Int(picture.width), height: Int(picture.height)),
            stride: isJPEG ? 0 : stride,
            encoding: isJPEG
                ? .jfif : YUVEncoding(matrix: matrix, fullRange: picture.is_full_range != 0),
            mount: mount)
    }
}
