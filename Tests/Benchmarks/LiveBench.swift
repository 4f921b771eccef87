import KioskCore
import KioskIO
import StudioKit

/// The live look at 640×360 pictures of a sitting for a face, all checks included, beside dlib's own
/// detector and landmarks; and whether memory grows over ten thousand frames of it.
struct LiveBench {
    private let interest = Booth.Interest(codes: false, phones: false, faces: true)

    func compare() throws {
        guard let dlib = try DlibAlone() else { return print("live: dlib-alone is not built\n") }
        let frames = sitting(240)
        let opening = WallClock.monotonic()
        var desk = try AnalystDesk(rule: .chsi)
        var watch = Stopwatch()
        print("live look, 640x360, all checks, \(frames.count) frames of sittings")
        try frames[0].withFrame { _ = try desk.observe($0, interest) }
        print("  opening until the first look is done: \(milliseconds(since: opening)) ms")
        var theirs = 0.0
        for seen in frames {
            theirs += try dlib.milliseconds(FrameDecoder.gray(of: seen, codec: JPEGCodec()))
            try watch.time("kiosk") {
                try seen.withFrame { _ = try desk.observe($0, interest) }
            }
        }
        let (dlibMean, kiosk) = (theirs / Double(frames.count), watch.mean("kiosk"))
        print("  dlib's detector and landmarks alone: \(short(dlibMean)) ms")
        print("  kiosk, following, edges included, mean: \(hundredths(kiosk / dlibMean)) × dlib")
        print("  (aim: 0.5 or less)\n")
    }

    private func milliseconds(since start: Int64) -> Int {
        Int((WallClock.monotonic() - start) / 1_000_000)
    }

    func growth() throws {
        var desk = try AnalystDesk(rule: .chsi)
        let frames = sitting(48)
        print("memory of live analysis")
        for round in 0..<10_000 {
            _ = try frames[round % frames.count].withFrame { try desk.observe($0, interest) }
            if [500, 2_500, 5_000, 7_500, 9_999].contains(round) {
                print("  after \(round) frames: \(residentKilobytes()) kB")
            }
        }
        print("")
    }

    /// Frames in which somebody sits, as they come.
    private func sitting(_ count: Int) -> [CapturedFrame] {
        var day = StudioDay(seed: 9, students: 40)
        var frames: [CapturedFrame] = []
        while frames.count < count, let picture = day.next() {
            guard case .person = picture.truth else { continue }
            frames.append(frame(picture.photo.reduced(toLongSide: 640).photo, frames.count))
        }
        return frames
    }

    private func frame(_ photo: Photo, _ index: Int) -> CapturedFrame {
        CapturedFrame(
            bytes: photo.pixels,
            layout: FrameLayout(
                format: .rgb, size: photo.size, stride: photo.width * 3, encoding: .jfif),
            sequence: index, time: FrameTime(seconds: Double(index) / 10))
    }
}
