import StudioKit
import TestSupport

@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    /// A small drawing, as our own encoder writes it.
    static func drawing(_ width: Int, _ height: Int, quality: Int = 80) throws -> JPEG {
        try JPEGCodec().encode(
            Photo(size: Size(width: width, height: height)) { pixels in
                for index in pixels.indices { pixels[index] = UInt8(truncatingIfNeeded: index * 7) }
            }, quality: quality, subsampling: width > 20 ? .half : Subsampling.none)
    }

    private static func jpegs() throws -> [[UInt8]] {
        [
            try drawing(9, 7).bytes, try drawing(40, 24).tagged(dpi: 300).bytes,
            try drawing(33, 17, quality: 100).bytes,
        ]
    }

    static let exif = FuzzTarget(name: "exif", longest: 512) {
        let tiff: [UInt8] = [0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0]
        return [tiff, Array("Exif\0\0".utf8) + tiff, Array("MM\0*\0\0\0\u{8}".utf8)]
    } read: { bytes in
        for found in [ExifOrientation.of(exif: bytes), ExifOrientation.of(tiff: bytes)] {
            hold((1...8).contains(found ?? 1), "a picture stands in one of eight ways")
        }
    }

    static let header = FuzzTarget(name: "header") {
        try jpegs() + [Array("RIFF\u{4}\0\0\0WEBPEXIF\u{2}\0\0\0II".utf8)]
    } read: { bytes in
        if let header = JPEGHeader(parsing: bytes) {
            hold((1...8).contains(header.orientation), "a picture stands in one of eight ways")
            hold((1...100).contains(header.quality ?? 1), "a quality is a factor")
            let size = bytes.withUnsafeBytes { JPEGHeader.size(in: $0) }
            hold(size == nil || size == header.size, "one frame header, one size")
        }
        let tagged = JPEG(bytes: bytes, quality: 1, subsampling: .half).tagged(dpi: 300)
        hold(tagged.bytes.count == bytes.count, "a density replaces one")
        hold(tagged.tagged(dpi: 300) == tagged, "a density is written where it was")
        _ = (JPEGHeader.profile(in: bytes), PictureKind(bytes))
        let chunks = RIFFChunks(bytes)
        _ = (chunks["EXIF"], chunks["ICCP"])
    }

    /// A stream of Motion-JPEG, whole and in two pieces.
    static let stream = FuzzTarget(name: "stream") {
        let one = try drawing(9, 7).bytes
        return [one + one, one.dropLast(2) + one]
    } read: { bytes in
        let whole = frames(bytes, isEnd: true)
        var position = 0
        for frame in whole {
            hold(frame.lowerBound >= position && frame.upperBound <= bytes.count, "in order")
            position = frame.upperBound
        }
        let begun = frames(Array(bytes.prefix(bytes.count / 2)), isEnd: false)
        hold(begun == Array(whole.prefix(begun.count)), "what follows changes no picture before it")
    }

    private static func frames(_ bytes: [UInt8], isEnd: Bool) -> [Range<Int>] {
        bytes.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: isEnd) }
    }

    /// The decoder in all its forms; each tells a damaged picture from a whole one in the same way.
    static let jpeg = FuzzTarget(name: "jpeg") {
        try jpegs()
    } read: { bytes throws(KioskError) in
        let codec = try JPEGCodec()
        let gray = attempt { () throws(KioskError) in try codec.decodeGray(bytes, name: "a").size }
        let small = attempt { () throws(KioskError) in
            try codec.decode(bytes, name: "a", reduction: .eighth).size
        }
        _ = attempt { () throws(KioskError) in try codec.detail(of: bytes, name: "a") }
        let photo = try codec.decode(bytes, name: "a")
        hold(gray == photo.size || gray == nil, "gray is as large")
        hold(small.map { $0.width <= photo.width } ?? true, "an eighth is smaller")
        let again = try codec.encode(photo, quality: 90, subsampling: .none)
        hold(try codec.decode(again.bytes, name: "a").size == photo.size, "what we write we read")
    }

    private static func attempt<Value>(_ body: () throws(KioskError) -> Value) -> Value? {
        do throws(KioskError) {
            return try body()
        } catch {
            hold(error.code != .bug, "foreign bytes are no bug of ours: \(error)")
            return nil
        }
    }
}
