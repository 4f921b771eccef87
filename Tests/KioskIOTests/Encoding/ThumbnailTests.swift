import KioskCore
import TestSupport
import Testing

@testable import KioskIO

/// Small pictures of what is not drawn, and of rules that are large.
struct ThumbnailTests {
    @Test(
        "a photograph's small picture is short, and as large as it may be",
        .enabled(if: Corpus.isThere, Comment(rawValue: Corpus.reason)))
    func photographs() throws {
        let codec = try JPEGCodec()
        let folder = Corpus.path("portraits/img")
        let names = try FileAccess.names(in: folder).filter { $0.hasSuffix(".jpg") }
        try #require(names.count > 20)
        for path in names.map({ "\(folder)/\($0)" }) {
            let photo = try codec.decode(try FileAccess.read(path), name: path)
            guard photo.width >= 480, photo.height >= 640 else { continue }
            let height = min(photo.height, photo.width * 4 / 3)
            let crop = Rect(x: 0, y: 0, width: height * 3 / 4, height: height)
            let portrait = photo.cropped(to: crop, scaledTo: PortraitRule.chsi.size)
            let jpeg = try codec.encode(portrait, quality: 95, subsampling: .none).bytes
            let small = try Thumbnail.of(jpeg)
            let seen = try codec.decode(small, name: "")
            #expect(small.count <= Thumbnail.mostBytes && seen.height == 160, "\(path)")
            #expect(JPEGHeader(parsing: small)?.quality ?? 0 >= 15, "\(path)")
        }
    }

    @Test(
        "the largest and the widest rule have a small picture too",
        arguments: [
            Size(width: 4_096, height: 4_096), Size(width: 64, height: 4_096),
            Size(width: 64, height: 64),
        ])
    func large(size: Size) throws {
        let codec = try JPEGCodec()
        var photo = Photo()
        var dice = Dice(3)
        photo.refill(size: size) { rgb in
            for place in rgb.indices { rgb[place] = UInt8.random(in: 0...255, using: &dice) }
        }
        let small = try Thumbnail.of(try codec.encode(photo, quality: 80, subsampling: .half).bytes)
        let seen = try codec.decode(small, name: "")
        #expect(small.count <= Thumbnail.mostBytes && max(seen.width, seen.height) <= 160)
    }
}
