import Foundation
import KioskCore
import TestSupport
import Testing

@testable import KioskIO
@testable import StudioKit

/// The same pictures in wider spaces, each with its profile: phones save Display P3, cameras Adobe RGB.
struct ColourTwinTests {
    /// A space of three primaries.
    struct Space: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// Linear light of sRGB, a row for each primary of this space.
        let fromSRGB: [[Double]]
        /// X Y Z of each primary for the D50 of profiles.
        let colorants: [[Double]]
        /// An exponent; nil where the curve is sRGB's.
        let gamma: Double?

        static let displayP3 = Space(
            testDescription: "Display P3",
            fromSRGB: [
                [0.8224621, 0.1775380, 0], [0.0331941, 0.9668058, 0],
                [0.0170827, 0.0723974, 0.9105199],
            ],
            colorants: [
                [0.51512, 0.24120, -0.00105], [0.29198, 0.69225, 0.04189],
                [0.15710, 0.06657, 0.78407],
            ], gamma: nil)

        static let adobeRGB = Space(
            testDescription: "Adobe RGB",
            fromSRGB: [
                [0.7151256, 0.2848744, 0], [0, 1, 0], [0, 0.0411619, 0.9588381],
            ],
            colorants: [
                [0.60974, 0.31111, 0.01947], [0.20528, 0.62567, 0.06087],
                [0.14919, 0.06322, 0.74457],
            ], gamma: 2.19921875)

        /// A picture's numbers in this space.
        func twin(of photo: Photo) -> Photo {
            Photo(size: photo.size) { pixels in
                for pixel in 0..<photo.pixels.count / 3 {
                    let light = (0..<3).map { Gamma.light[Int(photo.pixels[3 * pixel + $0])] }
                    for (channel, row) in fromSRGB.enumerated() {
                        let linear = zip(row, light).map(*).reduce(0, +)
                        let number = 255 * written(min(max(linear, 0), 1))
                        pixels[3 * pixel + channel] = UInt8(number.rounded())
                    }
                }
            }
        }

        private func written(_ light: Double) -> Double {
            if let gamma { return pow(light, 1 / gamma) }
            return light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
        }

        /// A profile of matrix and curves (ICC.1:2001-04, 6.3.1).
        var profile: [UInt8] {
            var tags: [(String, [UInt8])] = [
                ("desc", text("desc")), ("cprt", text("text")),
                ("wtpt", Self.xyz([0.9642, 1, 0.8249])),
            ]
            for (name, colorant) in zip("rgb", colorants) {
                tags.append(("\(name)XYZ", Self.xyz(colorant)))
                tags.append(("\(name)TRC", curve))
            }
            var place = 128 + 4 + 12 * tags.count
            var (table, bodies): ([UInt8], [UInt8]) = (Self.word(tags.count), [])
            for (name, body) in tags {
                table += Array(name.utf8) + Self.word(place) + Self.word(body.count)
                bodies += body
                place += body.count
            }
            var header = [UInt8](repeating: 0, count: 128)
            func put(_ bytes: [UInt8], at place: Int) {
                header.replaceSubrange(place..<place + bytes.count, with: bytes)
            }
            put(Self.word(place), at: 0)
            put([2, 0x40], at: 8)
            put(Array("mntrRGB XYZ ".utf8), at: 12)
            put(Array("acsp".utf8), at: 36)
            put(Self.xyz([0.9642, 1, 0.8249]).suffix(12), at: 68)
            return header + table + bodies
        }

        private var curve: [UInt8] {
            let head = Array("curv".utf8) + [0, 0, 0, 0]
            guard gamma == nil else { return head + Self.word(1) + [0x02, 0x33, 0, 0] }
            let samples = (0..<1024).flatMap { index -> [UInt8] in
                let value = Double(index) / 1023
                let light =
                    value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
                let number = Int((light * 65_535).rounded())
                return [UInt8(number >> 8), UInt8(number & 0xFF)]
            }
            return head + Self.word(1024) + samples
        }

        private func text(_ kind: String) -> [UInt8] {
            let name = Array(testDescription.utf8) + [0]
            let head = Array(kind.utf8) + [0, 0, 0, 0]
            let body =
                kind == "text"
                ? head + name
                : head + Self.word(name.count) + name + [UInt8](repeating: 0, count: 78)
            return body + [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
        }

        private static func word(_ value: Int) -> [UInt8] {
            [24, 16, 8, 0].map { UInt8(value >> $0 & 0xFF) }
        }

        private static func xyz(_ values: [Double]) -> [UInt8] {
            Array("XYZ ".utf8) + [0, 0, 0, 0]
                + values.flatMap { word(Int(($0 * 65_536).rounded()) & 0xFFFF_FFFF) }
        }
    }

