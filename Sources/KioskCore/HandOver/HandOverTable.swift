/// A table that goes with a hand-over: texts, since numbers of people and codes are names and not amounts.
public struct HandOverTable: Hashable, Sendable {
    /// What stands above each column.
    public let header: [String]
    /// The rows, each as long as the header.
    public let rows: [[String]]

    /// The table as CSV that a spreadsheet program opens without harm.
    var csv: String {
        var csv = CSV(header: header)
        for row in rows { csv.add(row) }
        return csv.text
    }
}

extension HandOverTable {
    /// What is handed over, all of it, with masked names and numbers only; `volume` says on which medium. What a name
    /// was to be stands in `renamed`, where it was taken or could not be written.
    static func manifest(_ entries: [HandOverEntry]) -> HandOverTable {
        let trees = entries.first?.places.count ?? 1
        let more = (1..<max(1, trees)).map { "file_\($0 + 1)" }
        let header =
            ["session", "class", "sequence", "file", "name", "number", "time", "bytes", "sha256"]
            + ["verdict", "volume", "renamed"] + more
        return HandOverTable(header: header, rows: entries.map(row))
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
