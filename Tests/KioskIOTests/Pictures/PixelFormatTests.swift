import KioskCore
import KioskIO
import TestSupport
import Testing

struct PixelFormatTests {
    static let encodings = [
        YUVEncoding(matrix: .bt601, fullRange: true), YUVEncoding(matrix: .bt601, fullRange: false),
        YUVEncoding(matrix: .bt709, fullRange: true), YUVEncoding(matrix: .bt709, fullRange: false),
    ]
    /// A coarse grid with both ends, and the limits of both ranges.
    private static let levels: [UInt8] =
        Array(stride(from: 0, through: 255, by: 15)) + [
            1, 16, 17, 127, 128, 129, 234, 236, 239, 241,
        ]

    /// Every luma with every pair of chroma, each pair over blocks of 2 × 2 pixels.
    private static let grid: RawPicture = {
        let count = levels.count
        let blocks = count * count * (count / 4)
        let across = 70
        return RawPicture(Size(width: 2 * across, height: 2 * (blocks / across + 1))) { x, y in
            let block = y / 2 * across + x / 2
            let luma = (block % (count / 4)) * 4 + y % 2 * 2 + x % 2
            let chroma = block / (count / 4)
            return RawPicture.Sample(
                levels[luma], levels[chroma % count], levels[chroma / count % count])
        }
    }()

    /// The largest distance from the reference, in levels.
    private static func distance(_ photo: Photo, _ picture: RawPicture, _ layout: FrameLayout)
        -> Double
    {
        var largest = 0.0
        for y in 0..<picture.size.height {
            for x in 0..<picture.size.width {
                let stored = picture.stored(layout.format, x, y)
                let exact = RawPicture.colour(stored, layout.format, layout.encoding)
                let off = photo.colour(x, y) - exact
                largest = max(largest, off.max(), -off.min())
            }
        }
        return largest
    }

    @Test(
        "every format's colours are the nearest level to the standard's",
        arguments: RawPicture.formats, encodings)
    func colours(format: FourCC, encoding: YUVEncoding) throws {
        #expect(Self.levels.count % 4 == 0)
        let frame = Self.grid.frame(format, encoding)
        let photo = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        #expect(photo.size == Self.grid.size)
        #expect(Self.distance(photo, Self.grid, frame.layout) < 0.506)
    }

    @Test(
        "every size and stride is read where its bytes are", arguments: RawPicture.formats,
        [(1, 1), (2, 1), (1, 2), (3, 3), (5, 2), (33, 7), (67, 5), (128, 4)])
    func sizes(format: FourCC, size: (Int, Int)) throws {
        var dice = Dice(31)
        let codec = try JPEGCodec()
        for padding in [0, 1, 2, 3, 64] {
            let picture = RawPicture(noise: Size(width: size.0, height: size.1), &dice)
            let frame = picture.frame(format, padding: padding)
            let photo = try FrameDecoder.photo(of: frame, codec: codec)
            #expect(Self.distance(photo, picture, frame.layout) < 0.506)
            let gray = try FrameDecoder.gray(of: frame, codec: codec)
            #expect(gray.size == picture.size)
            if RawPicture.isRGB.contains(format) {
                #expect(gray == photo.gray())
            } else {
                #expect(gray.pixels == picture.samples.map(\.x))
            }
        }
    }

    @Test(
        "a row of an odd width may end with half a pair of chroma, and takes the pair before's",
        arguments: [
            (FourCC.yuyv, [10, 90, 20, 200, 30, 91] as [UInt8]),
            (.uyvy, [90, 10, 200, 20, 91, 30]),
        ])
    func halfPair(format: FourCC, bytes: [UInt8]) throws {
        let layout = FrameLayout(
            format: format, size: Size(width: 3, height: 1), stride: 6, encoding: .jfif)
        let frame = CapturedFrame(
            bytes: bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
        let photo = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        let expected = RawPicture.colour(RawPicture.Sample(30, 91, 200), format, .jfif)
        let off = photo.colour(2, 0) - expected
        #expect(max(off.max(), -off.min()) < 0.506)
    }

    @Test("a frame one byte short of its layout is refused", arguments: RawPicture.formats)
    func short(format: FourCC) throws {
        var dice = Dice(32)
        let codec = try JPEGCodec()
        let whole = RawPicture(noise: Size(width: 6, height: 4), &dice).frame(format)
        let short = CapturedFrame(
            bytes: whole.bytes.dropLast(), layout: whole.layout, sequence: 0, time: whole.time)
        _ = try FrameDecoder.photo(of: whole, codec: codec)
        let photo = #expect(throws: KioskError.self) {
            try FrameDecoder.photo(of: short, codec: codec)
        }
        let gray = #expect(throws: KioskError.self) {
            try FrameDecoder.gray(of: short, codec: codec)
        }
        #expect(photo?.code == .pictureTruncated)
        #expect(gray?.code == .pictureTruncated)
    }

    @Test("a JPEG is a Motion-JPEG by another name")
    func jpeg() throws {
        var dice = Dice(33)
        let codec = try JPEGCodec()
        let photo = try FrameDecoder.photo(
            of: RawPicture(noise: Size(width: 32, height: 16), &dice).frame(.rgb), codec: codec)
        let bytes = try codec.encode(photo, quality: 90, subsampling: .half).bytes
        let frames = [FourCC.motionJPEG, .jpeg].map { format in
            CapturedFrame(
                bytes: bytes,
                layout: FrameLayout(format: format, size: photo.size, stride: 0, encoding: .jfif),
                sequence: 0, time: FrameTime(seconds: 0))
        }
        let pictures = try frames.map { try FrameDecoder.photo(of: $0, codec: codec) }
        #expect(pictures[0] == pictures[1])
        #expect(pictures[0].size == photo.size)
    }
}
