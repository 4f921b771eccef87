import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// kiosk's reduction beside Lanczos in linear light (ImageMagick, Pillow) and Pillow's filters of the
/// codes: likeness, ringing, aliasing, brightness.
struct ScalingBench {
    let folder: TestFolder

    func run() throws {
        let pillow = Pillow()
        try compare(pillow)
        try aliasing(pillow)
        try checker(pillow)
        print("")
    }

    /// Real portraits, where they are beside the checkout, and drawn ones: the largest crop of the
    /// rule's proportions in the middle, up to 1080 columns.
    private func sources() throws -> [Photo] {
        var photos = [
            Studio(seed: 8).portrait(of: 0).photo,
            Studio(seed: 9, size: Size(width: 1920, height: 1080)).portrait(of: 1).photo,
        ]
        guard Corpus.isThere else { return photos.map(Self.middle) }
        for name in [
            "london-005-neutral", "london-036-neutral", "london-067-neutral", "london-127-smiling",
            "biden-official-2013", "balloon-face-1", "zoom-15cm", "lisa-1",
        ] {
            photos.append(try PictureFile.load(Corpus.path("portraits/img/\(name).jpg")))
        }
        return photos.map(Self.middle)
    }

    private static func middle(_ photo: Photo) -> Photo {
        let unit = min(photo.width / 3, photo.height / 4, 360)
        let (left, top) = ((photo.width - 3 * unit) / 2, (photo.height - 4 * unit) / 2)
        let row = 9 * unit
        return Photo(size: Size(width: 3 * unit, height: 4 * unit)) { pixels in
            for index in 0..<4 * unit * row {
                let start = ((top + index / row) * photo.width + left) * 3
                pixels[index] = photo.pixels[start + index % row]
            }
        }
    }

    private static func ours(_ photo: Photo, _ size: Size) -> Photo {
        let whole = Rect(x: 0, y: 0, width: photo.width, height: photo.height)
        return photo.cropped(to: whole, scaledTo: size)
    }

    /// What others make of a picture, by tool.
    private func others(_ photo: Photo, _ size: Size, _ pillow: Pillow?) throws -> [String: Photo] {
        try folder.write(PNG.encode(photo), to: "in.png")
        try Tool(command: [
            "/usr/bin/convert", folder.file("in.png"), "-colorspace", "RGB", "-filter", "Lanczos",
            "-resize", "\(size.width)x\(size.height)!", "-colorspace", "sRGB", "-depth", "8",
            "-type", "TrueColor", folder.file("im.png"),
        ]).run()
        var made = ["ImageMagick": try PictureFile.load(folder.file("im.png"))]
        guard let pillow else { return made }
        try pillow.run(
            "pillow_scale.py", folder.file("in.png"), folder.file("p"), "\(size.width)",
            "\(size.height)")
        for kind in ["nearest", "bilinear", "lanczos"] {
            made["Pillow \(kind)"] = try PictureFile.load(folder.file("p-\(kind).png"))
        }
        made["Pillow Lanczos of light"] = Light.photo(
            planes: try folder.bytes("p-light.raw"), size: size)
        return made
    }

    private func compare(_ pillow: Pillow?) throws {
        let size = PortraitRule.chsi.size
        var psnr: [String: [Double]] = [:]
        var ringing: [String: [Ringing]] = [:]
        var time = Stopwatch()
        let sources = try sources()
        for source in sources {
            let ours = time.time("kiosk") { Self.ours(source, size) }
            var made = try others(source, size, pillow)
            for (tool, photo) in made where tool.contains("ImageMagick") || tool.contains("light") {
                psnr[tool, default: []].append(Likeness.psnr(ours, photo))
            }
            made["kiosk"] = ours
            let bounds = Ringing.Bounds(source, size)
            for (tool, photo) in made where !tool.contains("nearest") {
                ringing[tool, default: []].append(Ringing(photo, bounds))
            }
        }
        print(
            "scaling: \(sources.count) portraits to \(size), kiosk \(short(time.median("kiosk"))) ms"
        )
        for (tool, values) in psnr.sorted(by: { $0.key < $1.key }) {
            let mean = values.reduce(0, +) / Double(values.count)
            print(
                "  PSNR to \(tool): mean \(short(mean)) dB, least \(short(values.min() ?? 0)) dB")
        }
        print(
            "  ringing, codes beyond the source's own range within a pixel: largest; over 3, of a million"
        )
        for (tool, values) in ringing.sorted(by: { $0.key < $1.key }) {
            let share = values.map(\.share).reduce(0, +) / Double(values.count)
            print("    \(tool): \(values.map(\.largest).max() ?? 0); \(Int(share * 1e6))")
        }
    }

    /// A zone plate from 1200 to 480 px: what is too fine for 480 should be flat grey.
    private func aliasing(_ pillow: Pillow?) throws {
        let size = Size(width: 480, height: 480)
        let plate = ZonePlate(side: 1200)
        var made = try others(plate.photo, size, pillow)
        made["kiosk"] = Self.ours(plate.photo, size)
        print(
            "  zone plate, 1200 to 480 px: codes (RMS) left of what is too fine, and its mean (188)"
        )
        for (tool, photo) in made.sorted(by: { $0.key < $1.key }) {
            let rest = plate.rest(in: photo)
            print("    \(tool): \(short(rest.deviation)), \(short(rest.mean))")
        }
    }

    /// A checker of single pixels has half of white's light, sRGB 188.
    private func checker(_ pillow: Pillow?) throws {
        let size = Size(width: 240, height: 240)
        let checker = Photo(size: Size(width: 960, height: 960)) { pixels in
            for index in pixels.indices {
                let pixel = index / 3
                pixels[index] = (pixel % 960 + pixel / 960) % 2 == 0 ? 255 : 0
            }
        }
        var made = try others(checker, size, pillow)
        made["kiosk"] = Self.ours(checker, size)
        print("  a checker of single black and white pixels, 960 to 240 px (188 is right)")
        for (tool, photo) in made.sorted(by: { $0.key < $1.key }) {
            let sum = photo.pixels.reduce(0) { $0 + Int($1) }
            print("    \(tool): \(short(Double(sum) / Double(photo.pixels.count)))")
        }
    }
}

/// Linear light as other programs hand it over.
enum Light {
    /// The picture of three planes of 32-bit floats, 0 to 1.
    static func photo(planes: [UInt8], size: Size) -> Photo {
        let count = size.width * size.height
        let light = planes.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
        return Photo(size: size) { pixels in
            for index in 0..<count {
                for channel in 0..<3 {
                    pixels[3 * index + channel] = code(Double(light[channel * count + index]))
                }
            }
        }
    }

    /// sRGB's code of a light (IEC 61966-2-1).
    private static func code(_ light: Double) -> UInt8 {
        let held = min(max(light, 0), 1)
        let level = held <= 0.0031308 ? 12.92 * held : 1.055 * pow(held, 1 / 2.4) - 0.055
        return UInt8((255 * level).rounded())
    }
}
