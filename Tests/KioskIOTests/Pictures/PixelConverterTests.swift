import KioskCore
import KioskIO
import TestSupport
import Testing

struct PixelConverterTests {
    private static let size = Size(width: 64, height: 48)

    /// A frame of one colour as a sensor with that pattern (2 × 2 letters) sees it.
    private static func bayer(_ code: String, _ pattern: String, _ colour: [Character: UInt8])
        throws
        -> CapturedFrame
    {
        let letters = Array(pattern)
        let bytes = (0..<size.height).flatMap { y in
            (0..<size.width).map { x in colour[letters[y % 2 * 2 + x % 2]] ?? 0 }
        }
        return try frame(code, bytes, stride: size.width)
    }

    private static func frame(
        _ code: String, _ bytes: [UInt8], stride: Int, mount: CameraMount = .upright
    ) throws -> CapturedFrame {
        let layout = FrameLayout(
            format: try #require(FourCC(parsing: code)), size: size, stride: stride,
            encoding: .camera, mount: mount)
        return CapturedFrame(
            bytes: bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
    }

    @Test(
        "a sensor's Bayer pattern becomes its colours",
        arguments: [("BA81", "BGGR"), ("GBRG", "GBRG"), ("GRBG", "GRBG"), ("RGGB", "RGGB")])
    func bayer(code: String, pattern: String) throws {
        let frame = try Self.bayer(code, pattern, ["R": 200, "G": 120, "B": 40])
        let photo = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        #expect(photo.size == Self.size)
        for (x, y) in [(10, 10), (11, 10), (10, 11), (11, 11), (32, 24)] {
            let off = photo.colour(x, y) - SIMD3(200, 120, 40)
            #expect(max(off.max(), -off.min()) <= 2)
        }
        let gray = try FrameDecoder.gray(of: frame, codec: JPEGCodec())
        #expect(abs(Int(gray.pixels[24 * Self.size.width + 32]) - 135) <= 2)
    }

    @Test("a convertible format's rows end where the stride says")
    func padded() throws {
        let row = (0..<Self.size.width).flatMap { _ in [0xE0, 0x07] as [UInt8] }
        let padding = [UInt8](repeating: 0xFF, count: 6)
        let rows = (0..<Self.size.height).flatMap { _ in row + padding }
        let frame = try Self.frame("RGBP", rows, stride: row.count + padding.count)
        let photo = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        for y in 0..<Self.size.height {
            #expect(photo.colour(0, y).y > 240 && photo.colour(0, y).x < 16)
        }
    }

    @Test("every convertible format is known to the library", arguments: FourCC.convertible)
    func known(format: FourCC) throws {
        let bits = try #require(format.bitsToConvert)
        let stride = Self.size.width * bits / 8
        let frame = try Self.frame(
            format.description, [UInt8](repeating: 77, count: stride * Self.size.height),
            stride: stride)
        #expect(try FrameDecoder.photo(of: frame, codec: JPEGCodec()).size == Self.size)
    }

    @Test("16-bit colour is converted, upright")
    func mounted() throws {
        // Red, 5-6-5 bits, little endian; the last row is blue.
        let red: [UInt8] = [0x00, 0xF8]
        let blue: [UInt8] = [0x1F, 0x00]
        let rows = (0..<Self.size.height).flatMap { y in
            (0..<Self.size.width).flatMap { _ in y == Self.size.height - 1 ? blue : red }
        }
        let frame = try Self.frame("RGBP", rows, stride: Self.size.width * 2, mount: .half)
        let photo = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        #expect(photo.colour(5, 0).z > 240)
        #expect(photo.colour(5, 1).x > 240)
        let (small, factor) = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: 32, codec: JPEGCodec())
        #expect(factor == 2)
        #expect(small.colour(5, 3).x > 240)
    }

    @Test(
        "what is short, compressed or unknown is refused by name",
        arguments: [
            ("BA81", 64 * 48 - 1, KioskError.Code.pictureTruncated, ""),
            ("H264", 64 * 48, .cameraFormat, "H.264"), ("????", 64 * 48, .cameraFormat, "????"),
        ])
    func refused(code: String, count: Int, error: KioskError.Code, words: String) throws {
        let frame = try Self.frame(code, [UInt8](repeating: 7, count: count), stride: 64)
        let found = #expect(throws: KioskError.self) {
            try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        }
        #expect(found?.code == error)
        #expect(found?.detail == words)
    }
}
