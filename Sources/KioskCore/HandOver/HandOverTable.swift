/// A table that goes with a hand-over: texts, since numbers of people and codes are names and not amounts.
///
/// A row is made when it is asked for: of ten thousand portraits all together are megabytes.
public struct HandOverTable: Sendable {
    /// What stands above each column.
    public let header: [String]
    /// How many rows there are.
    public let count: Int
    /// A row by its place, as long as the header.
    public let row: @Sendable (Int) -> [String]

    /// The table as CSV that a spreadsheet program opens without harm.
    var csv: [UInt8] {
        var csv = CSV(header: header, room: count * Self.usual)
        for place in 0..<count { csv.add(row(place)) }
        return csv.bytes
    }

    /// So long a line is as a rule, bytes.
    private static let usual = 220
}

extension HandOverTable {
    /// What is handed over, all of it, by class, with masked names and numbers only; `volume` says on which medium. What a name
    /// was to be stands in `renamed`, where it was taken or could not be written.
    static func manifest(_ entries: [HandOverEntry]) -> HandOverTable {
        let trees = entries.first?.places.count ?? 1
        let more = (1..<max(1, trees)).map { "file_\($0 + 1)" }
        let header =
            ["session", "class", "sequence", "file", "name", "number", "time", "bytes", "sha256"]
            + ["verdict", "volume", "renamed"] + more
        let places = entries.byClass.flatMap(\.places)
        return HandOverTable(header: header, count: entries.count) { row(entries[places[$0]]) }
    }

    private static func row(_ entry: HandOverEntry) -> [String] {
        let portrait = entry.portrait
        let renamed = entry.places.compactMap(\.wanted).joined(separator: " ")
        return [
            "\(entry.id.session)", portrait.className ?? "", "\(portrait.sequence)", entry.path,
            portrait.maskedName, portrait.maskedNumber, portrait.takenAt.iso8601,
            "\(portrait.byteCount)", portrait.sha256, portrait.verdict.rawValue,
            "\(entry.volume)", renamed,
        ] + entry.places.dropFirst().map(\.path)
    }
}
