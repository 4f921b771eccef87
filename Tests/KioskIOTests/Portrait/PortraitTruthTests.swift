import KioskCore
import KioskIO
import StudioKit
import Testing

struct PortraitTruthTests {
    /// How many of some drawn sittings give a portrait in which the drawing's own truth lies
    /// inside the rule.
    private static func right(seed: UInt64, _ count: Int, backdrop: StudioBackdrop) throws -> Int {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let studio = Studio(seed: seed, backdrop: backdrop)
        let rules = [
            StudioBackdrop.blue: PortraitRule.chsi, .white: .chsiWhite, .grey: .chsiGrey,
        ]
        let rule = try #require(rules[backdrop])
        return (0..<count).count { index in
            let picture = studio.portrait(of: index)
            guard case .person(let truth, _) = picture.truth,
                let portrait = try? PortraitMaker(rule: rule).portrait(
                    of: picture.photo, name: "", longSide: FaceAnalysis.liveLongSide,
                    finder: finder, encoder: encoder)
            else { return false }
            let mapped = truth.head.mapped(from: portrait.crop, to: portrait.rule.size)
            let checks = portrait.rule.checks(of: mapped)
            return checks.allSatisfy { $0.verdict == .pass } && portrait.verdict == .pass
        }
    }

    @Test(
        "hair top, eyes, face width and centring of the drawing's truth lie in the rule",
        arguments: [(1 as UInt64, StudioBackdrop.blue), (20_261_123, .grey), (77, .white)])
    func truth(seed: UInt64, backdrop: StudioBackdrop) throws {
        let count = 50
        let right = try Self.right(seed: seed, count, backdrop: backdrop)
        #expect(right * 100 >= count * 99, "\(right) of \(count)")
    }

    @Test("a tilted, small or off-centre student is refused or fails, never passes unseen")
    func faults() throws {
        let finder = try FaceFinder()
        let encoder = PortraitEncoder()
        let studio = Studio(seed: 5)
        for fault in [
            StudioFault(name: .small, size: 0.5), StudioFault(name: .offCentre, size: 520),
        ] {
            for index in 0..<5 {
                let photo = studio.portrait(of: index, fault: fault).photo
                let portrait = try? PortraitMaker(rule: .chsi).portrait(
                    of: photo, name: "", finder: finder, encoder: encoder)
                #expect(portrait?.verdict != .pass, "\(fault.name) \(index)")
            }
        }
    }

    @Test("an empty studio and a phone have no face")
    func nobody() throws {
        let finder = try FaceFinder()
        var day = StudioDay(seed: 4, students: 1)
        for _ in 0..<60 {
            guard let picture = day.next() else { return }
            if case .person = picture.truth { break }
            #expect(try finder.find(in: picture.photo).isEmpty)
        }
    }

    @Test("a picture with too few pixels is an error and never an enlargement")
    func tooSmall() throws {
        let finder = try FaceFinder()
        let photo = Studio(seed: 5, size: Size(width: 640, height: 480)).portrait(of: 0).photo
        let error = #expect(throws: KioskError.self) {
            try PortraitMaker(rule: .chsi).portrait(
                of: photo, name: "a.png", finder: finder, encoder: PortraitEncoder())
        }
        #expect(error?.code == .faceSmall)
    }

    @Test("models that are missing are told")
    func noModels() {
        let error = #expect(throws: KioskError.self) { _ = try FaceFinder(models: "/nowhere") }
        #expect(error?.code == .faceModel)
    }
}
