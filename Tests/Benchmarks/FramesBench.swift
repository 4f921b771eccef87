import KioskCore
import KioskIO
import TestSupport

/// The checks of place and size on finished portraits of real people that were cut wrong in known grades, and
/// of turn and nod on heads whose pose is known.
struct FramesBench {
    /// A wrong cut: which check sees it, by how much of the portrait, and what the rule's numbers say of each
    /// when a good one has hair at 80, eyes at 250, a face of 240 px in the middle.
    private struct Fault: Sendable {
        let name: String
        let check: CheckName
        let grades: [Double]
        let said: [Degradation.Said]
        /// The cut's middle moved right and down, px of the portrait, and its size.
        let moved: @Sendable (Double) -> (across: Double, down: Double, size: Double)
    }

    private static let faults = [
        Fault(
            name: "hair too low", check: .hairTop, grades: [0, 12, 27, 45, 70],
            said: [.fine, .fine, .either, .fault, .fault]
        ) { (0, -$0, 1) },
        Fault(
            name: "eyes too low", check: .eyes, grades: [0, 25, 48, 70, 100],
            said: [.fine, .fine, .either, .fault, .fault]
        ) { (0, -$0, 1) },
        Fault(
            name: "face too wide", check: .faceWidth, grades: [1, 1.1, 1.24, 1.36, 1.5],
            said: [.fine, .fine, .either, .fault, .fault]
        ) { (0, 0, 1 / $0) },
        Fault(
            name: "off centre", check: .centring, grades: [0, 12, 24, 36, 60],
            said: [.fine, .fine, .either, .fault, .fault]
        ) { ($0, 0, 1) },
    ]

    func run() throws {
        guard Corpus.isThere else { return }
        let names = try Corpus.table("portraits/faces.tsv")
            .filter { $0["category"] == "frontal-studio" }.compactMap { $0["file"] }
        print("grades: \(names.count) real people, cut wrong")
        let lines = inParallel(Self.faults.count) { Self.line(Self.faults[$0], names) }
        lines.forEach { print("  " + $0) }
        try heads()
    }

    private static func line(_ fault: Fault, _ names: [String]) -> String {
        guard let finder = try? FaceFinder() else { return "no models" }
        let samples = names.flatMap { (try? judged($0, fault, finder)) ?? [] }
        let order = rankCorrelation(samples.map { Double($0.grade) }, samples.map(\.value))
        let counted = samples.filter { fault.said[$0.grade] != .either }
        let right = counted.count { ($0.verdict == .pass) == (fault.said[$0.grade] == .fine) }
        let wrong = counted.filter { ($0.verdict == .pass) != (fault.said[$0.grade] == .fine) }
            .map { "\(fault.grades[$0.grade]): \(short($0.value))" }
        return
            "\(fault.name) → \(fault.check.rawValue): rank \(hundredths(order)), right \(right) of "
            + "\(counted.count)"
            + (wrong.isEmpty ? "" : "; wrong: " + wrong.joined(separator: ", "))
    }

    private static func judged(
        _ name: String, _ fault: Fault, _ finder: borrowing FaceFinder
    ) throws -> [(grade: Int, value: Double, verdict: Verdict)] {
        let photo = try PictureFile.load(Corpus.path("portraits/img/\(name)"))
        let (tall, added) = photo.tallerByHalf
        let maker = PortraitMaker(rule: .chsiGrey)
        let good = try maker.portrait(
            of: photo, name: "", finder: finder, encoder: PortraitEncoder())
        let file = PortraitFile(bytes: 90_000, quality: 95, size: good.rule.size, dpi: 300)
        return try fault.grades.indices.compactMap { grade in
            let crop = cut(good, fault, fault.grades[grade], down: added)
            guard crop.fits(in: tall.size) else { return nil }
            let face = try maker.judge(
                finished: tall.cropped(to: crop, scaledTo: good.rule.size), file: file, name: "",
                finder: finder)
            let check = face.checks.first { $0.name == fault.check }
            return check?.value.map { (grade, $0, check?.verdict ?? .notAssessed) }
        }
    }

    /// The good cut brought to a face of 240 px in the middle and eyes at 250 or, for the hair, its top at 80,
    /// and moved.
    private static func cut(
        _ good: Portrait, _ fault: Fault, _ grade: Double, down added: Int
    ) -> Rect {
        let by = fault.moved(grade)
        let scale = Double(good.crop.width) / Double(good.rule.size.width)
        let size = by.size * good.head.faceWidth / 240
        let (width, height) = (480 * scale * size, 640 * scale * size)
        let middle = good.head.middle * scale + Double(good.crop.x)
        let isHair = fault.check == .hairTop
        let row = isHair ? good.head.hairTopOrEstimate : good.head.eyeLine
        let top = row * scale + Double(good.crop.y + added)
        return Rect(
            x: Int(middle + by.across * scale * size - width / 2),
            y: Int(top + (by.down - (isHair ? 80 : 250)) * scale * size), width: Int(width),
            height: Int(height))
    }

    /// Turn and nod of heads whose pose is known.
    private func heads() throws {
        let finder = try FaceFinder()
        var samples: [(truth: Double, value: Double)] = []
        var nods: [(truth: Double, value: Double)] = []
        for line in try Corpus.table("heads/truth.tsv") {
            guard let file = line["file"], let yaw = Double(line["yaw"] ?? ""),
                let pitch = Double(line["pitch"] ?? ""),
                let photo = try? PictureFile.load(Corpus.path("heads/img/\(file)")),
                let portrait = try? PortraitMaker(rule: .chsiGrey).portrait(
                    of: photo, name: "", finder: finder, encoder: PortraitEncoder())
            else { continue }
            func value(_ name: CheckName) -> Double? {
                portrait.checks.first { $0.name == name }?.value
            }
            if pitch == 0, let value = value("yaw") { samples.append((yaw, value)) }
            if yaw == 0, let value = value("pitch") { nods.append((pitch, value)) }
        }
        print("  heads turned → yaw: rank \(Self.rank(samples)) of \(samples.count)")
        print("  heads nodded → pitch: rank \(Self.rank(nods)) of \(nods.count)\n")
    }

    private static func rank(_ samples: [(truth: Double, value: Double)]) -> Double {
        (rankCorrelation(samples.map(\.truth), samples.map(\.value)) * 100).rounded() / 100
    }
}

extension Photo {
    /// The same with half as much again of its upper edge above it, and by how many rows.
    fileprivate var tallerByHalf: (photo: Photo, rows: Int) {
        let rows = height / 2
        let photo = Photo(size: Size(width: width, height: height + rows)) { output in
            for y in 0..<height + rows {
                // Rows mirrored at the edge, so that noise stays noise.
                let from = y >= rows ? y - rows : min(rows - 1 - y, height - 1) % 24
                for index in 0..<width * 3 {
                    output[y * width * 3 + index] = pixels[from * width * 3 + index]
                }
            }
        }
        return (photo, rows)
    }
}
