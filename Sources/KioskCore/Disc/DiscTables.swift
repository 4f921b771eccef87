import FoundationEssentials

/// The tables on a disc.
enum DiscTables {
    /// What is on the disc, with masked names and numbers only.
    static func manifest(_ entries: [DiscEntry]) -> String {
        var table = CSV(header: [
            "sequence", "file", "name", "number", "time", "bytes", "sha256", "verdict",
        ])
        for entry in entries {
            let portrait = entry.portrait
            table.add([
                "\(portrait.sequence)", entry.path, portrait.maskedName, portrait.maskedNumber,
                portrait.takenAt.iso8601, "\(portrait.byteCount)", portrait.sha256,
                portrait.verdict.rawValue,
            ])
        }
        return table.text
    }

    /// The raw code of each portrait, for the body that can decrypt it.
    static func codes(_ entries: [DiscEntry]) -> String {
        var table = CSV(header: ["sequence", "file", "code_base64"])
        for entry in entries {
            let code = Data(entry.portrait.code).base64EncodedString()
            table.add(["\(entry.portrait.sequence)", entry.path], base64: code)
        }
        return table.text
    }

    /// The checksums as `sha256sum -c` reads them.
    static func sums(_ files: [DiscFile]) -> String {
        files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    }
}
