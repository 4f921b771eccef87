import DlibAlone
import KioskCore
import KioskIO
import StudioKit

/// The live look at a 640×360 picture for a face, all checks included, beside dlib's own detector and
/// landmarks alone; and whether memory grows over ten thousand frames of it.
struct LiveBench {
    private let interest = Booth.Interest(codes: false, phones: false, faces: true)

    func compare() throws {
        let path = KioskConfig().landmarkFile
        var desk = try AnalystDesk(rule: .chsi, landmarkFile: path)
        guard let alone = dlib_alone_open(path) else { return print("live: no landmarks\n") }
        var watch = Stopwatch()
        for round in 0..<60 {
            let seen = frame(round)
            let gray = try FrameDecoder.gray(of: seen, codec: JPEGCodec())
            watch.time("dlib") {
                _ = dlib_alone_find(alone, gray.pixels, Int32(gray.width), Int32(gray.height))
            }
            try watch.time(round % 4 == 3 ? "edge" : "kiosk") {
                _ = try seen.withFrame { try desk.observe($0, interest) }
            }
        }
        let (dlib, kiosk, edge) = (
            watch.median("dlib"), watch.median("kiosk"), watch.median("edge")
        )
        print("live look, 640x360, all checks, and the frames around compared")
        print("  dlib's detector and landmarks alone: \(short(dlib)) ms")
        print("  kiosk: \(hundredths(kiosk / dlib)) × dlib")
        print("  kiosk, each fourth look, with one edge: \(hundredths(edge / dlib)) × dlib")
        print("  on the average: \(hundredths((3 * kiosk + edge) / 4 / dlib)) (aim: 1.6 or less)\n")
    }

    func growth() throws {
        var desk = try AnalystDesk(rule: .chsi, landmarkFile: KioskConfig().landmarkFile)
        let frames = (0..<12).map { frame($0) }
        print("memory of live analysis")
        for round in 0..<10_000 {
            _ = try frames[round % frames.count].withFrame { try desk.observe($0, interest) }
            if [500, 2_500, 5_000, 7_500, 9_999].contains(round) {
                print("  after \(round) frames: \(residentKilobytes()) kB")
            }
        }
        print("")
    }

    private func frame(_ round: Int) -> CapturedFrame {
        let studio = Studio(seed: 9, size: Size(width: 1280, height: 720))
        let photo = studio.portrait(of: round % 12).photo.reduced(toLongSide: 640).photo
        return CapturedFrame(
            bytes: photo.pixels,
            layout: FrameLayout(
                format: .rgb, size: photo.size, stride: photo.width * 3, encoding: .jfif),
            sequence: round, time: FrameTime(seconds: Double(round) / 10))
    }
}
