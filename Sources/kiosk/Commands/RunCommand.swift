import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk run`: opens the counter.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Opens the counter: code, portrait, stored; next. (The default command.)",
        discussion: """
            Keys: space or Enter shoots and accepts, r takes another, c cancels the sitting, \
            q ends the day; digits and X type the ID number, Enter ends it.

            SOURCE is a device (/dev/video0, /dev/kiosk-camera), a folder of JPEG or PNG frames, \
            a Motion-JPEG file (.mjpeg), or studio[:SEED[:N]], the synthetic studio.
            """)

    @Option(help: ArgumentHelp("The camera.", valueName: "source"))
    var camera: String?

    @Option(help: ArgumentHelp("The session (default: today's date).", valueName: "name"))
    var session: String?

    @Option(help: ArgumentHelp("The rule, e.g. chsi or chsi-white.", valueName: "name"))
    var rule: String?

    @Option(
        help: ArgumentHelp(
            "Frames a second of a recorded source; 0 for as fast as they are taken.", valueName: "n"
        ))
    var fps = 30

    @Flag(help: "Shoots and accepts by itself when every check passes.")
    var auto = false

    @Flag(help: "Waits for a missing camera instead of ending with status 69.")
    var waitCamera = false

    @Option(help: "auto, window or none. This version has the terminal only.")
    var screen = "auto"

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (0...240).contains(fps) else { throw ValidationError("--fps takes 0 … 240") }
        guard ["auto", "none"].contains(screen) else {
            throw ValidationError("--screen takes auto or none in this version")
        }
    }

    func run() throws {
        let config = try data.config.load()
        let source = try CameraSource(camera ?? config.cameraSource)
        let name = try session.map { name throws(KioskError) in try SessionName(name) }
        let counter = Counter(
            config: config, files: data.files(config),
            sessionName: name ?? SessionName(day: WallClock.now()), ruleName: rule,
            isAutomatic: auto)
        if waitCamera { try CameraWait.until(source, config.effectiveLanguage) }
        var terminal = TerminalOperator(language: config.effectiveLanguage)
        try counter.work(from: source, fps: fps, with: &terminal)
    }
}
