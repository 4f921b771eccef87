public import KioskCore

/// Re-reads a disc against its own checksums: an image, an optical device, a mounted disc or a
/// folder.
public enum DiscVerifier {
    /// Reads every file of a disc.
    ///
    /// - Parameter progress: called with the share of the files done, 0 to 1.
    /// - Throws: `file.*` where it cannot be opened, `disc.foreign` where it holds no SHA256SUMS,
    ///   `stopped.*`. What is wrong with its files stands in the report.
    public static func verify(
        _ path: String, progress: (Double) -> Void = { _ in }
    ) throws(KioskError) -> DiscReport {
        guard FileAccess.exists(path) else { throw KioskError(.fileMissing, path) }
        if FileAccess.isFolder(path) {
            return try verify(DiscFolderReader(path), path, progress)
        }
        return try verify(DiscImageReader(path), path, progress)
    }

    private static func verify(
        _ tree: borrowing some DiscTree & ~Copyable, _ path: String, _ progress: (Double) -> Void
    ) throws(KioskError) -> DiscReport {
        guard let list = try tree.bytes(of: ChecksumList.name) else {
            throw KioskError(.discForeign, path)
        }
        let sums = ChecksumList(parsing: list)
        var report = try tree.verify(
            sums.sums, unlisted: [ChecksumList.name], progress: progress)
        report.problems += sums.badLines.map { .badList(line: $0) }
        return report
    }
}
