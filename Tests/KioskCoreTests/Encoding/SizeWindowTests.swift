import Testing

@testable import KioskCore

struct SizeWindowTests {
    /// An encoder whose lengths are given by scale, and which counts.
    private final class Lengths {
        var encodes: [Subsampling: Int] = [:]
        let half: (Double) -> Int
        let whole: (Double) -> Int

        init(half: @escaping (Double) -> Int, whole: ((Double) -> Int)? = nil) {
            self.half = half
            self.whole = whole ?? { half($0) * 14 / 10 }
        }

        func length(_ rung: TableLadder.Rung, _ subsampling: Subsampling) -> Int {
            (subsampling == .half ? half : whole)(rung.scale)
        }

        func encode(_ rung: TableLadder.Rung, _ subsampling: Subsampling) -> JPEG {
            encodes[subsampling, default: 0] += 1
            return JPEG(
                bytes: [UInt8](repeating: 0, count: length(rung, subsampling)),
                quality: rung.tables.quality, subsampling: subsampling)
        }

        /// The length of the finest rung that is no longer than a bound.
        func finest(_ subsampling: Subsampling, under most: Int) -> Int? {
            TableLadder.of(subsampling).rungs(quality: 60).map { length($0, subsampling) }
                .first { $0 <= most }
        }
    }

    private static let window = SizeWindow(bytes: 20_480...100_000, leastQuality: 60)

    /// Lengths that fall to a tenth from the finest scale to one of 24.
    private static func falling(_ top: Int) -> (Double) -> Int {
        { Int(Double(top) * (0.09 + 0.91 / (1 + $0 * $0))) }
    }

    @Test("the finest under the upper bound is found, in at most twelve encodes a chroma")
    func finest() throws {
        for top in stride(from: 120_000, through: 1_000_000, by: 7_777) {
            let lengths = Lengths(half: Self.falling(top), whole: Self.falling(4 * top))
            let expected = lengths.finest(.half, under: 100_000)
            guard let expected else { continue }
            let jpeg = try Self.window.fit(
                encode: lengths.encode, error: { $0.subsampling == .half ? 0 : 1 })
            #expect(jpeg.subsampling == .half && jpeg.bytes.count == expected)
            #expect(lengths.encodes.values.allSatisfy { $0 <= 12 }, "\(lengths.encodes)")
        }
    }

    @Test("beyond fine steps the nearer of half and whole chroma is taken")
    func nearer() throws {
        let lengths = Lengths(half: Self.falling(600_000))
        for wanted in [Subsampling.half, .none] {
            let jpeg = try Self.window.fit(
                encode: lengths.encode, error: { $0.subsampling == wanted ? 1 : 2 })
            #expect(jpeg.subsampling == wanted)
            #expect(jpeg.bytes.count == lengths.finest(wanted, under: 100_000))
        }
    }

    @Test("there half the chroma stays where the whole gains less than half a decibel")
    func little() throws {
        for error in [1, 0.9] {
            let jpeg = try Self.window.fit(
                encode: Lengths(half: Self.falling(600_000)).encode,
                error: { $0.subsampling == .half ? 1 : error })
            #expect(jpeg.subsampling == .half)
        }
    }

    @Test("with fine steps whole chroma is taken, and half of it not even tried")
    func fine() throws {
        let lengths = Lengths(half: Self.falling(110_000))
        let jpeg = try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .none && lengths.encodes[.half] == nil)
        #expect(jpeg.bytes.count == lengths.finest(.none, under: 100_000))
    }

    @Test("half the chroma is used where the whole is too long on every rung")
    func halfChroma() throws {
        let lengths = Lengths(half: Self.falling(700_000), whole: Self.falling(7_000_000))
        let jpeg = try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .half && jpeg.bytes.count <= 100_000)
    }

    @Test(
        "a window out of reach is an error that says which bound",
        arguments: [
            (12_000, 16_000, KioskError.Code.sizeBelow, "20480"),
            (2_000_000, 3_000_000, .sizeAbove, "100000"),
        ])
    func outOfReach(half: Int, whole: Int, code: KioskError.Code, bound: String) {
        let lengths = Lengths(half: Self.falling(half), whole: Self.falling(whole))
        let error = #expect(throws: KioskError.self) {
            try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        }
        #expect(error?.code == code)
        #expect(error?.detail.contains(bound) == true)
        #expect(lengths.encodes.values.allSatisfy { $0 <= 12 })
    }

    @Test("a window between two rungs is an error of its own")
    func between() {
        let window = SizeWindow(bytes: 50_000...50_001, leastQuality: 60)
        let lengths = Lengths(half: Self.falling(150_000))
        let error = #expect(throws: KioskError.self) {
            try window.fit(encode: lengths.encode, error: { _ in 0 })
        }
        #expect(error?.code == .sizeBetween)
        #expect(lengths.encodes.values.allSatisfy { $0 <= 12 })
    }

    @Test("half the chroma is used where the whole is too short on one rung, too long on the finer")
    func halfBetween() throws {
        let whole = { (scale: Double) in scale < 2 ? 41_000 : 20_000 }
        let lengths = Lengths(half: Self.falling(60_000), whole: whole)
        let window = SizeWindow(bytes: 32_900...40_000, leastQuality: 60)
        let jpeg = try window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .half && window.bytes.contains(jpeg.bytes.count))
    }

    @Test("no rung under the least quality is ever tried")
    func leastQuality() {
        let lengths = Lengths(half: Self.falling(9_000_000))
        var tried: Set<Int> = []
        _ = try? Self.window.fit(
            encode: {
                tried.insert($0.tables.quality)
                return lengths.encode($0, $1)
            }, error: { _ in 0 })
        #expect(tried.min().map { (60...61).contains($0) } == true, "\(tried)")
    }

    @Test("each rung is coarser than the one before, from steps of 1 to none under the least")
    func ladder() {
        for subsampling in [Subsampling.half, .none] {
            let rungs = TableLadder.of(subsampling).rungs
            func sum(_ table: QuantisationTable) -> Int { table.steps.reduce(0) { $0 + Int($1) } }
            for (finer, coarser) in zip(rungs, rungs.dropFirst()) {
                #expect(coarser.index == finer.index + 1 && coarser.scale > finer.scale)
                #expect(coarser.tables != finer.tables && coarser.quality <= finer.quality)
                #expect(sum(coarser.tables.luma) >= sum(finer.tables.luma))
                #expect(sum(coarser.tables.chroma) >= sum(finer.tables.chroma))
            }
            #expect(rungs.first?.quality == 100 && sum(rungs[0].tables.chroma) == 64)
            #expect(rungs.last?.quality == 1)
        }
    }
}
