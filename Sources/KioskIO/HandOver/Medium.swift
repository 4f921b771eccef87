import KioskCore

/// A medium: what a hand-over is written on. Each stands in a file of its own and in the one list, `Medium.all`.
public struct Medium: Sendable {
    /// What `--format` calls it.
    public let name: String
    /// What the name of such an output ends in: `.iso`; nothing for a folder.
    public let suffix: String
    /// Writes an output that has no name yet.
    let fill: @Sendable (HandOverJob) throws(KioskError) -> any WholeOutput
    /// The files of an output; nil where a path is none of this medium.
    let files: @Sendable (String) throws(KioskError) -> (any HandOverTree)?

    /// Every medium; the first whose output a path is reads it.
    public static let all: [Medium] = [.folder, .zip, .iso]

    /// The medium of a name; nil where there is none.
    public static func named(_ name: String) -> Medium? { all.first { $0.name == name } }

    /// The names, for messages: `folder, zip, iso`.
    public static var names: String { all.map(\.name).joined(separator: ", ") }
}

/// One output that is to be written.
struct HandOverJob {
    /// What goes on it.
    let plan: HandOverPlan
    /// Where it will stand.
    let path: String
    /// Whether what stands there is replaced.
    let isReplacing: Bool
    /// The files' bytes.
    let contents: HandOverContents
    /// Who is told how far it has come.
    let report: HandOverProgress.Report

    /// Says how much was written.
    func wrote(bytes: Int, of all: Int) throws(KioskError) {
        try Interruption.check()
        try report(
            HandOverProgress(
                .writing, files: contents.files, of: plan.files.count, bytes: bytes, of: all))
    }

    /// Writes the output, reads it back and compares every byte; it has no name yet.
    func write(on medium: Medium) throws(KioskError) -> any WholeOutput {
        let output = try medium.fill(self)
        guard let tree = try medium.files(output.readingPath) else {
            throw KioskError(.discMismatch, path)
        }
        let sums = Dictionary(plan.files.map { ($0.path, $0.sha256) }) { first, _ in first }
        let found = try tree.verify(sums, of: plan.byteCount, report: report)
        if let problem = found.problems.first {
            throw KioskError(.discMismatch, path, detail: problem.masked)
        }
        return output
    }
}
