import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk export`: the hand-over.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: said(
            "Writes sessions to a disc image, an archive or a folder, reads it back and compares it."
        ),
        discussion: said(
            "A session may be exported while a counter goes on storing into it."))

    @Argument(help: ArgumentHelp(said("The sessions."), valueName: "session"))
    var sessions: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(said("The image, archive or folder."), valueName: "path"))
    var output: String

    @Option(help: ArgumentHelp(said("iso, zip or folder.")))
    var format = "iso"

    @Option(
        help: ArgumentHelp(
            said("How files are named, as in kiosk.conf; may be given more than once."),
            valueName: "name"))
    var layout: [String] = []

    @Option(
        help: ArgumentHelp(
            said("Only these portraits: 3,7,8; of several sessions day:3,eve:7"),
            valueName: "[session:]seq,…"))
    var only: String?

    @Option(
        name: .customLong("class"),
        help: ArgumentHelp(
            said("Only these classes, \"\" for those without one; may be given more than once."),
            valueName: "class"))
    var classes: [String] = []

    @Flag(help: ArgumentHelp(said("Only what was not exported yet, or was changed since.")))
    var notExported = false

    @Flag(help: ArgumentHelp(said("An output for each student, in a new folder.")))
    var perStudent = false

    @Option(
        help: ArgumentHelp(
            said("Splits what is too much for one: cd, dvd or bytes such as 650M, by class."),
            valueName: "cd|dvd|size"))
    var medium: String?

    @Flag(help: ArgumentHelp(said("Replaces an image or archive of that name; a folder never.")))
    var force = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard Medium.named(format) != nil else {
            throw ValidationError("\(said("--format takes")) \(Medium.names)")
        }
        guard medium.map({ MediumSize(parsing: $0) != nil }) ?? true else {
            throw ValidationError(said("--medium takes cd, dvd or a size such as 650M"))
        }
        guard !(perStudent && (medium != nil || force)) else {
            throw ValidationError(said("--per-student goes with neither --medium nor --force"))
        }
    }

    func run() throws {
        let config = try data.config.load()
        let language = config.effectiveLanguage
        let export = try export(config)
        let (format, report) = (Medium.named(format) ?? .iso, Console.progress(language))
        let done =
            perStudent
            ? try export.writeEach(to: output, on: format, report: report)
            : try export.write(to: output, on: format, replacing: force, report: report)
        Console.result(done.words[language])
    }

    private func export(_ config: KioskConfig) throws -> Export {
        var names: [SessionName] = []
        for session in sessions {
            let name = try SessionName(session)
            if !names.contains(name) { names.append(name) }
        }
        var classes: [String] = []
        for name in self.classes {
            classes.append(name.isEmpty ? "" : try ClassName(name).description)
        }
        var selection = HandOverSelection(classes: classes, isNotExported: notExported)
        selection.only = try only.map { text throws(KioskError) in
            try PortraitChoice(parsing: text, of: names)
        }
        return Export(
            sessions: names, files: data.files(config), config: config, selection: selection,
            layouts: try config.layouts(named: layout),
            capacity: medium.flatMap { MediumSize(parsing: $0)?.bytes })
    }
}
