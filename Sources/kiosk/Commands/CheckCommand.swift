import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk check`: judges pictures and changes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Judges pictures by a rule, finished portraits included; changes nothing.",
        discussion: """
            A picture of the rule's own size is judged as it is; any other by the portrait that \
            would be made of it. Exit status 65 where a check fails.
            """)

    @Argument(help: ArgumentHelp("The pictures.", valueName: "image"))
    var images: [String]

    @Option(help: ArgumentHelp("The rule, e.g. chsi or chsi-white.", valueName: "name"))
    var rule: String?

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var config: ConfigOptions

    func run() throws {
        let config = try config.load()
        let maker = PortraitMaker(rule: try config.rule(named: rule ?? config.ruleName))
        let finder = try FaceFinder(landmarkFile: config.openedLandmarks)
        let codec = try JPEGCodec()
        let language = config.effectiveLanguage
        var status = WorstStatus()
        for image in images {
            try status.run({ report($0, image, language) }) {
                let bytes = try PictureFile.read(image)
                let photo = try PictureFile.decode(bytes, name: image)
                let portrait = try maker.portrait(
                    of: photo, name: image, finder: finder, codec: codec)
                let lines = PortraitReport(
                    file: image, output: nil, portrait: portrait,
                    finished: PortraitReport.FileFacts(finished: bytes, size: maker.rule.size),
                    language: language)
                Console.result(json ? try JSONLine.text(lines) : lines.text)
                return portrait.verdict == .fail ? 65 : 0
            }
        }
        try ExitStatus.end(status.code)
    }

    private func report(_ error: KioskError, _ image: String, _ language: Language) {
        Console.message(error.message(language))
        guard json else { return }
        let line = Refusal(file: image, error: ErrorLine(error, language))
        if let text = try? JSONLine.text(line) { Console.result(text) }
    }

    private struct Refusal: Encodable {
        let file: String
        let error: ErrorLine
    }
}
