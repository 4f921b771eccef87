import CV4L2
import CV4LConvert
import Foundation
import KioskCore

/// libv4lconvert: the formats that kiosk does not decode itself, such as Bayer patterns.
///
/// It is made to convert for an open device, which it asks for its name and its controls. Here is
/// none: a table of calls stands for a device that has no controls.
struct PixelConverter: ~Copyable {
    private let converter: OpaquePointer
    private let calls: UnsafeMutablePointer<libv4l_dev_ops>
    /// The frame's bytes, with room behind them.
    private var source: [UInt8] = []

    /// Opens the library.
    ///
    /// - Throws: `camera.format` where memory is short.
    init() throws(KioskError) {
        calls = .allocate(capacity: 1)
        calls.initialize(to: Self.noDevice)
        guard let converter = v4lconvert_create_with_dev_ops(-1, nil, calls) else {
            calls.deallocate()
            throw KioskError(.cameraFormat, "libv4lconvert")
        }
        self.converter = converter
    }

    deinit {
        v4lconvert_destroy(converter)
        calls.deallocate()
    }

    /// Answers VIDIOC_QUERYCAP, without which the library does not open, and refuses the rest.
    private static var noDevice: libv4l_dev_ops {
        var calls = libv4l_dev_ops()
        calls.`init` = { _ in nil }
        calls.close = { _ in }
        calls.ioctl = { _, _, request, argument in
            // Of the request's number only direction, size, type and order are asked for.
            if request & 0xFFFF == 0x5600 { return 0 }
            errno = ENOTTY
            return -1
        }
        return calls
    }

    /// Converts a frame to a photo of its layout's size.
    ///
    /// - Throws: `camera.format` for a format that nobody here decodes, `picture.truncated` for a
    ///   frame that is too short, `picture.format` for broken bytes.
    mutating func convert(_ frame: CapturedFrame, into photo: inout Photo) throws(KioskError) {
        let size = frame.layout.size
        if let name = frame.layout.format.compressionName {
            throw KioskError(.cameraFormat, "frame", detail: name)
        }
        guard Self.isSane(frame.layout), !frame.bytes.isEmpty
        else { throw KioskError(.pictureTruncated, "frame") }
        copy(frame)
        let wanted = size.width * size.height * 3
        var written: Int32 = 0
        photo.refill(size: size) { pixels in
            var from = Self.description(
                size, frame.layout.format, stride: frame.layout.stride, bytes: frame.bytes.count)
            var to = Self.description(size, .rgb, stride: size.width * 3, bytes: wanted)
            written = v4lconvert_convert(
                converter, &from, &to, &source, Int32(clamping: frame.bytes.count),
                pixels.baseAddress, Int32(clamping: wanted))
        }
        guard Int(written) == wanted else { throw failure(frame.layout.format) }
    }

    /// Sides and strides that no camera has could ask for all the memory there is.
    private static func isSane(_ layout: FrameLayout) -> Bool {
        let sides = 1...16_384
        return sides.contains(layout.size.width) && sides.contains(layout.size.height)
            && layout.size.width * layout.size.height <= 120_000_000
            && (0...8 * layout.size.width + 4_096).contains(layout.stride)
    }

    /// Some conversions write to their source, and some check a frame's length without its stride:
    /// they get a copy, and four bytes a pixel to read in.
    private mutating func copy(_ frame: CapturedFrame) {
        let rows = frame.layout.size.height + 1
        let room = rows * max(4 * frame.layout.size.width, frame.layout.stride) + 4_096
        let count = max(room, frame.bytes.count)
        if source.count != count { source = [UInt8](repeating: 0, count: count) }
        source.withUnsafeMutableBytes { $0.copyBytes(from: frame.bytes) }
    }

    private static func description(
        _ size: Size, _ format: FourCC, stride: Int, bytes: Int
    ) -> v4l2_format {
        var description = v4l2_format()
        cv4l2_set_pixels(
            &description, UInt32(size.width), UInt32(size.height), format.rawValue)
        description.fmt.pix.bytesperline = UInt32(stride)
        description.fmt.pix.sizeimage = UInt32(clamping: bytes)
        return description
    }

    private borrowing func failure(_ format: FourCC) -> KioskError {
        let words = v4lconvert_get_error_message(converter).map { String(cString: $0) } ?? ""
        let isUnknown = words.contains("Unknown src format")
        let code: KioskError.Code =
            isUnknown ? .cameraFormat : words.contains("short") ? .pictureTruncated : .pictureFormat
        return KioskError(code, "frame", detail: "\(format): \(words)")
    }
}
