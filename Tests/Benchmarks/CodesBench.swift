import Foundation
import KioskCore
import StudioKit
import TestSupport

@testable import KioskIO

/// Codes in pictures: kiosk, zbarimg and ZXingReader over the same files in one run, each a whole process.
/// `KIOSK_CODES` is how many drawn pictures of each kind there are, 2,000 where nothing is said.
struct CodesBench {
    let folder: TestFolder

    func run() throws {
        let count = ProcessInfo.processInfo.environment["KIOSK_CODES"].flatMap { Int($0) } ?? 2000
        if Corpus.isThere { try compare("real pictures", real()) }
        try compare(
            "screenshots of cards",
            drawn("screenshot", count) { CodePictures.screenshot(seed: 19, index: $0) })
        try compare(
            "photographs of phones",
            drawn("photograph", count) { CodePictures.photograph(seed: 19, index: $0) })
        try withoutCode()
        try live()
    }

    /// The whole ladder: pictures in which no look finds anything.
    private func withoutCode() throws {
        let person = Studio(seed: 2).portrait(of: 1).photo.gray()
        let reader = try CodeReader()
        for side in [240, 640, 1280, 2000, 4000, 5656] {
            let picture = person.resampled(toLongSide: side)
            var watch = Stopwatch()
            for _ in 0..<3 { _ = watch.time("ladder") { reader.readThoroughly(picture) } }
            let (milliseconds, megapixels) = (
                watch.mean("ladder"), Double(picture.width * picture.height) / 1e6
            )
            print(
                "codes, no code in \(hundredths(megapixels)) megapixels: "
                    + "\(Int(milliseconds)) ms, \(Int(milliseconds / megapixels)) a megapixel")
        }
    }

    /// Which look of the ladder read how many of the pictures that nobody reads as they are.
    private func ladder(_ pictures: [Picture]) throws {
        let views = inParallel(pictures.count) { index in
            guard let reader = try? CodeReader() else { return nil as CodeView? }
            return (try? CodeFile.read(pictures[index].path, reader))?.view
        }
        let counts = Dictionary(grouping: views.compactMap(\.self)) { $0 }.mapValues(\.count)
        for (view, count) in counts.sorted(by: { ($0.value, "\($1.key)") > ($1.value, "\($0.key)") }
        ) {
            print("    \(count) by \(view.summary)")
        }
    }

    /// Frames that show one hard code, one look each as at the counter: after how many it is read.
    private func liveCodes(_ name: String, _ pictures: [GrayImage]) throws {
        let reader = try CodeReader(lineStep: 2)
        let looks = pictures.map { picture -> Int? in
            var rota = CodeRota()
            return picture.pixels.withUnsafeBufferPointer { luma in
                (1...24).first { _ in
                    !reader.look(luma: luma, picture.size, &rota).codes.isEmpty
                }
            }
        }
        let read = looks.compactMap(\.self)
        print(
            "codes, live, \(name): of \(pictures.count) read at the first look "
                + "\(read.count { $0 == 1 }), within 12 \(read.count { $0 <= 12 }), within 24 \(read.count)"
        )
    }

    /// A file, and what stands in it: any of these texts; none where no code is.
    private struct Picture: Sendable {
        let path: String
        let texts: [String]
        var module = 0.0
    }

    // MARK: the pictures

    private func real() throws -> [Picture] {
        try Corpus.table("qr/index.tsv").map { line in
            let texts = try JSONDecoder().decode(
                [String].self, from: Data((line["expected_json"] ?? "[]").utf8))
            return Picture(
                path: Corpus.path("qr/\(line["set"] ?? "")/\(line["file"] ?? "")"), texts: texts)
        }
    }

    private func drawn(
        _ kind: String, _ count: Int, _ sample: @Sendable (Int) -> CodePictures.Sample
    ) -> [Picture] {
        inParallel(count) { index in
            let sample = sample(index)
            let path = folder.file("\(kind)-\(index).jpg")
            if let jpeg = try? JPEGCodec().encode(
                sample.photo, quality: sample.quality, subsampling: .half)
            {
                _ = try? folder.write(jpeg.bytes, to: "\(kind)-\(index).jpg")
            }
            return Picture(
                path: path, texts: [String(decoding: sample.bytes, as: UTF8.self)],
                module: sample.module)
        }
    }

    // MARK: live frames

    private func live() throws {
        try idle("the drawn studio", [Studio(seed: 2).portrait(of: 1).photo.gray()])
        if Corpus.isThere {
            try idle(
                "real portraits, 1280 px high",
                Corpus.table("portraits/faces.tsv").prefix(20).map { line in
                    try PictureFile.load(Corpus.path("portraits/img/\(line["file"] ?? "")")).gray()
                        .resampled(toLongSide: 1280)
                })
        }
        try liveCodes(
            "photographs", (0..<200).map { CodePictures.photograph(seed: 19, index: $0).picture })
        guard Corpus.isThere else { return }
        let real = try self.real().filter { !$0.texts.isEmpty }.map { picture in
            let gray = try PictureFile.load(picture.path).gray()
            return gray.resampled(toLongSide: min(1280, max(gray.width, gray.height)))
        }
        try liveCodes("real pictures at 1280 px at most", real)
    }

