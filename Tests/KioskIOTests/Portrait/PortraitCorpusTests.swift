import Foundation
import KioskCore
import KioskIO
import Synchronization
import TestSupport
import Testing

@Suite(.serialized, .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct PortraitCorpusTests {
    private static let made = Mutex<[String: Result<Portrait, KioskError>]>([:])

    /// The portrait of a picture, made once for all tests.
    private static func portrait(_ file: String) throws -> Result<Portrait, KioskError> {
        if let known = made.withLock({ $0[file] }) { return known }
        let result = try make(file)
        made.withLock { $0[file] = result }
        return result
    }

    private static func make(_ file: String) throws -> Result<Portrait, KioskError> {
        let finder = try FaceFinder()
        let photo = try PictureFile.load(Corpus.path("portraits/img/\(file)"))
        do throws(KioskError) {
            return .success(
                try PortraitMaker(rule: .chsi).portrait(
                    of: photo, name: file, finder: finder, encoder: PortraitEncoder()))
        } catch {
            return .failure(error)
        }
    }

    private static func lines(_ categories: String...) throws -> [[String: String]] {
        try Corpus.table("portraits/faces.tsv").filter { categories.contains($0["category"] ?? "") }
    }

    @Test("studio, smiling and official pictures all give a portrait")
    func frontal() throws {
        for line in try Self.lines("frontal-studio", "frontal-smile", "frontal-official") {
            let file = line["file"] ?? ""
            #expect(throws: Never.self, "\(file)") { try Self.portrait(file).get() }
        }
    }

    @Test(
        "the true pupils lie in the rule and where the portrait says, in 95 % of the studio pictures"
    )
    func pupils() throws {
        var right = 0
        let lines = try Self.lines("frontal-studio")
        for line in lines {
            let portrait = try Self.portrait(line["file"] ?? "").get()
            let truth = Self.points(line["pupils"] ?? "").map { point in
                let scale = Double(portrait.rule.size.height) / Double(portrait.crop.height)
                return Point(
                    x: (point.x - Double(portrait.crop.x)) * scale,
                    y: (point.y - Double(portrait.crop.y)) * scale)
            }
            let said = [portrait.head.leftEye, portrait.head.rightEye]
            let isRight = zip(truth, said).allSatisfy { pupil, said in
                let (dx, dy) = (pupil.x - said.x, pupil.y - said.y)
                return (200...300).contains(pupil.y) && (dx * dx + dy * dy).squareRoot() <= 12
            }
            if truth.count == 2, isRight { right += 1 }
        }
        #expect(right * 100 >= lines.count * 95, "\(right) of \(lines.count)")
    }

    @Test("where there is no face, or a hidden one, there is no portrait")
    func noFace() throws {
        for line in try Self.lines("no-face", "hidden-face") {
            let file = line["file"] ?? ""
            guard case .failure(let error) = try Self.portrait(file) else {
                Issue.record("\(file) gave a portrait")
                continue
            }
            #expect(
                [.faceNone, .faceMany, .faceSmall].contains(error.code), "\(file): \(error.code)")
        }
    }

    @Test("a smile that shows teeth is seen at the lips, and no closed mouth is")
    func lips() throws {
        let smile = try Self.portrait("london-127-smiling.jpg").get()
        #expect(smile.checks.first { $0.name == "lips" }?.verdict != .pass)
        for line in try Self.lines("frontal-studio") {
            let portrait = try Self.portrait(line["file"] ?? "").get()
            let lips = portrait.checks.first { $0.name == "lips" }
            #expect(lips?.verdict == .pass, "\(line["file"] ?? ""): \(lips?.value ?? .nan)")
        }
    }

    @Test("the tilt of a studio picture is that of its true pupils, within a degree and a half")
    func level() throws {
        for line in try Self.lines("frontal-studio") {
            let pupils = Self.points(line["pupils"] ?? "")
            guard pupils.count == 2 else { continue }
            let (dx, dy) = (pupils[1].x - pupils[0].x, pupils[1].y - pupils[0].y)
            let truth = atan2(dy, dx) * 180 / .pi
            let portrait = try Self.portrait(line["file"] ?? "").get()
            let roll = try #require(portrait.checks.first { $0.name == "roll" }?.value)
            #expect(abs(roll - truth) <= 1.5, "\(line["file"] ?? ""): \(roll), truth \(truth)")
        }
    }

    /// What may be said of each kind of awkward picture: an error's code, or a check that fails or
    /// warns.
    private static let reasons: [String: Set<String>] = [
        "profile": ["face.none", "face.small", "yaw"], "two-faces": ["face.many", "faces"],
        "many-faces": ["face.many", "faces"], "hidden-face": ["face.none"],
        "no-face": ["face.none"], "face-small": ["face.small", "face.none", "faceWidth"],
        "cut-face": ["face.framing", "centring", "faces"], "dark": ["exposure", "hairTop", "eyes"],
    ]

    @Test("awkward pictures are refused or warned of with the right reason, and none passes")
    func awkward() throws {
        var (right, count) = (0, 0)
        for (category, reasons) in Self.reasons {
            for line in try Self.lines(category) {
                let isCrowd = (Int(line["faces"] ?? "") ?? 0) > 1
                let reasons = isCrowd ? reasons.union(["face.many", "faces"]) : reasons
                let file = line["file"] ?? ""
                let said = Self.said(try Self.portrait(file))
                #expect(!said.isEmpty, "\(file) passes")
                count += 1
                right += said.isDisjoint(with: reasons) ? 0 : 1
                if said.isDisjoint(with: reasons) {
                    print("awkward:", category, file, said.sorted())
                }
            }
        }
        #expect(right * 10 >= count * 9, "\(right) of \(count)")
    }

    private static func said(_ result: Result<Portrait, KioskError>) -> Set<String> {
        switch result {
        case .failure(let error): [error.code.rawValue]
        case .success(let portrait):
            Set(
                portrait.checks.filter { $0.verdict == .warn || $0.verdict == .fail }
                    .map(\.name.rawValue))
        }
    }

    private static func points(_ text: String) -> [Point] {
        text.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: ",").compactMap { Double($0) }
            return parts.count == 2 ? Point(x: parts[0], y: parts[1]) : nil
        }
    }
}
