import Testing

@testable import KioskCore

struct HandOverSplitTests {
    /// So many portraits of each class, in that order.
    private static func order(_ classes: [(String?, Int)], capacity: Int?) throws -> HandOverOrder {
        var portraits: [StoredPortrait] = []
        for (name, count) in classes {
            for _ in 0..<count {
                portraits.append(Sample.portrait(portraits.count + 1, of: name, byteCount: 100_000))
                portraits[portraits.count - 1].codeDigest =
                    String(portraits.count) + String(repeating: "c", count: 63)
            }
        }
        let session = HandOverSession(name: try SessionName("day"), portraits: portraits)
        var order = HandOverOrder([session], layouts: [.notice(file: "{id}")])
        order.capacity = capacity
        return order
    }

    private static func volumes(_ order: HandOverOrder) throws -> [HandOverPlan] {
        try HandOverPlan.volumes(of: order, from: SampleSource())
    }

    private static func counts(_ plans: [HandOverPlan]) -> [Int] {
        plans.map { $0.facts.portraits.count }
    }

    @Test("without a size all goes on one medium, and what fits on one does")
    func one() throws {
        let classes: [(String?, Int)] = [("a", 30), (nil, 5), ("b", 30)]
        for capacity in [nil, MediumSize.cd] {
            let plans = try Self.volumes(Self.order(classes, capacity: capacity))
            #expect(Self.counts(plans) == [65] && plans[0].volumeID == "KIOSK_DAY")
        }
    }

    @Test("a class is split only where it is too much for a medium by itself")
    func byClass() throws {
        // Ten megabytes take some eighty of these.
        let classes: [(String?, Int)] = [("a", 50), ("b", 50), (nil, 20), ("c", 200), ("d", 10)]
        let plans = try Self.volumes(Self.order(classes, capacity: 10_000_000))
        let volumes = plans.map { plan in Set(plan.facts.portraits.map(\.sequence)) }
        #expect(volumes[0] == Set(1...50) && volumes[1].isSuperset(of: Set(51...120)))
        #expect(volumes.reduce(into: Set()) { $0.formUnion($1) } == Set(1...330))
        #expect(Self.counts(plans).reduce(0, +) == 330)
        for plan in plans { #expect(plan.byteCount < 10_000_000) }
        #expect(plans.map(\.volumeID) == plans.indices.map { "KIOSK_DAY_\($0 + 1)" })
    }

    @Test("every medium holds the whole manifest, with which medium each portrait is on")
    func manifest() throws {
        let plans = try Self.volumes(Self.order([("a", 60), ("b", 60)], capacity: 10_000_000))
        #expect(plans.count == 2)
        let texts = try plans.map { try $0.text("manifest.csv") }
        #expect(texts[0] == texts[1])
        let lines = try #require(texts[0]).split(separator: "\r\n").dropFirst()
        #expect(lines.count == 120)
        #expect(
            lines.count { $0.split(separator: ",", omittingEmptySubsequences: false)[10] == "2" }
                == 60)
        #expect(try plans[1].text("codes.csv")?.split(separator: "\r\n").count == 61)
    }

    @Test("a medium that takes not even one portrait is refused")
    func small() throws {
        let order = try Self.order([("a", 2)], capacity: 1_050_000)
        let error = #expect(throws: KioskError.self) { try Self.volumes(order) }
        #expect(error?.code == .discSmall)
    }

    @Test("a folder for each portrait takes room, on whichever medium it is new")
    func folders() throws {
        var order = try Self.order([("a", 100), ("b", 100)], capacity: 10_000_000)
        let flat = Self.counts(try Self.volumes(order))
        for folder in ["{sequence}", "{class}/{sequence}", "{class}/{code}/{sequence}"] {
            let tree = try #require(Layout.Tree(folder: folder, file: "{id}"))
            order.layouts = [Layout(name: "own", trees: [tree])]
            let counts = Self.counts(try Self.volumes(order))
            #expect(counts.reduce(0, +) == 200 && counts[0] < flat[0], "\(folder) \(counts)")
        }
        let tree = try #require(Layout.Tree(folder: "{class}", file: "{id}"))
        order.layouts = [Layout(name: "own", trees: [tree])]
        #expect(Self.counts(try Self.volumes(order)) == flat)
    }

    @Test(
        "sizes are read as people write them",
        arguments: [
            ("cd", 736_960_512), ("DVD", 4_700_372_992), ("650M", 650_000_000),
            ("4.7G", 4_700_000_000), ("700000000", 700_000_000), ("700MB", 700_000_000),
            ("2000k", 2_000_000), ("1M", nil), ("", nil), ("M", nil), ("-1G", nil), ("nan", nil),
            ("1e99G", nil), ("bluray", nil), ("0", nil), ("99999999999G", nil),
            ("9223372036855M", nil),
            ("9223372036M", 9_223_372_036_000_000), ("inf", nil), ("1e14G", nil),
        ] as [(String, Int?)])
    func sizes(text: String, bytes: Int?) {
        #expect(MediumSize(parsing: text)?.bytes == bytes)
    }
}
