import Foundation
import KioskCore
import TestSupport
import Testing

@testable import KioskIO

struct FrameFuzzTests {
    /// Bytes that end where reading on is a fault of the processor.
    private struct FencedBytes: ~Copyable {
        private let pages: UnsafeMutableRawPointer
        private let length: Int
        let room: UnsafeMutableRawBufferPointer

        init(capacity: Int) throws {
            let page = Int(getpagesize())
            let usable = (capacity + page - 1) / page * page
            length = usable + page
            let made = mmap(nil, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
            let pages = try #require(made)
            try #require(pages != MAP_FAILED)
            try #require(mprotect(pages + usable, page, PROT_NONE) == 0)
            self.pages = pages
            room = UnsafeMutableRawBufferPointer(start: pages, count: usable)
        }

        deinit { munmap(pages, length) }

        /// The last `count` bytes before the fence.
        func last(_ count: Int) -> UnsafeBufferPointer<UInt8> {
            UnsafeBufferPointer(
                UnsafeMutableRawBufferPointer(rebasing: room.suffix(count)).bindMemory(
                    to: UInt8.self))
        }
    }

    private static func layout(_ format: FourCC, _ dice: inout Dice) -> FrameLayout {
        let size = Size(
            width: Int.random(in: 1...90, using: &dice),
            height: Int.random(in: 1...40, using: &dice))
        let least = RawPicture.leastStride(format, size.width)
        let stride = max(0, least + Int.random(in: -3...9, using: &dice))
        return FrameLayout(
            format: format, size: size, stride: stride, encoding: .camera,
            mount: CameraMount.allCases.randomElement(using: &dice) ?? .upright)
    }

    @Test(
        "a frame of just its least bytes is read to its last byte and never past it",
        arguments: RawPicture.formats)
    func fence(format: FourCC) throws {
        let fenced = try FencedBytes(capacity: 1 << 16)
        let raw = try #require(RawFormat(format))
        var dice = Dice(61)
        for byte in fenced.room.indices { fenced.room[byte] = UInt8(truncatingIfNeeded: byte) }
        var whole = 0
        for _ in 0..<400 {
            let layout = Self.layout(format, &dice)
            guard let planes = RawPlanes(layout, raw) else { continue }
            whole += 1
            try Self.readEverything(fenced.last(planes.count), layout, raw)
            let error = #expect(throws: KioskError.self) {
                try Self.readEverything(fenced.last(planes.count - 1), layout, raw)
            }
            #expect(error?.code == .pictureTruncated)
        }
        #expect(whole > 100)
    }

    private static func readEverything(
        _ bytes: UnsafeBufferPointer<UInt8>, _ layout: FrameLayout, _ format: RawFormat
    ) throws(KioskError) {
        var (photo, gray) = (Photo(), GrayImage())
        try RawRows.of(bytes, layout, format) { rows in
            photo.refill(size: layout.size) { rows.photo(layout.encoding, into: $0) }
            gray.refill(size: layout.size) { rows.gray(into: $0) }
            for longSide in [7, 20, 45] {
                let blocks = Blocks(layout, toLongSide: longSide)
                photo.refill(size: blocks.size) {
                    rows.reducedPhoto(blocks, layout.encoding, into: $0)
                }
                gray.refill(size: blocks.size) { rows.reducedGray(blocks, into: $0) }
            }
        }
    }

    @Test(
        "frames of any bytes, length, stride, size and mount give a picture or an error",
        arguments: FourCC.decodable + FourCC.convertible
            + ["S561", "H264", "????"].compactMap { FourCC(parsing: $0) })
    func anything(format: FourCC) throws {
        var dice = Dice(62)
        let codec = try JPEGCodec()
        var scratch = FrameScratch()
        var (photo, gray) = (Photo(), GrayImage())
        for _ in 0..<150 {
            let layout = Self.layout(format, &dice)
            let most = max(1, layout.stride * layout.size.height * 2)
            let bytes = (0..<Int.random(in: 0...most, using: &dice)).map { _ in
                UInt8(truncatingIfNeeded: dice.next())
            }
            let frame = CapturedFrame(
                bytes: bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
            do throws(KioskError) {
                try frame.withFrame { frame throws(KioskError) in
                    try FrameDecoder.gray(of: frame, codec: codec, scratch: &scratch, into: &gray)
                    try FrameDecoder.photo(
                        of: frame, codec: codec, scratch: &scratch, into: &photo)
                    #expect(gray.size == layout.uprightSize)
                    #expect(photo.size == layout.uprightSize)
                    let factor = try FrameDecoder.reducedPhoto(
                        of: frame, toLongSide: 20, codec: codec, scratch: &scratch, into: &photo)
                    #expect(photo.width == layout.uprightSize.width / factor)
                }
            } catch {
                #expect([.pictureTruncated, .pictureFormat, .cameraFormat].contains(error.code))
            }
        }
    }

    @Test(
        "a JPEG of another size than its frame is damaged, however it is decoded",
        arguments: [FourCC.motionJPEG, .jpeg], [20, Int.max])
    func otherSize(format: FourCC, longSide: Int) throws {
        let codec = try JPEGCodec()
        let picture = Photo(size: Size(width: 48, height: 32)) { $0.update(repeating: 90) }
        let jpeg = try codec.encode(picture, quality: 80, subsampling: .half)
        func decode(_ size: Size) throws {
            let frame = CapturedFrame(
                bytes: jpeg.bytes,
                layout: FrameLayout(format: format, size: size, stride: 0, encoding: .jfif),
                sequence: 0, time: FrameTime(seconds: 0))
            _ = try FrameDecoder.reducedGray(of: frame, toLongSide: longSide, codec: codec)
            _ = try FrameDecoder.reducedPhoto(of: frame, toLongSide: longSide, codec: codec)
        }
        try decode(picture.size)
        for size in [(32, 32), (48, 33), (320, 240)] {
            let error = #expect(throws: KioskError.self) {
                try decode(Size(width: size.0, height: size.1))
            }
            #expect(error?.code == .pictureDamaged)
        }
    }

    @Test(
        "sizes and strides that no camera has are refused",
        arguments: [
            (0, 4, 4), (-1, 4, 4), (4, 0, 4), (70_000, 1, 70_000), (4, 4, Int.max), (4, 4, -4),
        ])
    func absurd(width: Int, height: Int, stride: Int) throws {
        let codec = try JPEGCodec()
        let foreign = try #require(FourCC(parsing: "BA81"))
        for format in RawPicture.formats + [foreign] {
            let layout = FrameLayout(
                format: format, size: Size(width: width, height: height), stride: stride,
                encoding: .camera)
            let frame = CapturedFrame(
                bytes: [UInt8](repeating: 1, count: 64), layout: layout, sequence: 0,
                time: FrameTime(seconds: 0))
            let photo = #expect(throws: KioskError.self) {
                try FrameDecoder.photo(of: frame, codec: codec)
            }
            #expect(photo?.code == .pictureTruncated)
            let gray = #expect(throws: KioskError.self) {
                try FrameDecoder.reducedGray(of: frame, toLongSide: 2, codec: codec)
            }
            #expect(gray?.code == .pictureTruncated)
        }
    }
}
