import KioskCore
import TestSupport
import Testing

@testable import KioskIO

struct FrameStorageTests {
    private static let size = Size(width: 640, height: 360)

    private static func frame(_ format: FourCC, mount: CameraMount) throws -> CapturedFrame {
        var dice = Dice(71)
        let picture = RawPicture(noise: size, &dice)
        guard format.isMotionJPEG else { return picture.frame(format, mount: mount) }
        let codec = try JPEGCodec()
        let photo = try FrameDecoder.photo(of: picture.frame(.rgb), codec: codec)
        let layout = FrameLayout(
            format: format, size: size, stride: 0, encoding: .jfif, mount: mount)
        return CapturedFrame(
            bytes: try codec.encode(photo, quality: 80, subsampling: .half).bytes, layout: layout,
            sequence: 0, time: FrameTime(seconds: 0))
    }

    /// Where arrays of bytes lie, and how much room they have.
    private static func places(_ arrays: [UInt8]...) -> [Int] {
        arrays.flatMap { array in
            [array.withUnsafeBufferPointer { Int(bitPattern: $0.baseAddress) }, array.capacity]
        }
    }

    /// A desk that looks at frames as the counter does.
    private struct Desk: ~Copyable {
        let codec: JPEGCodec
        var scratch = FrameScratch()
        var captured: CapturedFrame?
        var (photo, small) = (Photo(), Photo())
        var (gray, half) = (GrayImage(), GrayImage())

        init() throws { codec = try JPEGCodec() }

        mutating func look(at frame: CapturedFrame, sequence: Int) throws(KioskError) {
            let copy = frame.bytes.withUnsafeBytes { bytes in
                let loan = Frame(
                    bytes: bytes, layout: frame.layout, sequence: sequence, time: frame.time)
                return loan.captured(reusing: &captured)
            }
            try copy.withFrame { frame throws(KioskError) in try decode(frame) }
            captured = copy
        }

        private mutating func decode(_ frame: borrowing Frame) throws(KioskError) {
            try FrameDecoder.photo(of: frame, codec: codec, scratch: &scratch, into: &photo)
            try FrameDecoder.gray(of: frame, codec: codec, scratch: &scratch, into: &gray)
            _ = try FrameDecoder.reducedPhoto(
                of: frame, toLongSide: 320, codec: codec, scratch: &scratch, into: &small)
            _ = try FrameDecoder.reducedGray(
                of: frame, toLongSide: 320, codec: codec, scratch: &scratch, into: &half)
        }

        func places() -> [Int] {
            FrameStorageTests.places(
                photo.pixels, small.pixels, gray.pixels, half.pixels, captured?.bytes ?? [],
                scratch.photo.pixels, scratch.gray.pixels)
        }
    }

    @Test(
        "a steady stream is decoded into the same storage",
        arguments: FourCC.decodable, [CameraMount.upright, .quarter])
    func steady(format: FourCC, mount: CameraMount) throws {
        let frame = try Self.frame(format, mount: mount)
        var desk = try Desk()
        try desk.look(at: frame, sequence: 0)
        let places = desk.places()
        for sequence in 1...20 {
            try desk.look(at: frame, sequence: sequence)
            #expect(desk.places() == places)
        }
        #expect(desk.captured?.bytes == frame.bytes)
        #expect(desk.captured?.sequence == 20)
    }

    @Test("a frame that somebody still holds keeps its bytes")
    func held() throws {
        let first = try Self.frame(.grey, mount: .upright)
        var spare: CapturedFrame? = first
        let next = [UInt8](repeating: 9, count: 100).withUnsafeBytes { bytes in
            Frame(bytes: bytes, layout: first.layout, sequence: 7, time: first.time)
                .captured(reusing: &spare)
        }
        #expect(spare == nil)
        #expect(next.bytes == [UInt8](repeating: 9, count: 100))
        #expect(first == (try Self.frame(.grey, mount: .upright)))
    }
}
