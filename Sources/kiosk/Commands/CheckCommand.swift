import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk check`: judges pictures and changes nothing.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: said("Judges pictures, or proves a stored portrait; changes nothing."),
        usage: """
            kiosk check <image> ... [--rule <name>] [--json] [--config <file>]
            kiosk check --proof <session> <seq> [--json] [--data <folder>] [--config <file>]
            """,
        discussion: said(
            """
            A picture of the rule's own size is judged as it is; any other by the portrait that \
            would be made of it. Exit status 65 where a check fails.

            With --proof a stored portrait is made again of its kept original, crop and rule, and \
            compared bit for bit: the pixels before encoding, then the file. Exit status 65 where \
            anything differs.
            """))

    @Argument(
        help: ArgumentHelp(
            said("The pictures; with --proof a session and a number."), valueName: "image")
    )
    var images: [String]

    @Flag(
        help: ArgumentHelp(
            said("Makes a stored portrait again and compares it: --proof SESSION SEQ")))
    var proof = false

    @Option(help: ArgumentHelp(said("The rule, e.g. chsi or chsi-white."), valueName: "name"))
    var rule: String?

    @Flag(help: ArgumentHelp(said("One JSON object a line.")))
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard proof else { return }
        guard images.count == 2, Int(images[1]) != nil, rule == nil else {
            throw ValidationError(said("--proof takes a session and a portrait's number"))
        }
    }

    func run() throws {
        let config = try data.config.load()
        guard !proof else { return try prove(config) }
        let judge = try PictureJudge(
            rule: config.rule(named: rule ?? config.ruleName), config: config)
        let language = config.effectiveLanguage
        var status = WorstStatus()
        for image in images {
            try status.run({ report($0, image, language) }) {
                let lines = try judge.report(of: image)
                Console.result(json ? try JSONLine.text(lines) : lines.text)
                return lines.verdict == Verdict.fail.rawValue ? 65 : 0
            }
        }
        try ExitStatus.end(status.code)
    }

    private func prove(_ config: KioskConfig) throws {
        let (name, sequence) = (images[0], Int(images[1]) ?? 0)
        let store = try SessionStore.read(SessionName(name), in: data.files(config))
        let language = config.effectiveLanguage
        let proof = try PortraitProof(of: sequence, in: store, codec: JPEGCodec())
        let report = ProofReport(session: name, sequence: sequence, proof)
        Console.result(json ? try JSONLine.text(report) : report.text(language))
        if let error = report.error(language) { throw error }
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

/// What pictures are judged with.
private struct PictureJudge: ~Copyable {
    let maker: PortraitMaker
    let finder: FaceFinder
    let encoder = PortraitEncoder()
    let language: Language

    init(rule: PortraitRule, config: KioskConfig) throws(KioskError) {
        finder = try FaceFinder()
        maker = PortraitMaker(rule: rule)
        language = config.effectiveLanguage
    }

    /// A picture of the rule's own size is judged as it is, any other by the portrait that would be
    /// made of it.
    borrowing func report(of image: String) throws -> PortraitReport {
        let bytes = try PictureFile.read(image)
        let photo = try PictureFile.decode(bytes, name: image)
        guard photo.size == maker.rule.size else {
            let portrait = try maker.portrait(
                of: photo, name: image, finder: finder, encoder: encoder)
            return PortraitReport(
                file: image, output: nil, portrait: portrait, language: language)
        }
        let file = PortraitFile(finished: bytes, size: photo.size)
        let face = try maker.judge(finished: photo, file: file, name: image, finder: finder)
        return PortraitReport(finished: image, face: face, file: file, language: language)
    }
}
