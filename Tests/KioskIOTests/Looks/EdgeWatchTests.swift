import StudioKit
import TestSupport
import Testing

@testable import KioskCore
@testable import KioskIO

struct EdgeWatchTests {
    private static let reason = Comment(rawValue: Corpus.reason)

    /// Somebody in the middle, and somebody else whose face an edge halves; then the first one alone.
    private struct Visit {
        let with: Photo
        let without: Photo
    }

    /// Drawn people.
    private static func drawn(_ finder: borrowing FaceFinder) throws -> Visit {
        let photo = Studio(seed: 12, size: Size(width: 1280, height: 720)).portrait(of: 1).photo
            .reduced(toLongSide: 640).photo
        let face = try #require(try finder.find(in: photo).first)
        let halved = photo.moved(by: -Int(HeadGeometry(mesh: face).middle))
        return Visit(with: halved, without: photo)
    }

    /// Every real portrait of the corpus, the next one at the left edge.
    private static func real(_ finder: borrowing FaceFinder) throws -> [Visit] {
        let people = try EdgeFaceTests.people()
        return try people.indices.map { index in
            let other = people[(index + 1) % people.count]
            let face = try #require(try finder.find(in: other).first)
            let scenes = [0.5, 0].map {
                EdgeFaceTests.scene(people[index], other, face, share: $0, atLeft: true)
            }
            return Visit(with: scenes[0], without: scenes[1])
        }
    }

    /// Two seconds with somebody at the edge, ten looks each, then as many looks without, after a pause.
    private static func cutFaces(
        _ visit: Visit, pause: Double, looks: Int, _ finder: borrowing FaceFinder
    ) throws -> (before: Int, after: Int) {
        var watch = EdgeWatch()
        for look in 0..<20 {
            try watch.look(visit.with, at: FrameTime(seconds: Double(look) / 10), finder)
        }
        let before = watch.cutFaces
        for look in 20..<20 + looks {
            let time = FrameTime(seconds: Double(look) / 10 + pause)
            try watch.look(visit.without, at: time, finder)
        }
        return (before, watch.cutFaces)
    }

    /// No look, while codes were looked for; or four looks without a pause.
    private static let cases = [(pause: 3.0, looks: 1), (pause: 0, looks: 4)]

    @Test(
        "who left at the edge is not in the next picture: at once after a pause, else at the fourth look",
        arguments: cases)
    func drawn(pause: Double, looks: Int) throws {
        let finder = try FaceFinder()
        let faces = try Self.cutFaces(
            Self.drawn(finder), pause: pause, looks: looks, finder)
        #expect(faces == (1, 0))
    }

    @Test("the same of real people", .enabled(if: Corpus.isThere, reason), arguments: cases)
    func real(pause: Double, looks: Int) throws {
        let finder = try FaceFinder()
        for (index, visit) in try Self.real(finder).enumerated() {
            let faces = try Self.cutFaces(visit, pause: pause, looks: looks, finder)
            #expect(faces == (1, 0), "person \(index)")
        }
    }
}
