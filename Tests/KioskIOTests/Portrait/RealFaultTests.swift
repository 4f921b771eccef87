import KioskCore
import KioskIO
import TestSupport
import Testing

/// Faults put into pictures of real people: what drawn people cannot tell, since they grew up with the checks.
@Suite(.enabled(if: Corpus.isThere, "\(Corpus.reason)"))
struct RealFaultTests {
    /// One person of each skin and eye shape; the benchmark has all.
    private static let people = ["005", "036", "043", "099", "125"]

    @Test(
        "what is put into real portraits is seen, and nothing where it is slight",
        arguments: Degradation.all)
    func seen(fault: Degradation) throws {
        let finder = try FaceFinder()
        var wrong: [String] = []
        for name in Self.people {
            let person = try #require(try Self.person(name, finder))
            for grade in [0, fault.grades.count - 1] where fault.said[grade] != .either {
                let photo = fault.apply(person, fault.grades[grade])
                let said = try Self.found(fault.check, photo, person, finder)?.verdict
                let isSeen = said == .warn || said == .fail
                guard isSeen != (fault.said[grade] == .fault) else { continue }
                wrong.append("\(name) \(grade)")
            }
        }
        #expect(wrong.count <= 1, "\(fault.name): \(wrong)")
    }

    @Test(
        "one real person is one face, whatever is done to the picture", arguments: ["005", "008"])
    func one(name: String) throws {
        let finder = try FaceFinder()
        let person = try #require(try Self.person(name, finder))
        for fault in Degradation.all {
            let photo = fault.apply(person, fault.grades[fault.grades.count - 2])
            let (small, _) = photo.reduced(toLongSide: FaceAnalysis.stillLongSide)
            #expect(try finder.find(in: small).count <= 1, "\(fault.name)")
        }
    }

    @Test(
        "the deeper a shadow beside a real head, the more is told of it", arguments: ["036", "125"])
    func shadow(name: String) throws {
        let finder = try FaceFinder()
        let person = try #require(try Self.person(name, finder))
        let fault = try #require(Degradation.all.first { $0.name == "shadow beside the head" })
        let values = try fault.grades.map {
            try Self.found(.backdrop, fault.apply(person, $0), person, finder)?.value ?? 0
        }
        #expect(zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, "\(values)")
    }

    @Test("hair that hangs into a real cheek is no side light")
    func cheek() throws {
        let finder = try FaceFinder()
        let person = try #require(try Self.person("036", finder))
        let photo = person.lit { spot, light in
            (0.27...0.42).contains(spot.u) && (0.05...0.6).contains(spot.v)
                ? light.times(0.05) : light
        }
        let found = try Self.found("evenLight", photo, person, finder)
        #expect(found?.verdict == .pass, "\(found?.value ?? .nan)")
    }

    private static func person(
        _ name: String, _ finder: borrowing FaceFinder
    ) throws -> RealPerson? {
        let photo = try PictureFile.load(
            Corpus.path("portraits/img/london-\(name)-neutral.jpg"))
        return try RealPerson(photo, finder: finder)
    }

    private static func found(
        _ check: CheckName, _ photo: Photo, _ person: RealPerson, _ finder: borrowing FaceFinder
    ) throws -> PortraitCheck? {
        let rule = PortraitRule.chsi.changed { $0.backdrop = person.wallCode }
        let portrait = try PortraitMaker(rule: rule).portrait(
            of: photo, name: "", finder: finder, encoder: PortraitEncoder())
        return portrait.checks.first { $0.name == check }
    }
}