    /// Ten pictures: people as they are drawn, and real ones where they are there.
    private static let photos: [Photo] = {
        let drawn = (0..<(Corpus.isThere ? 6 : 10)).map {
            Studio(seed: 61, size: Size(width: 640, height: 360)).portrait(of: $0).photo
        }
        let names = ["005-neutral", "030-neutral", "096-neutral", "127-smiling"]
        let real = names.compactMap { name in
            try? PictureFile.load(Corpus.path("portraits/img/london-\(name).jpg"))
                .reduced(toLongSide: 480).photo
        }
        return drawn + real
    }()

    /// The farthest of the means of 16 × 16 px, ΔE.
    private static func farthest(_ one: Photo, _ other: Photo) -> Double {
        guard one.size == other.size else { return .infinity }
        return stride(from: 0, to: one.height - 15, by: 16).flatMap { y in
            stride(from: 0, to: one.width - 15, by: 16).map { x in
                one.colour(x, y).distance(to: other.colour(x, y))
            }
        }.max() ?? .infinity
    }

    @Test(
        "a picture in a wider space has the colours of its sRGB twin, from every kind of file",
        arguments: [Space.displayP3, .adobeRGB])
    func twins(space: Space) throws {
        let folder = try TestFolder()
        try folder.write(space.profile, to: "space.icc")
        try #require(Self.photos.count == 10)
        var farthest = 0.0
        for photo in Self.photos {
            try folder.write(PNG.encode(space.twin(of: photo)), to: "a.png")
            for name in ["b.png", "b.jpg", "b.webp", "b.heic"] {
                let convert = [
                    "convert", "a.png", "-profile", "space.icc", "-quality",
                    name == "b.png" ? "10" : "97", "-sampling-factor", "1x1", "-define",
                    "webp:lossless=true", "-define", "png:exclude-chunks=sRGB,gAMA,cHRM", name,
                ]
                let command =
                    name == "b.heic" ? ["heif-enc", "-q", "95", "-o", name, "b.png"] : convert
                let run = try Program.run(command[0], Array(command.dropFirst()), in: folder)
                try #require(run.status == 0, "\(run.errors)")
                let loaded = try PictureFile.load(folder.file(name))
                let far = Self.farthest(loaded, photo)
                farthest = max(farthest, far)
                #expect(far <= 2, "\(name): \(far) ΔE")
            }
        }
        print("colours, \(space.testDescription): \(farthest) ΔE at most")
    }

    @Test("a recorded JPEG's profile is followed for its portrait, and kept in its recipe")
    func recorded() throws {
        let folder = try TestFolder()
        let space = Space.displayP3
        let photo = Self.photos[0]
        try folder.write(space.profile, to: "space.icc")
        try folder.write(PNG.encode(space.twin(of: photo)), to: "a.png")
        let run = try Program.run(
            "convert",
            ["a.png", "-strip", "-profile", "space.icc", "-quality", "97", "b.jpg"], in: folder)
        try #require(run.status == 0, "\(run.errors)")
        let bytes = try folder.bytes("b.jpg")
        let layout = try #require(bytes.withUnsafeBytes { FrameLayout(motionJPEG: $0) })
        let frame = CapturedFrame(
            bytes: bytes, layout: layout, sequence: 0, time: FrameTime(seconds: 0))
        let picture = try FrameDecoder.photo(of: frame, codec: JPEGCodec())
        #expect(Self.farthest(picture, photo) <= 2)
        let colours = try #require(FrameDecoder.colours(of: frame))
        #expect(colours.profileDigest == SHA256.hex(space.profile))
        #expect(colours.engine.hasPrefix("lcms2 2."))
    }
}

extension Photo {
    /// The mean light of 16 × 16 px.
    fileprivate func colour(_ x: Int, _ y: Int) -> LabColor {
        var sums = [0.0, 0, 0]
        for row in y..<y + 16 {
            for column in x..<x + 16 {
                for channel in 0..<3 {
                    sums[channel] += Gamma.light[Int(pixels[(row * width + column) * 3 + channel])]
                }
            }
        }
        return LabColor(
            LinearLight(red: sums[0] / 256, green: sums[1] / 256, blue: sums[2] / 256))
    }
}
