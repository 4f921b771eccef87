import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk verify`: re-reads a hand-over against its checksums.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: said(
            "Re-reads a disc image, archive, device, mounted disc or folder against its checksums.")
    )

    @Argument(help: ArgumentHelp(said("The image, archive, device or folder."), valueName: "path"))
    var path: String

    @Flag(help: ArgumentHelp(said("Prints one JSON object.")))
    var json = false

    @OptionGroup var config: ConfigOptions

    func run() throws {
        let language = try config.load().effectiveLanguage
        let report = try HandOverVerifier.verify(
            path, report: json ? { _ throws(KioskError) in } : Console.progress(language))
        if json { Console.result(try JSONLine.text(Line(path, report))) }
        if let problem = report.problems.first {
            let more = report.problems.count > 1 ? " (+\(report.problems.count - 1))" : ""
            throw KioskError(.discMismatch, path, detail: "\(problem.masked)\(more)")
        }
        guard !json else { return }
        let words = CommandWords.verified(path: path, files: report.files, bytes: report.bytes)
        Console.result(words[language])
        guard let first = report.leftovers.first else { return }
        let left = CommandWords.leftovers(Mask.digits(in: first), more: report.leftovers.count - 1)
        Console.result(left[language])
    }

    private struct Line: Encodable {
        let path: String
        let files: Int
        let bytes: Int
        let problems: [String]
        let leftovers: [String]

        init(_ path: String, _ report: HandOverReport) {
            self.path = path
            files = report.files
            bytes = report.bytes
            problems = report.problems.map(\.description)
            leftovers = report.leftovers
        }
    }
}
