import TestSupport
import Testing

@testable import KioskCore

/// The crop solver against an oracle that knows nothing of how it works: 102,000 heads.
struct CropPropertyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let rule: PortraitRule
        let picture: Size
        var testDescription: String { "\(rule.name) in \(picture)" }
    }

    static let cases: [Case] = [PortraitRule.chsi, .idCard, .idCard.changed(odd)].flatMap { rule in
        [
            Size(width: 640, height: 640), Size(width: 1280, height: 720),
            Size(width: 1920, height: 1080), Size(width: 720, height: 1280),
            Size(width: 501, height: 667),
        ].map { Case(rule: rule, picture: $0) }
    }

    /// A rule of one's own, 295×413, whose eyes may lie where the hair does.
    private static func odd(_ rule: inout PortraitRule) {
        rule.name = "odd"
        rule.size = Size(width: 295, height: 413)
        rule.hairTop = 10...60
        rule.eyes = 40...200
        rule.faceWidth = 120...170
        rule.centring = 130...165
    }

    @Test("a crop inside the rule is found wherever there is one, and only there", arguments: cases)
    func feasible(_ wrong: Case) throws {
        let oracle = CropOracle(rule: wrong.rule, picture: wrong.picture)
        let solver = CropSolver(rule: wrong.rule, picture: wrong.picture)
        var dice = Dice(UInt64(wrong.picture.width * 7 + wrong.rule.size.width))
        var (feasible, doubtful) = (0, 0)
        for round in 0..<6_800 {
            let head =
                round % 4 == 0
                ? AnyHead.anywhere(in: wrong.picture, &dice) : AnyHead.near(oracle, &dice)
            let found = try #require(solver.solve(head))
            if oracle.isFeasible(head, slack: -1e-9) {
                try #require(found.meetsRule, "\(head)")
                feasible += 1
            } else if !oracle.isFeasible(head, slack: 1e-9) {
                try #require(!found.meetsRule, "\(head)")
            } else {
                doubtful += 1
            }
            try #require(
                oracle.sizes.contains(found.crop.size) && found.crop.fits(in: wrong.picture))
            try Self.isNearest(found, head, oracle, &dice)
        }
        #expect(feasible > 680 && feasible < 6_120 && doubtful < 5, "\(feasible) \(doubtful)")
    }

    /// No crop beside the found one, and none of a few others, is nearer to the middle; what is
    /// unmet is what the crop's own checks say.
    private static func isNearest(
        _ found: CropSolution, _ head: HeadGeometry, _ oracle: CropOracle, _ dice: inout Dice
    ) throws {
        let least = found.deviation - 1e-9
        for x in -1...1 {
            for y in -1...1 {
                var crop = found.crop
                crop.x += x
                crop.y += y
                guard crop.fits(in: oracle.picture) else { continue }
                try #require(oracle.deviation(head, crop) >= least, "\(crop)")
            }
        }
        for _ in 0..<8 {
            let crop = AnyHead.crop(oracle, &dice)
            try #require(oracle.deviation(head, crop) >= least, "\(crop)")
        }
        let failed = oracle.rule.checks(of: found.head).filter { $0.verdict == .fail }.map(\.name)
        try #require(found.unmet == failed && found.meetsRule == failed.isEmpty)
    }

    @Test("values on the very edge of a range meet it, a pixel further they do not")
    func edges() throws {
        let solver = CropSolver(rule: .chsi, picture: Size(width: 480, height: 640))
        let edge = Sample.head(hair: 110, width: 180, middle: 264, eyes: 300)
        #expect(try #require(solver.solve(edge)).meetsRule)
        let past = Sample.head(hair: 111, width: 179, middle: 265, eyes: 301)
        #expect(
            try #require(solver.solve(past)).unmet == [.hairTop, .eyes, .faceWidth, .centring])
    }

    @Test("hair that is not seen counts by its estimate")
    func unseenHair() throws {
        let solver = CropSolver(rule: .chsi, picture: Size(width: 480, height: 640))
        // Eyes at 200, chin 192 lower: the estimate is above the picture.
        let head = Sample.head(hair: nil, width: 240, middle: 240, eyes: 200)
        #expect(try #require(solver.solve(head)).unmet == [.hairTop])
    }

    @Test("no number is no crop inside the rule, and never a crash")
    func noNumber() throws {
        let solver = CropSolver(rule: .chsi, picture: Size(width: 1280, height: 720))
        for value in [Double.nan, .infinity, -.infinity, 1e300] {
            let head = Sample.head(hair: value, width: value, middle: value, eyes: value)
            let found = try #require(solver.solve(head))
            #expect(!found.meetsRule && found.crop.fits(in: solver.picture))
            let framing = PortraitRule.chsi.judge(heads: [head], scale: 1, source: solver.picture)
            #expect(!framing.isReady)
        }
    }
}
