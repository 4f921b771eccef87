import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// The size window beside the tools people use for it, on the same picture: the best quality under
/// 100,000 bytes.
struct SizeWindowBench {
    let folder: TestFolder

    func run() throws {
        print("size window: 480x640, best quality in 20,480–100,000 bytes")
        for (name, picture) in try pictures() {
            try compare(name, picture)
        }
        print(
            "  (convert and jpegoptim are whole processes; kiosk is the library call, up to nine encodes)\n"
        )
    }

    /// A drawn portrait and, where the pictures are beside the checkout, a real one.
    private func pictures() throws -> [(String, Photo)] {
        let crop = Rect(x: 379, y: 10, width: 522, height: 696)
        var pictures = [
            (
                "drawn",
                Studio(seed: 2).portrait(of: 1).photo.cropped(
                    to: crop, scaledTo: PortraitRule.chsi.size)
            )
        ]
        if Corpus.isThere {
            let photo = try PictureFile.load(Corpus.path("portraits/img/london-005-neutral.jpg"))
            let whole = Rect(x: 169, y: 0, width: 1011, height: 1348)
            pictures.append(("real", photo.cropped(to: whole, scaledTo: PortraitRule.chsi.size)))
        }
        return pictures
    }

    private func compare(_ name: String, _ picture: Photo) throws {
        let codec = try JPEGCodec()
        try folder.write(PNG.encode(picture), to: "in.png")
        var watch = Stopwatch()
        var ours = JPEG(bytes: [], quality: 0, subsampling: .half)
        for _ in 0..<7 {
            ours = try watch.time("kiosk") { try codec.encode(picture, into: SizeWindow(.chsi)) }
            try watch.time("convert") {
                try Tool(command: [
                    "/usr/bin/convert", folder.file("in.png"), "-define", "jpeg:extent=100000B",
                    folder.file("convert.jpg"),
                ]).run()
            }
            let whole = try codec.encode(picture, quality: 100, subsampling: .half)
            try folder.write(whole.bytes, to: "jpegoptim.jpg")
            try watch.time("jpegoptim") {
                try Tool(command: [
                    "/usr/bin/jpegoptim", "-q", "--size=97", folder.file("jpegoptim.jpg"),
                ])
                .run()
            }
        }
        try folder.write(ours.bytes, to: "kiosk.jpg")
        for tool in ["kiosk", "convert", "jpegoptim"] {
            try report(name, tool, picture, watch, codec)
        }
    }

    private func report(
        _ name: String, _ tool: String, _ picture: Photo, _ watch: Stopwatch,
        _ codec: borrowing JPEGCodec
    ) throws {
        let bytes = try folder.bytes("\(tool).jpg")
        let error = meanSquare(try codec.decode(bytes, name: tool), picture)
        let inWindow =
            PortraitRule.chsi.bytes.contains(bytes.count) ? "in the window" : "NOT in the window"
        let time = watch.median(tool)
        print(
            "  \(name), \(tool): \(bytes.count) bytes, \(inWindow), mean square error \(short(error)), "
                + "\(short(time)) ms, \(short(time / watch.median("kiosk"))) × kiosk")
    }

    private func meanSquare(_ first: Photo, _ second: Photo) -> Double {
        let sum = zip(first.pixels, second.pixels).reduce(0) {
            $0 + (Int($1.0) - Int($1.1)) * (Int($1.0) - Int($1.1))
        }
        return Double(sum) / Double(first.pixels.count)
    }
}
