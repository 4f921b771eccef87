import TestSupport
import Testing

@testable import KioskCore

/// Whether it helps to do what a hint says.
struct HintPropertyTests {
    /// Where a head is after somebody did what a hint says by some steps.
    private static func after(
        _ hint: FramingHint, _ steps: Double, _ head: HeadGeometry, _ picture: Size
    ) -> HeadGeometry {
        let nearer = Int(steps.rounded(.up))
        var change = HeadChange()
        switch hint {
        case .comeCloser: change.closer = nearer
        case .moveBack: change.closer = -nearer
        case .moveLeft: change.left = steps
        case .moveRight: change.left = -steps
        case .sitHigher: change.lower = -steps
        case .sitLower: change.lower = steps
        case .hairTooHigh, .largerPicture: break
        }
        var moved = HeadMeasures(head).changed(by: change, in: picture)
        if hint == .hairTooHigh { moved.hairTop += (moved.eyes - moved.hairTop) * steps / 50 }
        return Sample.head(
            hair: moved.hairTop, width: moved.faceWidth, middle: moved.middle, eyes: moved.eyes)
    }

    static let cases = CropPropertyTests.cases.filter { $0.rule.name != "odd" }

    @Test(
        "whoever does what the hints say, step by step, is in the rule in the end", arguments: cases
    )
    func walk(_ place: CropPropertyTests.Case) throws {
        var dice = Dice(UInt64(place.picture.height))
        let solver = CropSolver(rule: place.rule, picture: place.picture)
        for _ in 0..<150 {
            let start = AnyHead.anywhere(in: place.picture, &dice)
            var (head, steps) = (start, 0)
            while try !#require(solver.solve(head)).meetsRule, steps < 150 {
                let hint = place.rule.hint(for: head, in: place.picture)
                head = Self.after(hint, 1, head, place.picture)
                steps += 1
            }
            try #require(steps < 150, "\(start)")
        }
    }

    @Test(
        "a hint by itself makes a crop possible or brings it nearer, but where two changes are needed"
    )
    func helps() throws {
        var dice = Dice(9)
        var (helped, all) = (0, 0)
        for place in Self.cases {
            let solver = CropSolver(rule: place.rule, picture: place.picture)
            for _ in 0..<300 {
                let head = AnyHead.anywhere(in: place.picture, &dice)
                let before = try #require(solver.solve(head))
                guard !before.meetsRule else { continue }
                let hint = place.rule.hint(for: head, in: place.picture)
                all += 1
                helped +=
                    (1...80).contains {
                        let moved = Self.after(hint, Double($0) / 2, head, place.picture)
                        guard let found = solver.solve(moved) else { return false }
                        return found.meetsRule || found.deviation < before.deviation - 1e-6
                    } ? 1 : 0
            }
        }
        #expect(helped * 1000 >= all * 985, "\(helped) of \(all)")
    }

    @Test("hair that no distance fits is spoken of last, and not where it is not seen")
    func hair() {
        let picture = Size(width: 1280, height: 720)
        let tall = Sample.head(hair: 40, width: 200, middle: 640, eyes: 350)
        #expect(PortraitRule.chsi.hint(for: tall, in: picture) == .hairTooHigh)
        var away = Sample.head(hair: 40, width: 200, middle: 60, eyes: 350)
        #expect(PortraitRule.chsi.hint(for: away, in: picture) == .moveLeft)
        away.hairTop = nil
        #expect(PortraitRule.chsi.hint(for: away, in: picture) != .hairTooHigh)
    }

    @Test("a picture with too few pixels for any crop is what has to change")
    func larger() {
        let picture = Size(width: 640, height: 480)
        #expect(PortraitRule.chsi.hint(for: Sample.head(), in: picture) == .largerPicture)
    }
}
