import TestSupport
import Testing

@testable import KioskCore

struct CropSolverTests {
    private static let solver = CropSolver(rule: .chsi, picture: Size(width: 1280, height: 720))

    @Test("a crop lies in the picture, keeps the rule's proportions and is never an enlargement")
    func crop() throws {
        var dice = Dice(1)
        for _ in 0..<2_000 {
            let head = Self.anyHead(&dice)
            let solution = try #require(Self.solver.solve(head))
            #expect(solution.crop.fits(in: Self.solver.picture))
            #expect(solution.crop.width >= 480 && solution.crop.height >= 640)
            #expect(solution.crop.width * 640 == solution.crop.height * 480)
        }
    }

    @Test("no whole-pixel crop of the same proportions is nearer to the middle of all ranges")
    func best() throws {
        var dice = Dice(2)
        let picture = Size(width: 520, height: 690)
        let solver = CropSolver(rule: .chsi, picture: picture)
        for _ in 0..<12 {
            let head = Sample.head(
                hair: .random(in: 40...140, using: &dice),
                width: .random(in: 170...320, using: &dice),
                middle: .random(in: 220...300, using: &dice),
                eyes: .random(in: 200...330, using: &dice))
            let found = try #require(solver.solve(head)).deviation
            #expect(found <= Self.exhaustive(head, solver) + 1e-9)
        }
    }

    @Test("a head that suits the rule is brought inside it")
    func suits() throws {
        let solution = try #require(
            Self.solver.solve(Sample.head(hair: 110, width: 240, eyes: 300)))
        #expect(solution.meetsRule)
        #expect(PortraitRule.chsi.checks(of: solution.head).allSatisfy { $0.verdict == .pass })
    }

    @Test("a picture smaller than the portrait has no crop")
    func tooSmall() {
        let solver = CropSolver(rule: .chsi, picture: Size(width: 640, height: 480))
        #expect(solver.solve(Sample.head()) == nil)
    }

    @Test(
        "what cannot be met by any crop becomes the right hint",
        arguments: [
            (Sample.head(hair: 250, width: 120, eyes: 330), FramingHint.comeCloser),
            (Sample.head(hair: 60, width: 340, eyes: 310), .moveBack),
            (Sample.head(hair: 110, width: 240, middle: 100, eyes: 300), .moveLeft),
            (Sample.head(hair: 110, width: 240, middle: 1200, eyes: 300), .moveRight),
            (Sample.head(hair: 400, width: 240, eyes: 590), .sitHigher),
            (Sample.head(hair: 2, width: 240, eyes: 190), .sitLower),
        ])
    func hints(head: HeadGeometry, hint: FramingHint) {
        let framing = PortraitRule.chsi.judge(
            heads: [head], scale: 1, source: Size(width: 1280, height: 720))
        guard case .move(let said, _) = framing else {
            Issue.record("\(framing)")
            return
        }
        // Left and right are the student's own: who is at the picture's left moves to the own left.
        #expect(said == hint)
    }

    @Test("nobody and a crowd are told apart")
    func faces() {
        let size = Size(width: 1280, height: 720)
        #expect(PortraitRule.chsi.judge(heads: [], scale: 1, source: size) == .noFace)
        let two = [Sample.head(), Sample.head()]
        #expect(PortraitRule.chsi.judge(heads: two, scale: 1, source: size) == .manyFaces(2))
    }

    private static func anyHead(_ dice: inout Dice) -> HeadGeometry {
        Sample.head(
            hair: .random(in: -50...400, using: &dice), width: .random(in: 60...600, using: &dice),
            middle: .random(in: -50...1330, using: &dice), eyes: .random(in: 0...720, using: &dice))
    }

    private static func exhaustive(_ head: HeadGeometry, _ solver: CropSolver) -> Double {
        let rule = solver.rule
        var best = Double.infinity
        for width in stride(from: 480, through: solver.picture.width, by: 3) {
            let size = Size(width: width, height: width / 3 * 4)
            guard size.height <= solver.picture.height else { break }
            for x in 0...solver.picture.width - size.width {
                for y in 0...solver.picture.height - size.height {
                    let crop = Rect(x: x, y: y, width: size.width, height: size.height)
                    let mapped = head.mapped(from: crop, to: rule.size)
                    best = min(
                        best,
                        max(
                            rule.hairTop.deviation(mapped.hairTopOrEstimate),
                            rule.eyes.deviation(mapped.eyeLine),
                            rule.faceWidth.deviation(mapped.faceWidth),
                            rule.centring.deviation(mapped.middle)))
                }
            }
        }
        return best
    }
}
