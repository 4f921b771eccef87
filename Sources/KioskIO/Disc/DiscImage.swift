import CISOFS
import Foundation
public import KioskCore

/// Writes a disc as an ISO 9660 image by libisofs, in this process.
public enum DiscImage {
    /// Writes the image, reads it back, compares every byte, and only then gives it its name.
    ///
    /// The bytes go to `path.part`, which is synced before it is read back; on any error it is
    /// removed and `path` is as it was.
    ///
    /// - Parameters:
    ///   - content: a file's bytes; called on the writer's thread, one file at a time.
    ///   - progress: called with the share done, 0 to 1, of writing and reading back.
    /// - Throws: `file.exists`, `file.permission`, `file.create`, `disk.full`, `disc.write`,
    ///   `disc.mismatch`, `stopped.*`, or what `content` throws.
    public static func write(
        _ plan: DiscPlan, to path: String, replacing: Bool,
        content: @escaping DiscContent.Source, progress: (Double) -> Void = { _ in }
    ) throws(KioskError) {
        guard replacing || !FileAccess.exists(path) else { throw KioskError(.fileExists, path) }
        let contents = DiscContent(source: content)
        let part = path + ".part"
        do throws(KioskError) {
            let tree = try ISOTree(plan, contents: contents)
            try writeBlocks(of: tree, to: part, named: path, contents) { progress($0 * 0.6) }
            try compare(part, with: plan, named: path) { progress(0.6 + $0 * 0.4) }
            guard rename(part, path) == 0 else { throw KioskError(errno: errno, writing: path) }
        } catch {
            if error.code != .filePermission { unlink(part) }
            throw error
        }
        FileAccess.syncFolder(of: path)
    }

    private static func writeBlocks(
        of tree: borrowing ISOTree, to part: String, named path: String, _ contents: DiscContent,
        _ progress: (Double) -> Void
    ) throws(KioskError) {
        let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw KioskError(errno: errno, writing: path) }
        defer { close(file) }
        let blocks = try tree.burnSource()
        let total = max(1, blocks.byteCount)
        try checkRoom(for: total, at: file, named: path)
        var done = 0
        var buffer = [UInt8](repeating: 0, count: 32 * 2048)
        while true {
            try Interruption.check()
            let count = blocks.read(into: &buffer)
            if let error = contents.error { throw error }
            guard count >= 0 else { throw KioskError(.discWrite, path) }
            guard count > 0 else { break }
            let failure = FileAccess.writeAll(buffer[..<count], to: file)
            guard failure == 0 else { throw KioskError(errno: failure, writing: path) }
            done += count
            progress(Double(done) / Double(total))
        }
        guard done == total else { throw KioskError(.discWrite, path, detail: "short image") }
        guard fsync(file) == 0 else { throw KioskError(errno: errno, writing: path) }
    }

    /// A full disk is better known before the first byte.
    private static func checkRoom(for bytes: Int, at file: Int32, named path: String)
        throws(KioskError)
    {
        var status = statvfs()
        guard fstatvfs(file, &status) == 0 else { return }
        let free = UInt64(status.f_bavail) * UInt64(status.f_frsize)
        guard free >= UInt64(bytes) else {
            throw KioskError(.diskFull, path, detail: "\(bytes) > \(free)")
        }
    }

    /// Reads every file of the image back and compares it with the plan.
    private static func compare(
        _ part: String, with plan: DiscPlan, named path: String, _ progress: (Double) -> Void
    ) throws(KioskError) {
        let sums = Dictionary(plan.files.map { ($0.path, $0.sha256) }) { first, _ in first }
        let report = try DiscImageReader(part).verify(sums, progress: progress)
        if let problem = report.problems.first {
            throw KioskError(.discMismatch, path, detail: "\(problem)")
        }
    }
}
