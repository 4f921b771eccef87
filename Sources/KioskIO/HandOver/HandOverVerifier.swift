public import KioskCore

/// Re-reads a hand-over against its own checksums: an image, an archive, an optical device, a mounted disc or a folder.
public enum HandOverVerifier {
    /// Reads every file.
    ///
    /// - Parameter report: is told how far it has come; what it throws ends the work.
    /// - Throws: `file.*` where it cannot be opened, `disc.foreign` where it holds no SHA256SUMS,
    ///   `stopped.*`. What is wrong with its files stands in the report.
    public static func verify(
        _ path: String, report: HandOverProgress.Report = { _ throws(KioskError) in }
    ) throws(KioskError) -> HandOverReport {
        guard FileAccess.exists(path) else { throw KioskError(.fileMissing, path) }
        let tree = try tree(at: path)
        guard let list = try tree.bytes(of: ChecksumList.name) else {
            throw KioskError(.discForeign, path)
        }
        let sums = ChecksumList(parsing: list)
        var found = try tree.verify(sums.sums, unlisted: [ChecksumList.name], report: report)
        found.problems += sums.badLines.map { .badList(line: $0) }
        return found
    }

    private static func tree(at path: String) throws(KioskError) -> any HandOverTree {
        for medium in Medium.all {
            if let tree = try medium.files(path) { return tree }
        }
        throw KioskError(.discForeign, path)
    }
}