    /// Idle frames, without a code: kiosk's looks in turn beside zbar's plain one.
    private func idle(_ name: String, _ frames: [GrayImage]) throws {
        let reader = try CodeReader(lineStep: 2)
        let zbar = try ZBarReader(lineStep: 1)
        var rota = CodeRota()
        var watch = Stopwatch()
        var (phones, sights, pace) = (PhoneWatch(), CodeSightWatch(), CodeSightPace())
        // Each for five times the rota, or once where there are many.
        let each = frames.count > 1 ? 12 : 60
        for index in 0..<each * frames.count {
            let gray = frames[index / each]
            gray.pixels.withUnsafeBufferPointer { luma in
                _ = watch.time("kiosk") { reader.look(luma: luma, gray.size, &rota) }
                _ = watch.time("zbar") { zbar.find(luma, gray.size) }
            }
            let time = FrameTime(seconds: Double(index) / 15)
            watch.time("sight") {
                let isDue = gray.pixels.withUnsafeBufferPointer {
                    pace.isDue($0, gray.size, at: time)
                }
                guard isDue else { return }
                let marks = phones.phones(in: gray, at: time)
                _ = sights.see(CodeReading(), marks, in: gray, at: time)
            }
        }
        print(
            "codes, an idle frame, \(name): kiosk's looks take "
                + "\(hundredths(watch.mean("kiosk") / watch.mean("zbar"))) of zbar's on the average; "
                + "to see why none is read "
                + "\(hundredths(watch.mean("sight") / watch.mean("zbar"))) more\n")
    }

    // MARK: the readers

    private func compare(_ name: String, _ pictures: [Picture]) throws {
        let withCode = pictures.filter { !$0.texts.isEmpty }.count
        print("codes, \(name): \(pictures.count) files, \(withCode) with a code")
        var read: [String: Set<Int>] = [:]
        for reader in CodeProgram.all {
            let start = WallClock.monotonic()
            let found = try reader.read(pictures.map(\.path))
            let seconds = Double(WallClock.monotonic() - start) / 1e9
            let right = pictures.indices.filter { isRight(found[pictures[$0].path], pictures[$0]) }
            let wrong = pictures.indices.filter {
                found[pictures[$0].path]?.isEmpty == false && !right.contains($0)
            }
            read[reader.name] = Set(right)
            print(
                "  \(reader.name): \(right.count) right, \(wrong.count) wrong, "
                    + "\(short(seconds)) s")
            for index in wrong.prefix(5) { print("    wrong: \(pictures[index].path)") }
        }
        tell(pictures, read)
        try ladder(pictures)
        print("")
    }

    private func isRight(_ found: [String]?, _ picture: Picture) -> Bool {
        guard let found else { return false }
        let wanted = picture.texts.map(Self.comparable)
        return found.map(Self.comparable).contains(where: wanted.contains)
    }

    /// What others read and kiosk does not, and what it reads of what neither does.
    private func tell(_ pictures: [Picture], _ read: [String: Set<Int>]) {
        let own = read["kiosk"] ?? []
        let others = read.filter { $0.key != "kiosk" }.values.reduce(Set()) { $0.union($1) }
        let missed = others.subtracting(own).sorted()
        let neither = Set(pictures.indices.filter { !pictures[$0].texts.isEmpty })
            .subtracting(others)
        print(
            "  read by another and not by kiosk: \(missed.count); "
                + "of \(neither.count) that neither reads kiosk reads "
                + "\(own.intersection(neither).count)")
        let large = neither.filter { pictures[$0].module >= 1.6 }
        if large.contains(where: { pictures[$0].module > 0 }) {
            print(
                "  at 1.6 px a module and more: missed "
                    + "\(missed.filter { pictures[$0].module >= 1.6 }.count), "
                    + "of \(large.count) that neither reads \(own.intersection(large).count)")
        }
        for index in missed.prefix(8) { print("    missed: \(pictures[index].path)") }
    }

    /// Readers differ in line ends, blanks at the ends and byte order marks.
    private static func comparable(_ text: String) -> String {
        text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
            .trimmingCharacters(
                in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "\u{FEFF}")))
    }
}

extension CodeView {
    /// `reduced(640) inverted darkened, zbar`.
    fileprivate var summary: String {
        let words = ["\(scale)"] + treatments.map { "\($0)" }
        return words.joined(separator: " ") + ", \(reader)"
    }
}
