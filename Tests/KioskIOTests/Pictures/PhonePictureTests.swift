import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// Pictures as phones and their programs save them, and what is no picture to be read.
struct PhonePictureTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Grey above, and three strips of colours that every space has.
    private static let photo = Photo(size: Size(width: 48, height: 32)) { pixels in
        let colours: [[UInt8]] = [[200, 60, 50], [70, 160, 80], [60, 80, 180]]
        for y in 0..<32 {
            for x in 0..<48 {
                for channel in 0..<3 {
                    pixels[(y * 48 + x) * 3 + channel] =
                        y < 16 ? UInt8(x * 5) : colours[x / 16][channel]
                }
            }
        }
    }

    private func convert(_ arguments: String...) throws {
        let run = try Program.run("convert", arguments, in: folder)
        #expect(run.status == 0, "\(run.errors)")
    }

    private static func farthest(_ one: Photo, _ other: Photo) -> Int {
        guard one.size == other.size else { return 255 }
        return zip(one.pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 255
    }

    @Test("a picture of a gamma of its own is brought to sRGB")
    func gamma() throws {
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        // The same light, written with another exponent, and saying so.
        try convert(
            "a.png", "-set", "colorspace", "sRGB", "-colorspace", "RGB", "-set", "colorspace",
            "RGB", "-gamma", "1.8", "-set", "gamma", "0.5555556", "-define",
            "png:exclude-chunks=sRGB,iCCP,cHRM", "b.png")
        let bytes = try folder.bytes("b.png")
        #expect(bytes.contains(Array("gAMA".utf8)))
        let photo = try PictureFile.load(folder.file("b.png"))
        #expect(Self.farthest(photo, Self.photo) <= 6)
    }

    @Test("16 bits a colour without a word on colours are sRGB")
    func sixteenBits() throws {
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        try convert(
            "a.png", "-depth", "16", "-define", "png:exclude-chunks=all", "PNG48:b.png")
        let photo = try PictureFile.load(folder.file("b.png"))
        #expect(Self.farthest(photo, Self.photo) <= 1)
    }

    @Test(
        "a kind that is not read is told by its name",
        arguments: [
            ("GIF", Array("GIF89a".utf8)), ("BMP", Array("BM1234".utf8)),
            ("TIFF", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0]), ("PDF", Array("%PDF-1.7".utf8)),
        ])
    func kinds(name: String, head: [UInt8]) throws {
        let error = #expect(throws: KioskError.self) {
            try PictureFile.decode(head + [UInt8](repeating: 0, count: 64), name: "a")
        }
        #expect(error?.code == .pictureKind && error?.detail == name)
    }

    private func encode(_ name: String) throws -> [UInt8] {
        try folder.write(PNG.encode(Self.photo), to: "a.png")
        let kind = name.hasSuffix("avif") ? ["-A"] : []
        let run = try Program.run(
            "heif-enc", kind + ["-q", "95", "-o", name, "a.png"], in: folder)
        try #require(run.status == 0, "\(run.errors)")
        return try folder.bytes(name)
    }

    @Test("what iPhones save is read", arguments: ["b.heic", "b.avif"])
    func heic(name: String) throws {
        let bytes = try encode(name)
        let photo = try PictureFile.decode(bytes, name: "a")
        #expect(Self.farthest(photo, Self.photo) <= 24)
        let head = [0, 0, 0, 24] + Array("ftypheic".utf8) + [UInt8](repeating: 0, count: 64)
        #expect(throws: KioskError.self) { try PictureFile.decode(head, name: "a") }
    }

    @Test("a damaged or shortened HEIC or AVIF is no crash", arguments: ["b.heic", "b.avif"])
    func damagedHEIC(name: String) throws {
        let whole = try encode(name)
        var dice = Dice(32)
        for _ in 0..<300 {
            var copy = whole
            for _ in 0..<3 { copy[Int.random(in: 12..<copy.count, using: &dice)] ^= 0x55 }
            if Bool.random(using: &dice) {
                copy = Array(copy.prefix(Int.random(in: 12..<copy.count, using: &dice)))
            }
            _ = try? PictureFile.decode(copy, name: "a")
        }
    }

    @Test(
        "a shortened HEIC or AVIF is told in the library's own words",
        arguments: ["b.heic", "b.avif"])
    func wordsOfHEIC(name: String) throws {
        let whole = try encode(name)
        for length in [40, whole.count / 3, whole.count / 2] {
            let error = #expect(throws: KioskError.self) {
                try PictureFile.decode(Array(whole.prefix(length)), name: "a")
            }
            // Words of freed memory would be anything.
            let detail = error?.detail ?? ""
            #expect(
                detail.count > 9 && detail.allSatisfy { $0.isASCII && !$0.isNewline }, "\(detail)")
        }
    }

    @Test("a pipe, a device and a file without an end are refused at once")
    func noFiles() throws {
        mkfifo(folder.file("pipe"), 0o600)
        for path in [folder.file("pipe"), "/dev/zero"] {
            let error = #expect(throws: KioskError.self) { try PictureFile.load(path) }
            #expect(error?.code == .pictureFormat)
        }
        try folder.write("", to: "sparse.jpg")
        #expect(truncate(folder.file("sparse.jpg"), 1 << 40) == 0)
        let error = #expect(throws: KioskError.self) {
            try PictureFile.load(folder.file("sparse.jpg"))
        }
        #expect(error?.code == .pictureLarge)
    }

    @Test("damaged colour profiles and Exif are no crash, and no reason to refuse a picture")
    func damagedProfiles() throws {
        guard Corpus.isThere else { return }
        let whole = try PictureFile.read(Corpus.fault("display-p3.jpg"))
        var dice = Dice(31)
        for _ in 0..<200 {
            var copy = whole
            for _ in 0..<4 { copy[Int.random(in: 20..<600, using: &dice)] ^= 0x55 }
            _ = try? PictureFile.decode(copy, name: "a")
        }
    }
}

