public import ArgumentParser
import Foundation
public import KioskCore
import KioskIO

/// `kiosk run`: opens the counter.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: said("Opens the counter: code, portrait, stored; next. (The default command.)"),
        discussion: [
            said("Keys, with the window or the terminal in front of you; a foot pedal is Enter:"),
            keys,
            said("Digits type the ID number, Enter ends it; a digit answers a question."),
            said(
                """
                SOURCE is a device (/dev/video0, /dev/kiosk-camera), a folder of JPEG or PNG frames, \
                a Motion-JPEG file (.mjpeg), a named pipe that another program writes Motion-JPEG \
                into, or studio[:SEED[:N]], the synthetic studio.
                """),
        ].joined(separator: "\n\n"))

    private static var keys: String {
        let language = Help.language
        let keys =
            KeyCommand.all.map { "  \($0.cap[language])  \($0.purpose[language])" }
            + WindowCommand.allCases.map {
                "  \($0.cap)  \($0.purpose[language]) " + said("(in the window)")
            }
        return keys.joined(separator: "\n")
    }

    @Option(help: ArgumentHelp(said("The camera."), valueName: "source"))
    var camera: String?

    @Option(help: ArgumentHelp(said("The session (default: today's date)."), valueName: "name"))
    var session: String?

    @Option(help: ArgumentHelp(said("The rule, e.g. chsi or chsi-white."), valueName: "name"))
    var rule: String?

    @Option(
        help: ArgumentHelp(
            said("Frames a second of a recorded source; 0 for as fast as they are taken."),
            valueName: "n"
        ))
    var fps = 30

    @Flag(help: ArgumentHelp(said("Shoots and accepts by itself when every check passes.")))
    var auto = false

    @Flag(
        help: ArgumentHelp(
            said(
                "Waits for a missing camera in the terminal too, instead of ending with status 69.")
        ))
    var waitCamera = false

    @Option(
        help: ArgumentHelp(
            said("auto (a window where there is a desktop), window or none (the terminal).")))
    var screen = ScreenChoice.auto

    @Option(
        help: ArgumentHelp(
            said(
                """
                auto (the student's too where there is a second display), operator, or both \
                (default: screen.views).
                """)))
    var views: ScreenViews?

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (0...240).contains(fps) else { throw ValidationError(said("--fps takes 0 … 240")) }
    }

    func run() throws {
        let config = try data.config.load()
        let source = try CameraSource(camera ?? config.cameraSource)
        let name = try session.map { name throws(KioskError) in try SessionName(name) }
        let counter = Counter(
            config: config, files: data.files(config),
            sessionName: name ?? SessionName(day: WallClock.now()), ruleName: rule,
            isAutomatic: auto, waitsForCamera: waitCamera,
            configFile: data.config.config)
        guard var window = try window(config) else {
            var terminal = TerminalOperator(language: config.effectiveLanguage)
            return try counter.work(from: source, fps: fps, with: &terminal)
        }
        try counter.work(from: source, fps: fps, with: &window)
    }

    /// The window, where one is wanted. Where none was asked for by name, a desktop on which it
    /// cannot be opened does not end the day before it begins.
    private func window(_ config: KioskConfig) throws(KioskError)
        -> WindowOperator<TerminalOperator>?
    {
        guard screen.takesWindow else { return nil }
        let style = Stage.Style(config, try config.rule(named: rule ?? config.ruleName), views)
        do throws(KioskError) {
            return try WindowOperator(
                style, with: TerminalOperator(language: config.effectiveLanguage))
        } catch {
            guard screen == .auto else { throw error }
            Console.message(error.message(config.effectiveLanguage))
            return nil
        }
    }
}

extension ScreenViews: ExpressibleByArgument {}

/// `--screen`.
enum ScreenChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, window, none

    /// Whether a window is to be opened: where it was asked for, or there is a desktop.
    var takesWindow: Bool {
        let environment = ProcessInfo.processInfo.environment
        return switch self {
        case .window: true
        case .none: false
        case .auto: environment["DISPLAY"] != nil || environment["WAYLAND_DISPLAY"] != nil
        }
    }
}
