import Foundation

/// A program run to its end with what it took.
public struct MeasuredRun: Sendable {
    /// The exit status; 128 + the signal's number where one ended it.
    public let status: Int32
    /// Both outputs.
    public let said: String
    /// The most memory it held, bytes.
    public let peak: Int

    /// Runs kiosk in a folder, which is its home too; ends it where it hangs.
    ///
    /// A child of this process would begin with this one's peak as its own: a small program starts it.
    public static func kiosk(_ arguments: [String], in folder: TestFolder) throws -> MeasuredRun {
        let peak = ".peak-\(UUID().uuidString)"
        let run = try Program.run(
            "time", ["-q", "-f", "%M", "-o", peak, Program.kiosk] + arguments, in: folder)
        let text = String(decoding: try folder.bytes(peak), as: UTF8.self)
        let last = text.split(separator: "\n").last.flatMap { Int($0) }
        return MeasuredRun(
            status: run.status, said: run.output + run.errors, peak: (last ?? .max >> 10) << 10)
    }
}
