import CV4L2
import Foundation
import KioskCore

/// A device that streams, and the driver's buffers mapped into memory (V4L2 "Streaming I/O (Memory
/// Mapping)"). Given up, it stops the stream, unmaps the buffers and closes the device.
struct CameraBuffers: ~Copyable {
    let device: CameraDevice
    /// The planes of each buffer.
    private let mapped: [[UnsafeMutableRawBufferPointer]]
    /// A buffer whose planes lie apart is put together here; empty where there is one plane.
    private let joined: UnsafeMutableRawBufferPointer

    /// Buffers asked for: one being filled, one waiting, one lent, one to spare.
    private static let count: UInt32 = 4

    /// Asks for buffers, maps and queues them all, and starts the stream.
    ///
    /// - Throws: `camera.busy`, `camera.gone`, `camera.failed`, `camera.format`.
    init(_ device: consuming CameraDevice) throws(KioskError) {
        var count = Self.count
        try device.check(cv4l2_request(device.descriptor, device.multiplanar, &count))
        var mapped: [[UnsafeMutableRawBufferPointer]] = []
        do throws(KioskError) {
            for index in 0..<count { mapped.append(try Self.map(device, index)) }
            try device.check(cv4l2_stream(device.descriptor, device.multiplanar, 1))
        } catch {
            Self.unmap(mapped)
            throw error
        }
        let whole = mapped.first.map { $0.count > 1 ? $0.reduce(0) { $0 + $1.count } : 0 } ?? 0
        joined = .allocate(byteCount: whole, alignment: 64)
        self.mapped = mapped
        self.device = device
    }

    deinit {
        _ = cv4l2_stream(device.descriptor, device.multiplanar, 0)
        Self.unmap(mapped)
        joined.deallocate()
    }

    private static func map(_ device: borrowing CameraDevice, _ index: UInt32)
        throws(KioskError) -> [UnsafeMutableRawBufferPointer]
    {
        var slot = cv4l2_slot()
        try device.check(cv4l2_query(device.descriptor, device.multiplanar, index, &slot))
        var planes: [UnsafeMutableRawBufferPointer] = []
        do throws(KioskError) {
            for plane in 0..<Int(slot.planes) { planes.append(try map(device, slot, plane)) }
            try device.check(
                cv4l2_queue(device.descriptor, device.multiplanar, index, slot.planes))
        } catch {
            unmap([planes])
            throw error
        }
        return planes
    }

    private static func map(_ device: borrowing CameraDevice, _ slot: cv4l2_slot, _ plane: Int)
        throws(KioskError) -> UnsafeMutableRawBufferPointer
    {
        let length = Int(slot.value(of: \.length, plane))
        let start = mmap(
            nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, device.descriptor,
            off_t(slot.value(of: \.offset, plane)))
        guard let start, start != MAP_FAILED else {
            throw KioskError(camera: device.path, errno: errno)
        }
        return UnsafeMutableRawBufferPointer(start: start, count: length)
    }

    private static func unmap(_ buffers: [[UnsafeMutableRawBufferPointer]]) {
        for plane in buffers.joined() { munmap(plane.baseAddress, plane.count) }
    }

    /// The next filled buffer, oldest first; nil where none is filled.
    ///
    /// - Throws: `camera.gone`, `camera.failed`.
    func take() throws(KioskError) -> cv4l2_slot? {
        var slot = cv4l2_slot()
        let status = cv4l2_dequeue(device.descriptor, device.multiplanar, &slot)
        if status == -EAGAIN { return nil }
        try device.check(status)
        guard Int(slot.index) < mapped.count else {
            throw KioskError(.cameraFailed, device.path, detail: "buffer \(slot.index)")
        }
        return slot
    }

    /// Gives a buffer back to be filled. A driver that will not have it gets it once more: a buffer
    /// that is lost would be one of four.
    ///
    /// - Throws: `camera.gone`, `camera.failed`.
    func give(back slot: cv4l2_slot) throws(KioskError) {
        let planes = UInt32(mapped[Int(slot.index)].count)
        let (node, multiplanar) = (device.descriptor, device.multiplanar)
        guard cv4l2_queue(node, multiplanar, slot.index, planes) != 0 else { return }
        try device.check(cv4l2_queue(node, multiplanar, slot.index, planes))
    }

    /// The bytes in use of a buffer that was taken: `bytesused`, never the mapping's length. Planes
    /// that lie apart are copied one behind the other.
    func bytes(of slot: cv4l2_slot) -> UnsafeRawBufferPointer {
        let planes = mapped[Int(slot.index)]
        guard planes.count > 1 else { return Self.used(planes[0], slot, 0) }
        var end = 0
        for plane in planes.indices {
            let part = Self.used(planes[plane], slot, plane)
            UnsafeMutableRawBufferPointer(rebasing: joined[end...]).copyMemory(from: part)
            end += part.count
        }
        return UnsafeRawBufferPointer(rebasing: joined[..<end])
    }

    private static func used(
        _ plane: UnsafeMutableRawBufferPointer, _ slot: cv4l2_slot, _ index: Int
    ) -> UnsafeRawBufferPointer {
        let begin = min(plane.count, Int(slot.value(of: \.begin, index)))
        let end = min(plane.count, begin + Int(slot.value(of: \.used, index)))
        return UnsafeRawBufferPointer(rebasing: plane[begin..<end])
    }
}

extension cv4l2_slot {
    /// A value of one plane: C's arrays are tuples here.
    func value<Number>(of list: KeyPath<cv4l2_slot, (Number, Number, Number, Number)>, _ plane: Int)
        -> Number
    {
        let values = self[keyPath: list]
        return switch plane {
        case 0: values.0
        case 1: values.1
        case 2: values.2
        default: values.3
        }
    }
}
