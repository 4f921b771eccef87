import KioskCore
import KioskIO
import TestSupport
import Testing

struct MountedFrameTests {
    /// Pixel (x, y) of a picture turned clockwise by quarters, one quarter after the other.
    private static func source(_ x: Int, _ y: Int, _ size: Size, _ mount: CameraMount)
        -> (x: Int, y: Int)
    {
        switch mount {
        case .upright: (x, y)
        case .quarter: (y, size.height - 1 - x)
        case .half: (size.width - 1 - x, size.height - 1 - y)
        case .threeQuarters: (size.width - 1 - y, x)
        }
    }

    private static func expectTurned(
        _ turned: [UInt8], _ size: Size, _ original: [UInt8], _ mount: CameraMount, channels: Int
    ) {
        let upright = mount.turned(size)
        #expect(turned.count == original.count)
        for y in 0..<upright.height {
            for x in 0..<upright.width {
                let from = source(x, y, size, mount)
                for channel in 0..<channels {
                    let target = (y * upright.width + x) * channels + channel
                    let index = (from.y * size.width + from.x) * channels + channel
                    #expect(turned[target] == original[index])
                }
            }
        }
    }

    @Test(
        "what a decoder returns stands upright, pixel for pixel",
        arguments: RawPicture.formats, CameraMount.allCases)
    func raw(format: FourCC, mount: CameraMount) throws {
        var dice = Dice(51)
        let codec = try JPEGCodec()
        let picture = RawPicture(noise: Size(width: 70, height: 36), &dice)
        let (lying, hung) = (picture.frame(format), picture.frame(format, mount: mount))
        #expect(hung.layout.uprightSize == mount.turned(picture.size))
        let photo = try FrameDecoder.photo(of: hung, codec: codec)
        #expect(photo.size == hung.layout.uprightSize)
        try Self.expectTurned(
            photo.pixels, picture.size, FrameDecoder.photo(of: lying, codec: codec).pixels, mount,
            channels: 3)
        try Self.expectTurned(
            FrameDecoder.gray(of: hung, codec: codec).pixels, picture.size,
            FrameDecoder.gray(of: lying, codec: codec).pixels, mount, channels: 1)
        let small = try FrameDecoder.reducedPhoto(of: lying, toLongSide: 35, codec: codec).photo
        let turned = try FrameDecoder.reducedPhoto(of: hung, toLongSide: 35, codec: codec).photo
        Self.expectTurned(turned.pixels, small.size, small.pixels, mount, channels: 3)
    }

    @Test(
        "blocks are counted from the upright picture's corner, whatever the size",
        arguments: CameraMount.allCases, [2, 3])
    func blocks(mount: CameraMount, factor: Int) throws {
        var dice = Dice(52)
        let codec = try JPEGCodec()
        let frame = RawPicture(noise: Size(width: 31, height: 17), &dice)
            .frame(.rgb, mount: mount)
        let longSide = (31 + factor - 1) / factor
        let whole = try FrameDecoder.photo(of: frame, codec: codec)
        let reduced = try FrameDecoder.reducedPhoto(of: frame, toLongSide: longSide, codec: codec)
        #expect(reduced.photo == whole.reduced(toLongSide: longSide).photo)
        let gray = try FrameDecoder.reducedGray(of: frame, toLongSide: longSide, codec: codec)
        #expect(gray.gray.size == reduced.photo.size)
    }

    @Test("a Motion-JPEG is turned after it is decoded", arguments: CameraMount.allCases)
    func motionJPEG(mount: CameraMount) throws {
        var dice = Dice(53)
        let codec = try JPEGCodec()
        let size = Size(width: 37, height: 21)
        let photo = try FrameDecoder.photo(
            of: RawPicture(noise: size, &dice).frame(.rgb), codec: codec)
        let bytes = try codec.encode(photo, quality: 95, subsampling: .none).bytes
        let frame = CapturedFrame(
            bytes: bytes,
            layout: FrameLayout(
                format: .motionJPEG, size: size, stride: 0, encoding: .jfif, mount: mount),
            sequence: 0, time: FrameTime(seconds: 0))
        let lying = try codec.decode(bytes, name: "frame")
        let turned = try FrameDecoder.photo(of: frame, codec: codec)
        Self.expectTurned(turned.pixels, size, lying.pixels, mount, channels: 3)
        #expect(turned.size == frame.layout.uprightSize)
        let gray = try FrameDecoder.gray(of: frame, codec: codec)
        try Self.expectTurned(
            gray.pixels, size, codec.decodeGray(bytes, name: "frame").pixels, mount, channels: 1)
    }
}
