import ArgumentParser
import Foundation
import KioskCore
import KioskIO
import StudioKit

/// `kiosk doctor`: opens every part once and tries it, a line each.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: said(
            "Tries every part once, a line each, with what to do where one does not work."),
        discussion: said(
            "The status is that of the first part that does not work; 0 where all do."))

    @Option(help: ArgumentHelp(said("The camera."), valueName: "source"))
    var camera: String?

    @Flag(help: ArgumentHelp(said("One JSON object a line.")))
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        var findings: [Finding] = []
        var config = KioskConfig()
        findings.append(
            Finding(
                .config,
                naming: { () throws(KioskError) in
                    config = try data.config.load()
                    return data.config.inForce
                }))
        for check in Checkup(config: config, files: data.files(config), camera: camera).findings() {
            findings.append(check)
        }
        let language = config.effectiveLanguage
        for finding in findings {
            Console.result(json ? try JSONLine.text(finding.line) : finding.text(language))
        }
        try ExitStatus.end(findings.compactMap(\.error).first?.exitStatus ?? 0)
    }
}

/// What one part's trial came to.
private struct Finding {
    let part: DoctorPart
    let error: KioskError?
    let milliseconds: Double
    /// What was found, where there are several to find.
    let name: String?

    init(_ part: DoctorPart, _ body: () throws(KioskError) -> Void) {
        self.init(
            part,
            naming: { () throws(KioskError) -> String? in
                try body()
                return nil
            })
    }

    init(_ part: DoctorPart, naming body: () throws(KioskError) -> String?) {
        let begun = WallClock.monotonic()
        var failure: KioskError?
        var found: String?
        do throws(KioskError) { found = try body() } catch { failure = error }
        self.part = part
        name = found
        error = failure
        milliseconds = (Double(WallClock.monotonic() - begun) / 1e5).rounded() / 10
    }

    struct Line: Encodable {
        let part: String
        let works: Bool
        let milliseconds: Double
        let code: String?
        let name: String?
    }

    var line: Line {
        Line(
            part: part.rawValue, works: error == nil, milliseconds: milliseconds,
            code: error?.code.rawValue, name: name)
    }

    func text(_ language: Language) -> String {
        let title = part.title[language] + (name.map { " (\($0))" } ?? "")
        guard let error else { return "✓ \(title)  \(milliseconds) ms" }
        return "✗ \(title)\n  \(error.message(language).replacing("\n", with: "\n  "))"
    }
}

/// The trials, each with the real library and a real value.
private struct Checkup {
    let config: KioskConfig
    let files: SessionFiles
    let camera: String?

    func findings() -> [Finding] {
        let student = Studio(seed: 1).portrait(of: 0).photo
        return [
            Finding(.rule) { () throws(KioskError) in
                _ = try config.rule(named: config.ruleName)
            },
            Finding(.session, trySession), Finding(.disk, tryDisk), Finding(.clock, tryClock),
            Finding(.codes, tryCodes),
            Finding(.faces) { () throws(KioskError) in try tryFaces(student) },
            Finding(.jpeg) { () throws(KioskError) in
                _ = try JPEGCodec().encode(
                    student.cropped(
                        to: Rect(x: 379, y: 10, width: 522, height: 696),
                        scaledTo: PortraitRule.chsi.size),
                    into: SizeWindow(.chsi))
            },
            Finding(.font, naming: { () throws(KioskError) in try ScreenFont.chinese().family }),
            Finding(.screen, naming: tryScreen),
            Finding(.camera, tryCamera),
        ]
    }

    /// The displays by their names, as `screen.student_display` takes them.
    private func tryScreen() throws(KioskError) -> String? {
        guard ScreenChoice.auto.takesWindow else {
            return DoctorPart.noDesktop[config.effectiveLanguage]
        }
        return try Stage.displayNames().joined(separator: ", ")
    }

    /// Writes a file where sessions are kept, synced, reads it back and removes it.
    private func trySession() throws(KioskError) {
        try FileAccess.makeFolder(files.folder)
        let path = files.folder + "/.doctor"
        defer { unlink(path) }
        let bytes = Array("doctor".utf8)
        try FileAccess.write(bytes, to: path, replacing: true)
        guard try FileAccess.read(path) == bytes else { throw KioskError(.fileRead, path) }
    }

    private func tryDisk() throws(KioskError) {
        let report = Morning.report(files, config)
        guard (report.freeBytes ?? .max) > 250_000_000 else {
            throw KioskError(.diskFull, files.folder)
        }
    }

    private func tryClock() throws(KioskError) {
        switch Morning.report(files, config).clockFault {
        case .lastPortrait(let last): throw KioskError(.clockBehind, last.iso8601)
        case .program: throw KioskError(.clockBehind, Release.date)
        case nil: break
        }
    }

    /// Draws a phone and reads its code.
    private func tryCodes() throws(KioskError) {
        var day = StudioDay(seed: 1, students: 1)
        for _ in 0..<50 { _ = day.skip() }
        let picture = day.next()
        guard let gray = picture?.photo.gray(),
            try CodeReader().read(gray).codes.map(\.bytes) == [Student(seed: 1, index: 0).code]
        else { throw KioskError(.codeNone, "studio") }
    }

    private func tryFaces(_ student: Photo) throws(KioskError) {
        let finder = try FaceFinder()
        _ = try PortraitMaker(rule: .chsi).portrait(
            of: student, name: "studio", finder: finder, encoder: PortraitEncoder())
    }

    /// Takes one frame.
    private func tryCamera() throws(KioskError) {
        switch try CameraSource(camera ?? config.cameraSource) {
        case .device(let path):
            var source = try Camera(path: path, config.camera, mount: config.cameraMount)
            _ = try source.withNextFrame { $0.sequence }
        case .recording(let path):
            var source = try RecordedFrames(path: path, fps: 0)
            _ = try source.withNextFrame { $0.sequence }
        case .pipe(let path):
            var source = try MotionJPEGPipe(path: path)
            _ = try source.withNextFrame { $0.sequence }
        case .studio: break
        }
    }
}
