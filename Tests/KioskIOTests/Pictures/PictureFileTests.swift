import KioskCore
import KioskIO
import TestSupport
import Testing

struct PictureFileTests {
    /// A small picture without symmetry: red upper left, green upper right, blue lower left.
    private static let photo = Photo(size: Size(width: 48, height: 32)) { pixels in
        for y in 0..<32 {
            for x in 0..<48 {
                let index = (y * 48 + x) * 3
                pixels[index] = x < 24 && y < 16 ? 250 : 5
                pixels[index + 1] = x >= 24 && y < 16 ? 250 : 5
                pixels[index + 2] = x < 24 && y >= 16 ? 250 : 5
            }
        }
    }

    private static func colour(_ photo: Photo, _ x: Int, _ y: Int) -> [Bool] {
        let index = (y * photo.width + x) * 3
        return (0..<3).map { photo.pixels[index + $0] > 128 }
    }

    @Test("a PNG comes back as it was written")
    func png() throws {
        #expect(try PictureFile.decode(PNG.encode(Self.photo), name: "a") == Self.photo)
    }

    @Test(
        "other programs' PNG files are read: gray, palette, 16-bit, interlaced",
        arguments: [
            ["-type", "Palette"], ["-depth", "16"], ["-interlace", "PNG"],
            ["-define", "png:color-type=6"],
        ])
    func otherPNG(options: [String]) throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        let made = try Program.run("/usr/bin/convert", ["a.png"] + options + ["b.png"], in: folder)
        #expect(made.status == 0, "\(made.errors)")
        let photo = try PictureFile.load(folder.file("b.png"))
        #expect(Self.colour(photo, 5, 5) == [true, false, false])
        #expect(Self.colour(photo, 40, 5) == [false, true, false])
    }

    @Test("transparent parts are laid on white", arguments: ["png", "webp"])
    func transparent(kind: String) throws {
        let folder = try TestFolder()
        let made = try Program.run(
            "/usr/bin/convert",
            [
                "-size", "20x20", "xc:none", "-fill", "black", "-draw", "rectangle 0,0 9,19",
                "-define", "webp:lossless=true", "a.\(kind)",
            ],
            in: folder)
        #expect(made.status == 0, "\(made.errors)")
        let photo = try PictureFile.load(folder.file("a.\(kind)"))
        #expect(Self.colour(photo, 15, 10) == [true, true, true])
        #expect(Self.colour(photo, 3, 10) == [false, false, false])
    }

    @Test("a JPEG's Exif orientation turns it upright", arguments: 1...8)
    func orientation(value: Int) throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        // Turned so that a viewer who honours the tag sees the picture as it was.
        let turn = [
            "", "-flop", "-rotate 180", "-flip", "-transpose", "-rotate 270", "-transverse",
            "-rotate 90",
        ][value - 1]
        let made = try Program.run(
            "/usr/bin/convert",
            ["a.png"] + turn.split(separator: " ").map(String.init) + ["-quality", "95", "b.jpg"],
            in: folder)
        #expect(made.status == 0, "\(made.errors)")
        var jpeg = try folder.bytes("b.jpg")
        jpeg.insert(contentsOf: Self.exif(UInt8(value)), at: 2)
        let photo = try PictureFile.decode(jpeg, name: "b.jpg")
        #expect(photo.size == Self.photo.size)
        #expect(Self.colour(photo, 10, 8) == [true, false, false])
        #expect(Self.colour(photo, 36, 8) == [false, true, false])
        #expect(Self.colour(photo, 10, 24) == [false, false, true])
    }

    private static func exif(_ orientation: UInt8) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8)
            + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0,
                0, 0,
            ]
    }

    @Test(
        "what is no picture, not there, or half of one has its own error",
        arguments: [
            ("text.png", KioskError.Code.pictureFormat), ("empty.jpg", .pictureFormat),
            ("missing.jpg", .pictureMissing), ("half.png", .pictureTruncated),
            ("folder", .pictureFormat),
        ])
    func refused(name: String, code: KioskError.Code) throws {
        let folder = try TestFolder()
        try folder.write("no picture", to: "text.png")
        try folder.write("", to: "empty.jpg")
        try folder.write("x", to: "folder/x")
        let png = try PNG.encode(Self.photo)
        try folder.write(png.prefix(png.count * 2 / 3), to: "half.png")
        let error = #expect(throws: KioskError.self) { try PictureFile.load(folder.file(name)) }
        #expect(error?.code == code)
    }

    @Test("damaged pictures of every kind are read or refused, never a crash")
    func fuzz() throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        _ = try Program.run("/usr/bin/convert", ["a.png", "a.webp"], in: folder)
        _ = try Program.run(
            "/usr/bin/convert", ["a.png", "-interlace", "JPEG", "progressive.jpg"], in: folder)
        let seeds = [
            try folder.bytes("a.png"), try folder.bytes("a.webp"),
            try folder.bytes("progressive.jpg"),
            try JPEGCodec().encode(Self.photo, quality: 80, subsampling: .half).bytes,
        ]
        var dice = Dice(21)
        for round in 0..<4_000 {
            let bytes = dice.damaged(seeds[round % seeds.count])
            do throws(KioskError) {
                _ = try PictureFile.decode(bytes, name: "a")
            } catch {
                #expect(error.exitStatus == 65, "\(error)")
            }
        }
    }
}
