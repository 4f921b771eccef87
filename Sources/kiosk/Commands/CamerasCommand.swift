import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk cameras`: what cameras there are and what they can do.
struct CamerasCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cameras",
        abstract: said(
            "Lists cameras: stable names, formats, sizes, rates, controls and their ranges."),
        discussion: said(
            """
            The mode marked with → is the one that the counter would take. Use a stable name for \
            camera.source: the number behind /dev/video changes. The names of controls are those \
            of [camera.controls] and [camera.scan] in kiosk.conf.
            """))

    @Flag(help: ArgumentHelp(said("One JSON object.")))
    var json = false

    @OptionGroup var data: ConfigOptions

    func run() throws {
        let config = try data.load()
        let language = config.effectiveLanguage
        let rule = try config.rule(named: config.ruleName)
        let (cameras, refused) = CameraListing.all(CameraChoice(config, rule))
        if json {
            let line = CameraReportLine(cameras: cameras.map(CameraLine.init))
            Console.result(try JSONLine.text(line))
        } else {
            for camera in cameras { Console.result(CameraText.text(camera, language)) }
        }
        for error in refused { Console.message(error.message(language)) }
        guard !cameras.isEmpty || !refused.isEmpty else {
            throw KioskError(.cameraMissing, "/dev/video*")
        }
        try ExitStatus.end(cameras.isEmpty ? refused.first?.exitStatus ?? 0 : 0)
    }
}

/// A camera as lines of text.
private enum CameraText {
    static func text(_ camera: CameraListing, _ language: Language) -> String {
        var lines = ["\(camera.path)  \(camera.card)  (\(camera.driver), \(camera.bus))"]
        lines += camera.stableNames.map { "  = \($0)" }
        if let usb = camera.usb { lines.append("  USB \(usb)") }
        lines += modes(camera)
        if case .failure(let error) = camera.choice {
            lines.append("  ✗ \(error.reason[language])")
        }
        lines += camera.controls.filter { $0.kind != .other }.map { "    " + control($0) }
        return lines.joined(separator: "\n")
    }

    private static func modes(_ camera: CameraListing) -> [String] {
        let chosen = try? camera.choice.get()
        return camera.offers.map { ($0 == chosen ? "  → " : "    ") + "\($0)" }
    }

    private static func control(_ control: CameraControl) -> String {
        let value = control.value.map { " = \($0)" } ?? ""
        let readOnly = control.isReadOnly ? "  (read only)" : ""
        return "\(control.name)\(value)  [\(control.allowed)]\(readOnly)"
    }
}
