import KioskCore
import KioskIO
import TestSupport
import Testing

@Suite(.enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct BackgroundTests {
    @Test(
        "before a room, a street or things the backdrop fails, and nothing is ready by itself",
        arguments: ["024", "043", "125"])
    func rooms(name: String) throws {
        let finder = try FaceFinder()
        let person = try #require(try Self.person(name, finder))
        let pictures = try ["noface-chelsea.png", "balloons.jpg"].map {
            try PictureFile.load(Corpus.path("portraits/img/\($0)"))
        }
        let rooms =
            pictures.map { Room(of: $0) } + (0..<3).map { Room(seed: $0, things: 6 + 4 * Int($0)) }
        for (index, room) in rooms.enumerated() {
            let photo = room.with(person)
            let portrait = try PortraitMaker(rule: .chsiGrey).portrait(
                of: photo, name: "", finder: finder, encoder: PortraitEncoder())
            #expect(portrait.verdict == .fail, "room \(index)")
            #expect(portrait.checks.first { $0.name == .backdrop }?.verdict == .fail)
            #expect(try !Self.isReady(photo, finder), "room \(index)")
        }
        let dressed = RealPerson(person, photo: person.dressed(near: 0))
        let wall = person.plain.light
        let studio = dressed.papered { _ in wall }
        #expect(try Self.isReady(studio, finder, person.wallCode), "the control")
    }

    private static func isReady(
        _ photo: Photo, _ finder: borrowing FaceFinder,
        _ wall: PortraitRule.Backdrop = PortraitRule.chsiGrey.backdrop
    ) throws -> Bool {
        let (small, factor) = photo.reduced(toLongSide: FaceAnalysis.liveLongSide)
        let analysis = FaceAnalysis(
            of: small, scale: Double(factor), faces: try finder.find(in: small))
        let rule = PortraitRule.chsi.changed { $0.backdrop = wall }
        return analysis.look(rule, source: photo.size).framing.isReady
    }

    private static func person(
        _ name: String, _ finder: borrowing FaceFinder
    ) throws -> RealPerson? {
        let photo = try PictureFile.load(Corpus.path("portraits/img/london-\(name)-neutral.jpg"))
        return try RealPerson(photo, finder: finder)
    }
}
