import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// The size window beside the tools people use for it, on the same picture: the best quality under
/// 100,000 bytes; and beside trying every rung, on a thousand pictures.
struct SizeWindowBench {
    let folder: TestFolder
    private static let count = 1000

    func run() throws {
        print("size window: 480x640, best quality in 20,480–100,000 bytes")
        let pillow = Pillow()
        for (name, picture) in try pictures() {
            try compare(name, picture, pillow)
        }
        print(
            "  (the others are whole processes, their start included; kiosk is the library call)")
        try search()
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

    private func compare(_ name: String, _ picture: Photo, _ pillow: Pillow?) throws {
        let codec = try JPEGCodec()
        try folder.write(PNG.encode(picture), to: "in.png")
        var watch = Stopwatch()
        for _ in 0..<7 {
            let ours = try watch.time("kiosk") {
                try codec.encode(picture, into: SizeWindow(.chsi))
            }
            try folder.write(ours.bytes, to: "kiosk.jpg")
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
            try watch.time("Pillow") {
                try pillow?.run(
                    "pillow_window.py", folder.file("in.png"), folder.file("Pillow.jpg"), "100000",
                    folder.file("loop"))
            }
        }
        let tools = ["kiosk", "convert", "jpegoptim"] + (pillow == nil ? [] : ["Pillow"])
        for tool in tools { try report(name, tool, picture, watch, codec) }
        if pillow != nil {
            print(
                "    Pillow's loop alone: \(String(decoding: try folder.bytes("loop"), as: UTF8.self)) ms"
            )
        }
    }

    private func report(
        _ name: String, _ tool: String, _ picture: Photo, _ watch: Stopwatch,
        _ codec: borrowing JPEGCodec
    ) throws {
        let bytes = try folder.bytes("\(tool).jpg")
        let decoded = try codec.decode(bytes, name: tool)
        let inWindow =
            PortraitRule.chsi.bytes.contains(bytes.count) ? "in the window" : "NOT in the window"
        let time = watch.median(tool)
        let ssim = (Likeness.ssim(decoded, picture) * 100_000).rounded() / 100_000
        print(
            "  \(name), \(tool): \(bytes.count) bytes, \(inWindow), "
                + "PSNR \(short(Likeness.psnr(decoded, picture))) dB, SSIM \(ssim), "
                + "\(short(time)) ms, \(short(time / watch.median("kiosk"))) × kiosk")
    }

    /// The search beside every rung, each picture in every window that receivers ask for.
    private func search() throws {
        let codec = try JPEGCodec()
        var outcomes: [WindowSearch.Outcome: Int] = [:]
        var encodes = 0
        for index in 0..<Self.count {
            var search = try WindowSearch(WindowPictures.picture(index))
            for window in WindowPictures.windows {
                let outcome = try search.outcome(window, codec: codec)
                outcomes[outcome, default: 0] += 1
            }
            encodes += search.encodes
        }
        let none = outcomes[.rightlyNone] ?? 0
        let all = Self.count * WindowPictures.windows.count - none
        let equal = outcomes[.equal] ?? 0
        let coarser = outcomes[.coarser(1)] ?? 0
        print(
            "  the search beside every rung, \(Self.count) pictures in "
                + "\(WindowPictures.windows.count) windows: equal in \(equal) of \(all), one rung coarser "
                + "in \(coarser), worse in \(all - equal - coarser); none, and there is none, in \(none); "
                + "\(short(Double(encodes) / Double(Self.count * WindowPictures.windows.count))) encodes each\n"
        )
    }
}
