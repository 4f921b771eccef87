import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct JPEGCodecTests {
    private static let portrait = Studio(seed: 2).portrait(of: 1).photo.cropped(
        to: Rect(x: 379, y: 20, width: 522, height: 696), scaledTo: Size(width: 480, height: 640))

    @Test("a JPEG is baseline, 24-bit, with the tag of 300 dpi")
    func header() throws {
        for subsampling in [Subsampling.half, .none] {
            let jpeg = try JPEGCodec().encode(Self.portrait, quality: 90, subsampling: subsampling)
                .tagged(dpi: 300)
            let header = try #require(JPEGHeader(parsing: jpeg.bytes))
            #expect(header.isBaseline && header.bitsPerComponent == 8 && header.components == 3)
            #expect(header.size == Size(width: 480, height: 640))
            #expect(header.density?.x == 300 && header.density?.y == 300)
        }
    }

    @Test(
        "the window's search finds what trying every rung finds",
        arguments: [20_480...100_000, 30_720...60_000, 30_000...40_000, 21_000...26_000])
    func search(window: ClosedRange<Int>) throws {
        let codec = try JPEGCodec()
        let found = try codec.encode(
            Self.portrait, into: SizeWindow(bytes: window, leastQuality: 60))
        var search = WindowSearch(Self.portrait)
        #expect(try search.outcome(window, codec: codec) == .equal)
        #expect(window.contains(found.bytes.count))
    }

    @Test("what was encoded is decoded, whole and reduced")
    func decoded() throws {
        let codec = try JPEGCodec()
        let jpeg = try codec.encode(Self.portrait, quality: 95, subsampling: .none)
        let photo = try codec.decode(jpeg.bytes, name: "a")
        #expect(photo.size == Self.portrait.size)
        let worst =
            zip(photo.pixels, Self.portrait.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 255
        #expect(worst < 40)
        let half = try codec.decode(jpeg.bytes, name: "a", reduction: .half)
        #expect(half.size == Size(width: 240, height: 320))
        #expect(
            try codec.decode(jpeg.bytes, name: "a") == photo, "the same bytes give the same pixels")
    }

    @Test(
        "a JPEG that ends too early is half a picture and none", arguments: [0.1, 0.5, 0.9, 0.99])
    func truncated(share: Double) throws {
        let codec = try JPEGCodec()
        let jpeg = try codec.encode(Self.portrait, quality: 90, subsampling: .half)
        let part = Array(jpeg.bytes.prefix(Int(Double(jpeg.bytes.count) * share)))
        let error = #expect(throws: KioskError.self) { try codec.decode(part, name: "a") }
        #expect(error?.code == .pictureTruncated)
    }

    @Test(
        "a file's quality is read from its quantisation",
        arguments: [25, 40, 50, 60, 75, 90, 98, 100])
    func quality(quality: Int) throws {
        let photo = Photo(size: Size(width: 64, height: 64)) { pixels in
            for index in pixels.indices { pixels[index] = UInt8(truncatingIfNeeded: index * 7) }
        }
        let jpeg = try JPEGCodec().encode(photo, quality: quality, subsampling: .half)
        let header = try #require(JPEGHeader(parsing: jpeg.bytes))
        #expect(header.quality == quality)
        #expect(header.tables == QuantisationTables(quality: quality))
    }

    @Test("cjpeg writes the same file", arguments: [30, 75, 98], [Subsampling.half, .none])
    func sameAsCjpeg(quality: Int, subsampling: Subsampling) throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Self.portrait), to: "a.png")
        _ = try Program.run("/usr/bin/convert", ["a.png", "a.ppm"], in: folder)
        let ours = try JPEGCodec().encode(
            Self.portrait, quality: quality, subsampling: subsampling)
        let sampling = subsampling == .half ? "2x2" : "1x1"
        _ = try Program.run(
            "cjpeg",
            ["-quality", "\(quality)", "-sample", sampling, "-outfile", "a.jpg", "a.ppm"],
            in: folder)
        #expect(try folder.bytes("a.jpg") == ours.bytes)
    }
}