/// Small inputs that once failed, beside the checkout.
@Suite(.enabled(if: Corpus.isThere, Comment(rawValue: Corpus.reason)))
struct FaultPictureTests {
    private static func load(_ name: String) throws -> Photo {
        try PictureFile.load(Corpus.fault(name))
    }

    private static func colour(_ photo: Photo, _ x: Int, _ y: Int) -> LabColor {
        var sums = [0.0, 0, 0]
        for row in y..<y + 16 {
            for column in x..<x + 16 {
                let place = (row * photo.width + column) * 3
                for channel in 0..<3 {
                    sums[channel] += Gamma.light[Int(photo.pixels[place + channel])]
                }
            }
        }
        return LabColor(
            LinearLight(red: sums[0] / 256, green: sums[1] / 256, blue: sums[2] / 256))
    }

    @Test(
        "what is only odd has the pixels of its whole twin",
        arguments: ["odd-sos.jpg", "adobe-transform-3.jpg", "no-end-marker.jpg"])
    func odd(name: String) throws {
        #expect(try Self.load(name) == Self.load("whole.jpg"))
    }

    @Test("a frame that lost bytes between restart markers is refused")
    func lostBytes() throws {
        let error = #expect(throws: KioskError.self) {
            try Self.load("lost-bytes-restart-markers.jpg")
        }
        #expect(error?.code == .pictureDamaged)
    }

    @Test("34 bytes that ask for a gigabyte are refused as too large")
    func bomb() throws {
        let error = #expect(throws: KioskError.self) { try Self.load("bomb.webp") }
        #expect(error?.code == .pictureLarge)
    }

    @Test("a WebP that stands by its Exif orientation is upright")
    func upright() throws {
        let photo = try Self.load("exif6.webp")
        #expect(photo.size == Size(width: 1280, height: 720))
    }

    @Test("a Display P3 picture has the colours of its sRGB twin")
    func displayP3() throws {
        let (wide, twin) = (try Self.load("display-p3.jpg"), try Self.load("srgb-twin.jpg"))
        #expect(wide.size == twin.size)
        // Means of 16 × 16 pixels: the two were compressed apart.
        let distances = stride(from: 0, to: wide.height - 15, by: 16).flatMap { y in
            stride(from: 0, to: wide.width - 15, by: 16).map { x in
                Self.colour(wide, x, y).distance(to: Self.colour(twin, x, y))
            }
        }.sorted()
        let most = distances[distances.count * 99 / 100]
        #expect(most <= 2, "\(most) ΔE, at most \(distances.last ?? 0)")
    }
}
