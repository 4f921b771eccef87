extension QuantisationTable {
    /// The tables of one segment (ITU-T T.81, B.2.4.1) by their numbers, those of 8-bit steps; what follows a
    /// table that is cut is left out.
    static func parsing(_ body: ArraySlice<UInt8>) -> [(place: Int, table: QuantisationTable)] {
        var rest = body
        var found: [(Int, QuantisationTable)] = []
        while let first = rest.first {
            let length = first >> 4 == 0 ? 64 : 128
            guard rest.count > length else { break }
            if length == 64 {
                found.append(
                    (Int(first & 15), QuantisationTable(zigzag: rest.dropFirst().prefix(64))))
            }
            rest = rest.dropFirst(1 + length)
        }
        return found
    }

    /// A table whose steps stand in the order in which files have them.
    private init(zigzag steps: ArraySlice<UInt8>) {
        var rows = [UInt8](repeating: 1, count: 64)
        for (place, step) in zip(Self.places, steps) { rows[place] = step }
        self.init(rows: rows)
    }

    /// Along the diagonals, up and down in turn (ITU-T T.81, figure A.6).
    private static let places: [Int] = (0..<15).flatMap { diagonal -> [Int] in
        let down = (max(0, diagonal - 7)...min(diagonal, 7)).map { 8 * $0 + diagonal - $0 }
        return diagonal % 2 == 0 ? down.reversed() : down
    }
}
