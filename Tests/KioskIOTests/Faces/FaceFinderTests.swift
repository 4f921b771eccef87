import Foundation
import KioskCore
import StudioKit
import TestSupport
import Testing

@testable import KioskIO

/// The face models on pictures of people.
struct FaceFinderTests {
    static let models = Checkout.file(".build/models").path

    private static func faces(in photo: Photo) throws -> [FaceMesh] {
        try FaceFinder().find(in: photo)
    }

    @Test(
        "as many faces are found as people count",
        .enabled(if: Corpus.isThere, Comment(rawValue: Corpus.reason)))
    func corpus() throws {
        var wrong: [String] = []
        for row in try Corpus.table("portraits/faces.tsv") {
            guard let name = row["file"], let counted = row["faces"] else { continue }
            let photo = try PictureFile.load(Corpus.path("portraits/img/\(name)"))
                .reduced(toLongSide: FaceAnalysis.stillLongSide).photo
            let found = try Self.faces(in: photo).count
            let allowed = counted.split(separator: "-").compactMap { Int($0) }
            if !((allowed.first ?? 0)...(allowed.last ?? 0)).contains(found) {
                wrong.append("\(name) (\(row["category"] ?? "")): \(found) of \(counted)")
            }
        }
        print("faces, corpus, wrong:", wrong)
        #expect(wrong.isEmpty, "\(wrong)")
    }

    @Test(
        "the eyes of real people are where their pupils are",
        .enabled(if: Corpus.isThere, Comment(rawValue: Corpus.reason)))
    func eyes() throws {
        for row in try Corpus.table("portraits/faces.tsv") {
            guard let name = row["file"], let pupils = row["pupils"], !pupils.isEmpty else {
                continue
            }
            let whole = try PictureFile.load(Corpus.path("portraits/img/\(name)"))
            let (photo, factor) = whole.reduced(toLongSide: 700)
            let mesh = try #require(try Self.faces(in: photo).first, "\(name)")
            let truth = pupils.split(separator: " ").map { text in
                let parts = text.split(separator: ",").compactMap { Double($0) }
                return Point(x: parts[0] / Double(factor), y: parts[1] / Double(factor))
            }
            let apart = truth[1].x - truth[0].x
            for (corners, pupil) in [((33, 133), truth[0]), ((362, 263), truth[1])] {
                let eye = Point.middle(
                    mesh.places[corners.0].point, mesh.places[corners.1].point)
                let far = hypot(eye.x - pupil.x, eye.y - pupil.y) / apart
                #expect(far < 0.08, "\(name): \(far)")
            }
        }
    }

    @Test(
        "drawn people have one face each, and their empty studio none", arguments: [1 as UInt64, 2])
    func drawn(seed: UInt64) throws {
        for index in 0..<6 {
            let photo = Studio(seed: seed).portrait(of: index).photo.reduced(
                toLongSide: FaceAnalysis.stillLongSide
            ).photo
            #expect(try Self.faces(in: photo).count == 1, "\(index)")
        }
        var day = StudioDay(seed: seed, students: 1)
        let empty = try #require(day.next()?.photo)
        #expect(try Self.faces(in: empty.reduced(toLongSide: 640).photo).isEmpty)
    }

    @Test("a missing model and another one are told")
    func otherModel() throws {
        let folder = try TestFolder()
        for text in ["", "no model"] {
            if !text.isEmpty { try folder.write(text, to: "face_landmark.tflite") }
            do throws(KioskError) {
                _ = try FaceMesher(models: folder.path)
                Issue.record("it was taken")
            } catch {
                #expect(error.code == .faceModel)
            }
        }
    }
}
