import Foundation
public import KioskCore

/// Writes a disc's files as a plain folder.
public enum DiscFolder {
    /// Writes the folder, reads it back, compares every byte, and only then gives it its name.
    ///
    /// - Throws: `file.exists`, `file.permission`, `file.create`, `disk.full`, `disc.mismatch`,
    ///   `stopped.*`, or what `content` throws.
    public static func write(
        _ plan: DiscPlan, to path: String, content: DiscContent.Source,
        progress: (Double) -> Void = { _ in }
    ) throws(KioskError) {
        guard !FileAccess.exists(path) else { throw KioskError(.fileExists, path) }
        let part = path + ".part"
        do throws(KioskError) {
            try writeFiles(of: plan, into: part, content) { progress($0 * 0.6) }
            let sums = Dictionary(plan.files.map { ($0.path, $0.sha256) }) { first, _ in first }
            let report = try DiscFolderReader(part).verify(sums) { progress(0.6 + $0 * 0.4) }
            if let problem = report.problems.first {
                throw KioskError(.discMismatch, path, detail: "\(problem)")
            }
            guard rename(part, path) == 0 else { throw KioskError(errno: errno, writing: path) }
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
        FileAccess.syncFolder(of: path)
    }

    private static func writeFiles(
        of plan: DiscPlan, into folder: String, _ content: DiscContent.Source,
        _ progress: (Double) -> Void
    ) throws(KioskError) {
        guard FileAccess.isFolder(FileAccess.parent(of: folder)) else {
            throw KioskError(.fileCreate, folder)
        }
        for (index, file) in plan.files.enumerated() {
            try Interruption.check()
            let target = "\(folder)/\(file.path)"
            try FileAccess.makeFolder(FileAccess.parent(of: target), mode: 0o755)
            let bytes = try DiscContent.bytes(of: file, content)
            try FileAccess.write(bytes, to: target, replacing: true)
            progress(Double(index + 1) / Double(plan.files.count))
        }
    }
}
