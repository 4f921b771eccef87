import CISOFS
import Foundation
public import KioskCore

/// Writes a disc as an ISO 9660 image by libisofs, in this process.
public enum DiscImage {
    /// Writes the image, reads it back, compares every byte, and only then gives it its name.
    ///
    /// It is an `OutputFile`: on any error nothing of it is left, and `path` is as it was.
    ///
    /// - Parameters:
    ///   - content: a file's bytes; called on the writer's thread, one file at a time.
    ///   - progress: called with the share done, 0 to 1, of writing and reading back.
    /// - Returns: whether the medium keeps no permissions, so that whoever holds it can read it.
    /// - Throws: `file.exists`, `file.foreign`, `file.permission`, `file.create`, `disk.full`, `disc.write`,
    ///   `disc.mismatch`, `stopped.*`, or what `content` throws.
    @discardableResult
    public static func write(
        _ plan: DiscPlan, to path: String, replacing: Bool,
        content: @escaping DiscContent.Source, progress: (Double) -> Void = { _ in }
    ) throws(KioskError) -> Bool {
        var output = try OutputFile(path, replacing: replacing)
        let contents = DiscContent(source: content)
        let tree = try ISOTree(plan, contents: contents)
        try writeBlocks(of: tree, to: output, named: path, contents) { progress($0 * 0.6) }
        try compare(output.readingPath, with: plan, named: path) { progress(0.6 + $0 * 0.4) }
        try output.appear()
        return output.isOpenToAll
    }

    private static func writeBlocks(
        of tree: borrowing ISOTree, to output: borrowing OutputFile, named path: String,
        _ contents: DiscContent, _ progress: (Double) -> Void
    ) throws(KioskError) {
        let blocks = try tree.burnSource()
        let total = max(1, blocks.byteCount)
        try checkRoom(for: total, at: output.descriptor, named: path)
        var done = 0
        var buffer = [UInt8](repeating: 0, count: 32 * 2048)
        while true {
            try Interruption.check()
            let count = blocks.read(into: &buffer)
            if let error = contents.error { throw error }
            guard count >= 0 else { throw KioskError(.discWrite, path) }
            guard count > 0 else { break }
            try output.write(buffer[..<count])
            done += count
            progress(Double(done) / Double(total))
        }
        guard done == total else { throw KioskError(.discWrite, path, detail: "short image") }
        try output.sync()
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
            throw KioskError(.discMismatch, path, detail: problem.masked)
        }
    }
}
