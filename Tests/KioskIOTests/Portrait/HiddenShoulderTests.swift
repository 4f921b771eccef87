import KioskIO
import StudioKit
import TestSupport
import Testing

@testable import KioskCore

/// Hair that hangs over a shoulder is no missing shoulder.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct HiddenShoulderTests {
    private static func check(_ change: (RealPerson, RealPerson.Spot, LinearLight) -> LinearLight)
        throws -> PortraitCheck
    {
        let finder = try FaceFinder()
        let photo = try PictureFile.load(Corpus.path("portraits/img/london-024-neutral.jpg"))
        let person = try #require(try RealPerson(photo, finder: finder))
        let dressed = RealPerson(person, photo: person.dressed(near: 0))
        let wall = person.plain.light
        let evenly = RealPerson(dressed, photo: dressed.papered { _ in wall })
        let changed = evenly.lit { change(person, $0, $1) }
        let rule = PortraitRule.chsi.changed { $0.backdrop = person.wallCode }
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: changed, name: "", finder: finder, encoder: PortraitEncoder())
        return try #require(portrait.checks.first { $0.name == .shoulders })
    }

    @Test("long hair over one shoulder leaves it to a look, and fails nobody")
    func hair() throws {
        let hair = LinearLight(red: 0.02, green: 0.015, blue: 0.01)
        let check = try Self.check { _, spot, light in
            spot.u > 0.4 && spot.u < 1.2 && spot.v > 0.1 ? hair : light
        }
        #expect(check.verdict == .notAssessed && check.value == nil)
        #expect(check.advice == CheckWords.lookYourself)
    }

    @Test("a shoulder that is not in the picture fails, hair over the other one or not")
    func missing() throws {
        let check = try Self.check { person, spot, light in
            spot.u > 0.78 && spot.v > 0.4 ? person.plain.light : light
        }
        #expect(check.verdict == .fail)
    }

    @Test("as they are, both are measured")
    func control() throws {
        #expect(try Self.check { _, _, light in light }.value != nil)
    }
}
