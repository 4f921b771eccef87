import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct PhoneWatchTests {
    @Test(
        "in a drawn sitting a phone is seen though its code is not read, and never without one",
        arguments: StudioBackdrop.allCases)
    func sitting(backdrop: StudioBackdrop) throws {
        let reader = try CodeReader(lineStep: 2)
        var day = StudioDay(seed: 11, students: 2, backdrop: backdrop)
        var (phones, unseen, alarms, frame) = (0, 0, 0, 0)
        while let picture = day.next() {
            frame += 1
            guard frame % 5 == 0 else { continue }
            let gray = picture.photo.gray()
            var watch = PhoneWatch()
            let isSeen =
                !reader.read(gray).codes.isEmpty
                || watch.isPhone(in: gray, at: FrameTime(seconds: 1))
            switch picture.truth {
            case .code:
                phones += 1
                unseen += isSeen ? 0 : 1
            case .person, .empty: alarms += isSeen ? 1 : 0
            }
        }
        #expect(alarms == 0)
        // The first and last moments, when only a phone's upper edge is in the picture.
        #expect(unseen * 5 <= phones, "\(unseen) of \(phones)")
    }

    @Test("no real portrait is taken for a phone", .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func portraits() throws {
        for line in try Corpus.table("portraits/faces.tsv") {
            let file = line["file"] ?? ""
            let gray = try PictureFile.load(Corpus.path("portraits/img/\(file)")).gray()
            var watch = PhoneWatch()
            let isSeen = watch.isPhone(in: gray, at: FrameTime(seconds: 1))
            #expect(!isSeen, "\(file)")
        }
    }

    @Test(
        "of real codes that cannot be read at first sight more than half are noticed",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func unread() throws {
        let reader = try CodeReader()
        var (unread, noticed) = (0, 0)
        for line in try Corpus.table("qr/index.tsv") where line["expected_json"] != "[]" {
            let file = "qr/\(line["set"] ?? "")/\(line["file"] ?? "")"
            let gray = try PictureFile.load(Corpus.path(file)).gray()
            guard reader.read(gray).codes.isEmpty else { continue }
            var watch = PhoneWatch()
            unread += 1
            noticed += watch.isPhone(in: gray, at: FrameTime(seconds: 1)) ? 1 : 0
        }
        #expect(noticed * 2 > unread, "\(noticed) of \(unread)")
    }

    @Test("a lamp that stays in one place is no phone after five seconds, a phone that moves is")
    func furniture() {
        var watch = PhoneWatch()
        for step in 0..<100 {
            let seen = watch.isPhone(
                in: Self.screen(at: 100, step: 0), at: FrameTime(seconds: Double(step) / 10))
            if step < 40 { #expect(seen) }
            if step > 60 { #expect(!seen) }
        }
        for step in 10..<110 {
            let seen = watch.isPhone(
                in: Self.screen(at: 100, step: step), at: FrameTime(seconds: 9 + Double(step) / 10))
            #expect(seen, "step \(step)")
        }
    }

    @Test("a lamp that is known stays known while nobody looks for phones, where that is wanted")
    func unseen() {
        for memory in [2.0, 120] {
            var watch = PhoneWatch(furnitureMemory: memory)
            for second in [0.0, 1, 2, 3, 4, 5, 6, 40] {
                let seen = watch.isPhone(
                    in: Self.screen(at: 100, step: 0), at: FrameTime(seconds: second))
                #expect(seen == (second < 5 || second == 40 && memory == 2), "\(second) s")
            }
        }
    }

    /// A lit screen of 80×150 px before a grey wall, moved by 5 px a step to and fro.
    private static func screen(at x: Int, step: Int) -> GrayImage {
        let size = Size(width: 480, height: 360)
        let left = x + 5 * (step % 40)
        return GrayImage(
            size: size,
            pixels: (0..<size.width * size.height).map { index in
                let (column, row) = (index % size.width, index / size.width)
                return (left..<left + 80).contains(column) && (90..<240).contains(row) ? 245 : 120
            })
    }
}
