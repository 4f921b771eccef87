/// The quantisation tables that portraits are encoded with: a ladder of rungs, the finest first, each at most
/// four percent coarser than the one before.
///
/// The tables of T.81 are for pictures seen from afar: their steps for high frequencies are up to twelve times
/// those for low ones. A portrait's file is meant to be near to its pixels, and its steps grow less: those of
/// the luma as the square roots of table K.1, those of the chroma threefold from the mean to the highest
/// frequency. `kiosk-bench window` shows what comes of it beside the tools that keep T.81's.
public struct TableLadder: Sendable {
    /// One pair of tables.
    public struct Rung: Hashable, Sendable {
        /// Its place, from 0, the finest.
        public let index: Int
        /// The luma's step for the mean, before it was rounded.
        public let scale: Double
        /// The tables.
        public let tables: QuantisationTables
        /// Their quality factor.
        let quality: Int
    }

    /// The rungs, no two with the same tables.
    public let rungs: [Rung]

    /// The ladder of a subsampling.
    public static func of(_ subsampling: Subsampling) -> TableLadder {
        subsampling == .half ? half : whole
    }

    /// The rungs of at least that quality factor, 1 to 100.
    func rungs(quality: Int) -> ArraySlice<Rung> { rungs.prefix { $0.quality >= quality } }

    /// So many times coarser than the luma the chroma's mean is kept. By portraits: with less the SSIM falls under
    /// that of half the chroma in T.81's tables, with more the mean square rises.
    private static let whole = TableLadder(chroma: 3)
    private static let half = TableLadder(chroma: 1.4)

    /// From tables of nothing but 1 to those of nothing but 255.
    private static let finest = 0.16
    private static let coarser = 1.04
    private static let count = 200

    private init(chroma: Double) {
        var rungs: [Rung] = []
        var next = Self.finest
        for _ in 0..<Self.count {
            let scale = next
            next *= Self.coarser
            let tables = QuantisationTables(
                luma: Self.luma(scale), chroma: Self.chroma(chroma * scale))
            guard tables != rungs.last?.tables else { continue }
            rungs.append(
                Rung(index: rungs.count, scale: scale, tables: tables, quality: tables.quality))
        }
        self.rungs = rungs
    }

    private static func luma(_ scale: Double) -> QuantisationTable {
        QuantisationTable(QuantisationTable.luminance.map { scale * ($0 / 16).squareRoot() })
    }

    private static func chroma(_ scale: Double) -> QuantisationTable {
        QuantisationTable((0..<64).map { scale * (1 + 2 * Double($0 / 8 + $0 % 8) / 14) })
    }
}
