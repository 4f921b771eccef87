public import KioskCore

/// Writes a disc's files as a plain folder.
public enum DiscFolder {
    /// Writes the folder, reads it back, compares every byte, and only then gives it its name.
    ///
    /// It is an `OutputFolder`: on any error nothing of it is left.
    ///
    /// - Returns: whether the medium keeps no permissions, so that whoever holds it can read it.
    /// - Throws: `file.exists`, `file.permission`, `file.create`, `disk.full`, `disc.mismatch`,
    ///   `stopped.*`, or what `content` throws.
    @discardableResult
    public static func write(
        _ plan: DiscPlan, to path: String, content: DiscContent.Source,
        progress: (Double) -> Void = { _ in }
    ) throws(KioskError) -> Bool {
        var output = try OutputFolder(path)
        try writeFiles(of: plan, into: &output, content) { progress($0 * 0.6) }
        let sums = Dictionary(plan.files.map { ($0.path, $0.sha256) }) { first, _ in first }
        let report = try DiscFolderReader(output.readingPath).verify(sums) {
            progress(0.6 + $0 * 0.4)
        }
        if let problem = report.problems.first {
            throw KioskError(.discMismatch, path, detail: problem.masked)
        }
        try output.appear()
        return output.isOpenToAll
    }

    private static func writeFiles(
        of plan: DiscPlan, into output: inout OutputFolder, _ content: DiscContent.Source,
        _ progress: (Double) -> Void
    ) throws(KioskError) {
        for (index, file) in plan.files.enumerated() {
            try Interruption.check()
            try output.write(DiscContent.bytes(of: file, content), to: file.path)
            progress(Double(index + 1) / Double(plan.files.count))
        }
    }
}
