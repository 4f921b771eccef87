import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk export`: the hand-over.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: said(
            "Writes sessions to a disc image or a folder, reads it back and compares it."),
        discussion: said(
            "A session may be exported while a counter goes on storing into it."))

    @Argument(help: ArgumentHelp(said("The sessions."), valueName: "session"))
    var sessions: [String]

    @Option(
        name: .shortAndLong, help: ArgumentHelp(said("The image or folder."), valueName: "path"))
    var output: String

    @Option(help: ArgumentHelp(said("iso or folder.")))
    var format = "iso"

    @Option(
        help: ArgumentHelp(
            said("Only these portraits: 3,7,8; of several sessions day:3,eve:7"),
            valueName: "[session:]seq,…"))
    var only: String?

    @Flag(help: ArgumentHelp(said("Replaces the image where it exists.")))
    var force = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard Export.Format(rawValue: format) != nil else {
            throw ValidationError(said("--format takes iso or folder"))
        }
    }

    func run() throws {
        let config = try data.config.load()
        var names: [SessionName] = []
        for session in sessions {
            let name = try SessionName(session)
            if !names.contains(name) { names.append(name) }
        }
        let export = Export(
            sessions: names, files: data.files(config), config: config,
            only: try only.map { text throws(KioskError) in
                try ExportChoice(parsing: text, of: names)
            })
        let done = try export.write(
            to: output, as: Export.Format(rawValue: format) ?? .iso, replacing: force,
            progress: Console.progress(config.effectiveLanguage))
        Console.result(done.words[config.effectiveLanguage])
    }
}
