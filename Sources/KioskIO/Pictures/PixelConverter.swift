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
    /// The frame's bytes without padding: some conversions ignore the stride, and some write to
    /// their source.
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

    /// Converts a frame of a `FourCC.convertible` format to a photo of its layout's size.
    ///
    /// - Throws: `camera.format` for any other format, `picture.truncated` for a frame that is too
    ///   short or under 16 pixels wide or high, `picture.format` where the library refuses it.
    mutating func convert(_ frame: borrowing Frame, into photo: inout Photo) throws(KioskError) {
        let (format, size) = (frame.layout.format, frame.layout.size)
        guard let bits = format.bitsToConvert else {
            throw KioskError(.cameraFormat, "frame", detail: format.compressionName ?? "\(format)")
        }
        let row = (size.width * bits + 7) / 8
        try copyRows(of: frame, row)
        var bytes: [UInt8] = []
        swap(&bytes, &source)
        defer { swap(&bytes, &source) }
        try convert(&bytes, format, size, stride: row, into: &photo)
    }

    /// Converts bytes that the library may write to. They have to be as many as it expects: it does
    /// not always check.
    ///
    /// - Throws: `picture.format` with the library's words.
    borrowing func convert(
        _ bytes: inout [UInt8], _ format: FourCC, _ size: Size, stride: Int,
        into photo: inout Photo
    ) throws(KioskError) {
        let wanted = size.width * size.height * 3
        var from = Self.description(size, format, stride: stride, bytes.count)
        var to = Self.description(size, .rgb, stride: size.width * 3, wanted)
        var written: Int32 = 0
        photo.refill(size: size) { pixels in
            written = v4lconvert_convert(
                converter, &from, &to, &bytes, Int32(bytes.count), pixels.baseAddress,
                Int32(wanted))
        }
        guard Int(written) == wanted else {
            throw KioskError(.pictureFormat, "frame", detail: "\(format): \(words)")
        }
    }

    /// Copies the rows of a frame, each of that many bytes. Sizes are checked first: the library
    /// takes a picture of few columns for one of billions.
    private mutating func copyRows(of frame: borrowing Frame, _ row: Int) throws(KioskError) {
        let (size, stride) = (frame.layout.size, frame.layout.stride)
        let sides = 16...16_384
        guard sides.contains(size.width), sides.contains(size.height), stride >= row,
            stride <= 1 << 24, frame.bytes.count >= stride * (size.height - 1) + row
        else { throw KioskError(.pictureTruncated, "frame") }
        source.removeAll(keepingCapacity: true)
        for y in 0..<size.height {
            source.append(contentsOf: frame.bytes[y * stride..<y * stride + row])
        }
    }

    private static func description(
        _ size: Size, _ format: FourCC, stride: Int, _ count: Int
    ) -> v4l2_format {
        var description = v4l2_format()
        cv4l2_set_pixels(
            &description, UInt32(size.width), UInt32(size.height), format.rawValue)
        description.fmt.pix.bytesperline = UInt32(stride)
        description.fmt.pix.sizeimage = UInt32(count)
        return description
    }

    /// The library's words for what went wrong last, which end with a new line.
    private var words: String {
        let words = v4lconvert_get_error_message(converter).map { String(cString: $0) } ?? ""
        return words.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
