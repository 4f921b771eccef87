import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct PortraitCorpusTests {
    private static let landmarks = KioskConfig().landmarkFile

    private static func portrait(_ file: String) throws -> Result<Portrait, KioskError> {
        let finder = try FaceFinder(landmarkFile: landmarks)
        let photo = try PictureFile.load(Corpus.path("portraits/img/\(file)"))
        do throws(KioskError) {
            return .success(
                try PortraitMaker(rule: .chsi).portrait(
                    of: photo, name: file, finder: finder, codec: JPEGCodec()))
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

    private static func points(_ text: String) -> [Point] {
        text.split(separator: " ").compactMap { pair in
            let parts = pair.split(separator: ",").compactMap { Double($0) }
            return parts.count == 2 ? Point(x: parts[0], y: parts[1]) : nil
        }
    }
}
