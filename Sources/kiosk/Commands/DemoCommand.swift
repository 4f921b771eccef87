import ArgumentParser
import Foundation
import KioskCore
import KioskIO

/// `kiosk demo`: a whole working day in the synthetic studio, from the first code to the verified
/// disc image. The station, the analysis and the store are those of `run --camera studio`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: said(
            "Works a whole day in the synthetic studio; needs no camera and no display."),
        discussion: said(
            """
            With --screen window the day is played in the windows of the counter, at a person's pace; \
            with --views both the student's beside the operator's.
            """))

    @Option(
        name: .shortAndLong, help: ArgumentHelp(said("The disc image to write."), valueName: "file")
    )
    var output = "demo.iso"

    @Option(help: ArgumentHelp(said("The seed of the students."), valueName: "n"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp(said("The number of students, 5 or more."), valueName: "n"))
    var students = 5

    @Option(
        help: ArgumentHelp(said("none, or window: plays the day in the windows of the counter.")))
    var screen = ScreenChoice.none

    @Option(help: ArgumentHelp(said("The views in the window: auto, operator or both.")))
    var views: ScreenViews?

    @Flag(help: ArgumentHelp(said("Replaces the image where it exists.")))
    var force = false

    @OptionGroup var config: ConfigOptions

    func validate() throws {
        guard students >= 5 else { throw ValidationError(said("--students takes 5 or more")) }
    }

    func run() throws {
        var config = try config.load()
        config.booth.numberPolicy = .optional
        try FileAccess.checkPlace(output, replacing: force, .handOvers)
        let data = try DemoFolder()
        let name = try SessionName("demo")
        let counter = Counter(
            config: config, files: SessionFiles(named: data.path, config: config),
            sessionName: name, ruleName: nil, isAutomatic: false)
        try work(counter, config)
        try export(name, data, config)
    }

    /// As fast as it goes, or for people to look on.
    private func work(_ counter: Counter, _ config: KioskConfig) throws {
        let source = CameraSource.studio(seed: seed, students: students)
        var person = ScriptedOperator(
            seed: seed, students: students, language: config.effectiveLanguage)
        guard screen.takesWindow else {
            return try counter.work(from: source, fps: 0, with: &person)
        }
        let style = Stage.Style(config, try config.rule(named: config.ruleName), views)
        var shown = try WindowOperator(style, with: person, isPlayed: true)
        try counter.work(from: source, fps: 30, with: &shown)
    }

    /// Where the same files can stand as a folder: beside one that is there already, whoever made it.
    private func freeFolder() -> String {
        let name = (output.hasSuffix(".iso") ? String(output.dropLast(4)) : output) + "-files"
        let others = (2...).lazy.map { "\(name)-\($0)" }
        return FileAccess.exists(name) ? others.first { !FileAccess.exists($0) } ?? name : name
    }

    private func export(_ name: SessionName, _ data: borrowing DemoFolder, _ config: KioskConfig)
        throws
    {
        let language = config.effectiveLanguage
        let files = SessionFiles(named: data.path, config: config)
        let export = Export(sessions: [name], files: files, config: config)
        let image = try export.write(
            to: output, on: .iso, replacing: force, report: Console.progress(language))
        Console.result(image.words[language])
        let report = try HandOverVerifier.verify(output)
        let verified = CommandWords.verified(
            path: output, files: report.files, bytes: report.bytes)
        Console.result(verified[language])
        let sheet = freeFolder()
        _ = try export.write(to: sheet, on: .folder, replacing: false)
        Console.result(CommandWords.demoDone(image: output, sheet: sheet)[language])
    }
}

/// The demo's sessions live in a temporary folder that goes with it.
private struct DemoFolder: ~Copyable {
    let path: String

    init() throws {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("kiosk-demo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
