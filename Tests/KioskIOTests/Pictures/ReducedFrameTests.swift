import KioskCore
import KioskIO
import TestSupport
import Testing

struct ReducedFrameTests {
    /// The mean of a block of a frame's samples.
    private static func mean(
        _ picture: RawPicture, _ format: FourCC, _ x: Int, _ y: Int, _ factor: Int
    )
        -> SIMD3<Double>
    {
        var sum = SIMD3<Double>(repeating: 0)
        for row in y..<y + factor {
            for column in x..<x + factor {
                let sample = picture.stored(format, column, row)
                sum += SIMD3(Double(sample.x), Double(sample.y), Double(sample.z))
            }
        }
        return sum / Double(factor * factor)
    }

    @Test(
        "a reduced picture shows the colours of the blocks' mean luma and chroma",
        arguments: RawPicture.formats, [1, 2, 3, 4, 7])
    func photo(format: FourCC, factor: Int) throws {
        var dice = Dice(41)
        let picture = RawPicture(noise: Size(width: 42, height: 23), &dice)
        let frame = picture.frame(format, padding: 6, .jfif)
        let (photo, found) = try FrameDecoder.reducedPhoto(
            of: frame, toLongSide: (42 + factor - 1) / factor, codec: JPEGCodec())
        #expect(found == factor)
        #expect(photo.size == Size(width: 42 / factor, height: 23 / factor))
        for y in 0..<photo.height {
            for x in 0..<photo.width {
                let mean = Self.mean(picture, format, x * factor, y * factor, factor)
                    .rounded(.toNearestOrAwayFromZero)
                let sample = RawPicture.Sample(UInt8(mean.x), UInt8(mean.y), UInt8(mean.z))
                let off = photo.colour(x, y) - RawPicture.colour(sample, format, .jfif)
                #expect(max(off.max(), -off.min()) < 0.506)
            }
        }
    }

    @Test(
        "reduced luma is the blocks' mean", arguments: RawPicture.formats, [1, 2, 3, 5])
    func gray(format: FourCC, factor: Int) throws {
        var dice = Dice(42)
        let codec = try JPEGCodec()
        let picture = RawPicture(noise: Size(width: 41, height: 22), &dice)
        let frame = picture.frame(format, padding: 4)
        let whole = try FrameDecoder.gray(of: frame, codec: codec)
        let (gray, found) = try FrameDecoder.reducedGray(
            of: frame, toLongSide: (41 + factor - 1) / factor, codec: codec)
        #expect(found == factor)
        #expect(gray.size == Size(width: 41 / factor, height: 22 / factor))
        for y in 0..<gray.height {
            for x in 0..<gray.width {
                var sum = factor * factor / 2
                for row in 0..<factor {
                    for column in 0..<factor {
                        sum += Int(whole.pixels[(y * factor + row) * 41 + x * factor + column])
                    }
                }
                #expect(Int(gray.pixels[y * gray.width + x]) == sum / (factor * factor))
            }
        }
    }

    @Test("a large Motion-JPEG's luma is decoded at half size")
    func motionJPEG() throws {
        let codec = try JPEGCodec()
        let size = Size(width: 64, height: 48)
        let photo = Photo(size: size, pixels: [UInt8](repeating: 90, count: 64 * 48 * 3))
        let frame = CapturedFrame(
            bytes: try codec.encode(photo, quality: 90, subsampling: .half).bytes,
            layout: FrameLayout(format: .motionJPEG, size: size, stride: 0, encoding: .jfif),
            sequence: 0, time: FrameTime(seconds: 0))
        let (half, factor) = try FrameDecoder.reducedGray(of: frame, toLongSide: 40, codec: codec)
        #expect(factor == 2)
        #expect(half.size == Size(width: 32, height: 24))
        #expect(half.pixels.allSatisfy { (89...91).contains($0) })
        #expect(try FrameDecoder.reducedGray(of: frame, toLongSide: 64, codec: codec).factor == 1)
    }
}
