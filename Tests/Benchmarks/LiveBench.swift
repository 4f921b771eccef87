import DlibAlone
import KioskCore
import KioskIO
import StudioKit

/// The live analysis of a 640×360 picture, all checks included, beside dlib's own detector and
/// landmarks alone; and whether memory grows over ten thousand frames of it.
struct LiveBench {
    private let rule = PortraitRule.chsi
    private let source = Size(width: 1280, height: 720)

    func compare() throws {
        let path = KioskConfig().landmarkFile
        let finder = try FaceFinder(landmarkFile: path)
        guard let alone = dlib_alone_open(path) else { return print("live: no landmarks\n") }
        var watch = Stopwatch()
        for round in 0..<60 {
            let photo = Studio(seed: 9, size: source).portrait(of: round % 12).photo
                .reduced(toLongSide: 640).photo
            let gray = photo.gray()
            watch.time("dlib") {
                _ = dlib_alone_find(alone, gray.pixels, Int32(gray.width), Int32(gray.height))
            }
            try watch.time("kiosk") { _ = try look(photo, finder, round: 1) }
            try watch.time("edge") { _ = try look(photo, finder, round: 0) }
        }
        let (dlib, kiosk, edge) = (
            watch.median("dlib"), watch.median("kiosk"), watch.median("edge")
        )
        print("live analysis, 640x360, all checks")
        print("  dlib's detector and landmarks alone: \(short(dlib)) ms")
        print("  kiosk: \(hundredths(kiosk / dlib)) × dlib")
        print("  kiosk, each fourth look, with one edge: \(hundredths(edge / dlib)) × dlib")
        print("  on the average: \(hundredths((3 * kiosk + edge) / 4 / dlib)) (aim: 1.6 or less)\n")
    }

    func growth() throws {
        let finder = try FaceFinder(landmarkFile: KioskConfig().landmarkFile)
        let photos = (0..<12).map {
            Studio(seed: 9, size: source).portrait(of: $0).photo.reduced(toLongSide: 640).photo
        }
        print("memory of live analysis")
        for round in 0..<10_000 {
            _ = try look(photos[round % photos.count], finder, round: round)
            if [500, 2_500, 5_000, 7_500, 9_999].contains(round) {
                print("  after \(round) frames: \(residentKilobytes()) kB")
            }
        }
        print("")
    }

    private func look(_ photo: Photo, _ finder: borrowing FaceFinder, round: Int) throws -> Framing
    {
        var analysis = try FaceAnalysis(of: photo, scale: 2, finder: finder)
        if round % 4 == 0 {
            let edges = FaceFinder.Edge.all
            analysis.cutFaces =
                try analysis.isFaceCut(at: edges[round / 4 % edges.count], finder) ? 1 : 0
        }
        return analysis.look(rule, source: source).framing
    }
}
