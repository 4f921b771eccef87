/// Numbers of portraits as people write them: `3,7-9`.
public struct SequenceList: Hashable, Sendable {
    /// The numbers, in order, each once.
    public let sequences: [Int]

    /// So many at once are none that somebody meant.
    private static let most = 1_000_000

    /// Somebody may have meant a person's number.
    private static func wrong(_ text: String) -> KioskError {
        KioskError(.usage, "\(Mask.digits(in: String(text.prefix(80)))) (3,7-9)")
    }

    /// Those numbers.
    public init(_ sequences: [Int]) { self.sequences = Set(sequences).sorted() }

    /// The numbers as they are written, neighbours together: `3,7-9`.
    public var text: String {
        var ranges: [ClosedRange<Int>] = []
        for number in sequences {
            if let last = ranges.last, last.upperBound + 1 == number {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map {
            $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        }
        .joined(separator: ",")
    }

    /// - Throws: `usage` where it is no such list.
    public init(parsing text: String) throws(KioskError) {
        var found: Set<Int> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0],
                let last = ends[ends.count - 1],
                first > 0, first <= last, last < 1_000_000_000, last - first < Self.most
            else { throw Self.wrong(text) }
            found.formUnion(first...last)
            guard found.count <= Self.most else { throw Self.wrong(text) }
        }
        sequences = found.sorted()
    }
}
