import CV4L2
import Foundation
import KioskCore

/// The driver's buffers, mapped into memory (V4L2 "Streaming I/O (Memory Mapping)").
enum CameraBuffers {
    /// Asks for buffers, maps and queues them all, and starts the stream.
    static func map(_ device: Int32, path: String, count: UInt32) throws(KioskError)
        -> [UnsafeRawBufferPointer]
    {
        var request = v4l2_requestbuffers()
        request.count = count
        request.type = UInt32(V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue)
        request.memory = UInt32(V4L2_MEMORY_MMAP.rawValue)
        try check(cv4l2_reqbufs(device, &request), path)
        var mapped: [UnsafeRawBufferPointer] = []
        do throws(KioskError) {
            for index in 0..<request.count {
                mapped.append(try mapAndQueue(device, path, index))
            }
            try check(
                cv4l2_streamon(device, Int32(V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue)), path)
        } catch {
            unmap(mapped)
            throw error
        }
        return mapped
    }

    static func unmap(_ buffers: [UnsafeRawBufferPointer]) {
        for buffer in buffers {
            munmap(UnsafeMutableRawPointer(mutating: buffer.baseAddress), buffer.count)
        }
    }

    /// A description of the buffer of that index, to be filled by an ioctl.
    static func buffer(_ index: UInt32) -> v4l2_buffer {
        var buffer = v4l2_buffer()
        buffer.index = index
        buffer.type = UInt32(V4L2_BUF_TYPE_VIDEO_CAPTURE.rawValue)
        buffer.memory = UInt32(V4L2_MEMORY_MMAP.rawValue)
        return buffer
    }

    private static func mapAndQueue(_ device: Int32, _ path: String, _ index: UInt32)
        throws(KioskError) -> UnsafeRawBufferPointer
    {
        var buffer = buffer(index)
        try check(cv4l2_querybuf(device, &buffer), path)
        let length = Int(buffer.length)
        let offset = off_t(cv4l2_offset(&buffer))
        let start = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_SHARED, device, offset)
        guard let start, start != MAP_FAILED else { throw KioskError(camera: path, errno: errno) }
        let bytes = UnsafeRawBufferPointer(start: start, count: length)
        let status = cv4l2_qbuf(device, &buffer)
        guard status == 0 else {
            munmap(start, length)
            throw KioskError(camera: path, errno: -status)
        }
        return bytes
    }

    private static func check(_ status: Int32, _ path: String) throws(KioskError) {
        guard status == 0 else { throw KioskError(camera: path, errno: -status) }
    }
}
