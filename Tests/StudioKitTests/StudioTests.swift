import KioskCore
import KioskIO
import TestSupport
import Testing

@testable import StudioKit

struct StudioTests {
    private static func face(_ picture: StudioPicture) -> FaceTruth? {
        if case .person(let truth, _) = picture.truth { truth } else { nil }
    }

    @Test("the same seed draws the same picture, another seed another one")
    func repeatable() {
        let first = Studio(seed: 7).portrait(of: 3).photo
        #expect(Studio(seed: 7).portrait(of: 3).photo == first)
        #expect(Studio(seed: 8).portrait(of: 3).photo != first)
        #expect(Studio(seed: 7).portrait(of: 4).photo != first)
    }

    @Test("a picture's bytes are the same on every machine")
    func everywhere() {
        // A change here is a change of what everybody's seeds draw: say so in CHANGELOG.md.
        let small = Studio(seed: 1, size: Size(width: 640, height: 480)).portrait(of: 0).photo
        #expect(SHA256.hex(small.pixels) == Self.firstPicture)
    }

    private static let firstPicture =
        "81c8760353d3444f82918de6fc8be8718b75fb8fe6cdd0c851d2ff96f9b621ef"

    @Test(
        "every student can be framed by the rule, in every size of picture",
        arguments: [
            "1280x720", "1920x1080", "3840x2160", "1280x960", "720x1280", "1080x1920", "1600x1200",
        ])
    func feasible(size: String) throws {
        let size = try #require(Size(parsing: size))
        let studio = Studio(seed: 12, size: size)
        for index in 0..<(size.width == 1280 ? 60 : 8) {
            let truth = try #require(Self.face(studio.portrait(of: index)))
            let framing = PortraitRule.chsi.judge(heads: [truth.head], scale: 1, source: size)
            #expect(framing.isReady, "student \(index): \(framing)")
        }
    }

    @Test("hair spreads by at least 60 px of the portrait, skins and styles are all there")
    func variety() throws {
        let students = (0..<100).map { Student(seed: 3, index: $0).look }
        #expect(Set(students.map(\.skin)).count == 10)
        #expect(Set(students.map(\.hair)) == Set(StudentLook.Hair.allCases))
        #expect(Set(students.map(\.clothes)) == Set(StudentLook.Clothes.allCases))
        #expect(students.contains(where: \.hasGlasses) && students.contains { $0.beard > 0 })
        #expect(students.allSatisfy { abs($0.roll) <= 2.4 })
        let studio = Studio(seed: 3)
        let heights = try (0..<40).map { index in
            let head = try #require(Self.face(studio.portrait(of: index))).head
            return (head.eyeLine - (head.hairTop ?? 0)) * 480 / 522
        }
        let spread = (heights.max() ?? 0) - (heights.min() ?? 0)
        #expect(spread >= 60, "\(spread) px")
    }

    @Test("the truth is where the drawing is: above the hair backdrop, below it hair")
    func truthIsDrawn() throws {
        let studio = Studio(seed: 3)
        for index in 0..<20 {
            let picture = studio.portrait(of: index)
            let head = try #require(Self.face(picture)).head
            let found = try #require(HairTop.find(in: picture.photo, head: head))
            #expect(abs(found - (head.hairTop ?? 0)) <= 2, "student \(index)")
        }
    }

    @Test(
        "a fault is drawn by its size and changes nothing else",
        arguments: [StudioFault.Name.tilt, .small, .offCentre, .closedEyes, .openMouth])
    func faults(name: StudioFault.Name) throws {
        let studio = Studio(seed: 9)
        let good = try #require(Self.face(studio.portrait(of: 2)))
        let none = try #require(
            Self.face(studio.portrait(of: 2, fault: StudioFault(name: .offCentre, size: 0))))
        #expect(none == good)
        let size = name == .tilt ? 8 : (name == .offCentre ? 60 : 0.4)
        let picture = studio.portrait(of: 2, fault: StudioFault(name: name, size: size))
        let bad = try #require(Self.face(picture))
        switch name {
        case .tilt: #expect(bad.roll == 8)
        case .small: #expect(abs(bad.head.faceWidth / good.head.faceWidth - 0.6) < 0.02)
        case .offCentre: #expect(abs(bad.head.middle - good.head.middle - 60) < 0.5)
        default:
            #expect(bad == good)
            #expect(picture.photo != studio.portrait(of: 2).photo)
        }
    }
}
