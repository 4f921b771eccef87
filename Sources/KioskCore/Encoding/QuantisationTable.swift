/// How coarsely a JPEG keeps each of the 64 frequencies of a block of 8×8 px.
public struct QuantisationTable: Hashable, Sendable {
    /// The steps, 1 to 255, in rows of eight; the first is the block's mean, each column is a higher frequency
    /// across, each row one down.
    public let steps: [UInt8]

    /// A table of 64 steps in rows of eight.
    init(rows steps: [UInt8]) { self.steps = steps }

    /// The same of 64 steps, rounded and brought to 1…255.
    init(_ steps: [Double]) {
        self.steps = steps.map { UInt8(min(max($0.rounded(), 1), 255)) }
    }

    /// The table of the luma that the Independent JPEG Group's encoder takes for a quality factor, 1 to 100.
    static func luma(quality: Int) -> QuantisationTable { scaled(luminance, quality) }

    /// The same of the chroma.
    static func chroma(quality: Int) -> QuantisationTable { scaled(chrominance, quality) }

    /// The quality factor, 1 to 100, whose table of the luma is as coarse in sum.
    var quality: Int {
        let sum = coarseness
        return (1...100).min {
            abs(Self.coarsenesses[$0 - 1] - sum) < abs(Self.coarsenesses[$1 - 1] - sum)
        } ?? 100
    }

    private var coarseness: Int { steps.reduce(0) { $0 + Int($1) } }

    private static let coarsenesses = (1...100).map { luma(quality: $0).coarseness }

    /// Factors are percents of the tables of T.81: 5000/q under 50 and 200 − 2q from there on, halves up.
    private static func scaled(_ table: [Double], _ quality: Int) -> QuantisationTable {
        let percent = quality < 50 ? 5_000 / quality : 200 - 2 * quality
        return QuantisationTable(table.map { ($0 * Double(percent) / 100 + 0.5).rounded(.down) })
    }

    /// ITU-T T.81, table K.1.
    static let luminance: [Double] = [
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99,
    ]

    /// ITU-T T.81, table K.2.
    private static let chrominance: [Double] =
        [17, 18, 24, 47] + repeated(4) + [18, 21, 26, 66] + repeated(4) + [24, 26, 56]
        + repeated(5) + [47, 66] + repeated(38)

    private static func repeated(_ count: Int) -> [Double] { [Double](repeating: 99, count: count) }
}

/// The tables of a JPEG of three components.
public struct QuantisationTables: Hashable, Sendable {
    /// Of the luma.
    public let luma: QuantisationTable
    /// Of both chromas.
    public let chroma: QuantisationTable

    /// The tables that the Independent JPEG Group's encoder takes for a quality factor, 1 to 100.
    public init(quality: Int) {
        (luma, chroma) = (.luma(quality: quality), .chroma(quality: quality))
    }

    init(luma: QuantisationTable, chroma: QuantisationTable) {
        (self.luma, self.chroma) = (luma, chroma)
    }

    /// A file's tables 0 and 1; nil where one is not there.
    init?(_ tables: [Int: QuantisationTable]) {
        guard let luma = tables[0], let chroma = tables[1] else { return nil }
        (self.luma, self.chroma) = (luma, chroma)
    }

    /// The quality factor, 1 to 100, whose luma is as coarse in sum.
    public var quality: Int { luma.quality }
}
