import KioskCore
import Testing

struct SizeWindowTests {
    /// An encoder whose lengths are given, and which counts.
    private final class Lengths {
        var encodes = 0
        let half: [Int]
        let whole: [Int]

        /// Lengths of the qualities 0…100.
        init(half: [Int], whole: [Int]? = nil) {
            self.half = half
            self.whole = whole ?? half.map { $0 * 14 / 10 }
        }

        func encode(_ quality: Int, _ subsampling: Subsampling) -> JPEG {
            encodes += 1
            let length = (subsampling == .half ? half : whole)[quality]
            return JPEG(
                bytes: [UInt8](repeating: 0, count: length), quality: quality,
                subsampling: subsampling)
        }
    }

    private static let window = SizeWindow(bytes: 20_480...100_000, leastQuality: 60)

    private static func rising(_ top: Int) -> [Int] {
        (0...100).map { quality in
            let share = Double(quality) / 100
            return Int(Double(top) * (0.08 + 0.92 * share * share * share * share * share))
        }
    }

    @Test("the best quality under the upper bound is found, in at most nine encodes a chroma")
    func best() throws {
        for top in stride(from: 30_000, through: 400_000, by: 1_777) {
            let lengths = Lengths(half: Self.rising(top), whole: Self.rising(4 * top))
            let expected = (60...100).last { (20_480...100_000).contains(lengths.half[$0]) }
            guard let expected else { continue }
            let jpeg = try Self.window.fit(
                encode: lengths.encode, error: { $0.subsampling == .half ? 0 : 1 })
            #expect(jpeg.subsampling == .half && jpeg.quality == expected)
            #expect(lengths.encodes <= 18)
        }
    }

    @Test("the nearer of the best with half and the best with whole chroma is taken")
    func nearer() throws {
        let lengths = Lengths(half: Self.rising(150_000))
        for wanted in [Subsampling.half, .none] {
            let jpeg = try Self.window.fit(
                encode: lengths.encode, error: { $0.subsampling == wanted ? 1 : 2 })
            let all = wanted == .half ? lengths.half : lengths.whole
            #expect(jpeg.subsampling == wanted)
            #expect(jpeg.quality == (60...100).last { all[$0] <= 100_000 })
        }
    }

    @Test(
        "half the chroma stays where the whole gains less than half a decibel",
        arguments: [1, 0.9])
    func little(error: Double) throws {
        let lengths = Lengths(half: Self.rising(50_000))
        let jpeg = try Self.window.fit(
            encode: lengths.encode, error: { $0.subsampling == .half ? 1 : error })
        #expect(jpeg.subsampling == .half && jpeg.quality == 100)
    }

    @Test("whole chroma is used where half of it is too short")
    func wholeChroma() throws {
        let lengths = Lengths(half: Self.rising(16_000), whole: Self.rising(22_000))
        let jpeg = try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .none)
        #expect(jpeg.quality == 100)
    }

    @Test("half the chroma is used where the whole is too long at every quality")
    func halfChroma() throws {
        let lengths = Lengths(half: Self.rising(300_000), whole: Self.rising(3_000_000))
        let jpeg = try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .half && jpeg.bytes.count <= 100_000)
    }

    @Test(
        "a window out of reach is an error that says which bound",
        arguments: [
            (rising(12_000), rising(16_000), KioskError.Code.sizeBelow, "20480"),
            (rising(2_000_000), rising(3_000_000), .sizeAbove, "100000"),
        ])
    func outOfReach(half: [Int], whole: [Int], code: KioskError.Code, bound: String) {
        let lengths = Lengths(half: half, whole: whole)
        let error = #expect(throws: KioskError.self) {
            try Self.window.fit(encode: lengths.encode, error: { _ in 0 })
        }
        #expect(error?.code == code)
        #expect(error?.detail.contains(bound) == true)
        #expect(lengths.encodes <= 18)
    }

    @Test("a window between two qualities is an error of its own")
    func between() {
        let window = SizeWindow(bytes: 50_000...50_001, leastQuality: 60)
        let lengths = Lengths(half: Self.rising(150_000))
        let error = #expect(throws: KioskError.self) {
            try window.fit(encode: lengths.encode, error: { _ in 0 })
        }
        #expect(error?.code == .sizeBetween)
        #expect(lengths.encodes <= 18)
    }

    @Test(
        "whole chroma is used where half of it is too short at one quality and too long at the next"
    )
    func wholeChromaBetween() throws {
        // 98 is under the window and 99 over it; with whole chroma 98 lies inside.
        let half = (0...100).map { $0 < 99 ? 200 * $0 : 41_000 }
        let lengths = Lengths(half: half, whole: half.map { $0 * 17 / 10 })
        let window = SizeWindow(bytes: 32_900...40_000, leastQuality: 60)
        let jpeg = try window.fit(encode: lengths.encode, error: { _ in 0 })
        #expect(jpeg.subsampling == .none && jpeg.quality == 98)
        #expect(lengths.encodes <= 18)
    }

    @Test("no quality under the least is ever tried")
    func leastQuality() {
        let lengths = Lengths(half: Self.rising(900_000))
        var tried: Set<Int> = []
        _ = try? Self.window.fit(
            encode: {
                tried.insert($0)
                return lengths.encode($0, $1)
            }, error: { _ in 0 })
        #expect(tried.min() ?? 0 >= 60)
    }
}
