import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk recrop SESSION SEQ`: another portrait of the same shot.
struct RecropCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recrop",
        abstract: said("Makes a portrait again of its kept original, by the same rule or another."),
        discussion: said(
            """
            The new portrait takes the place of the earlier one, which is withdrawn and kept. Person \
            and time of the shot stay.
            """))

    @Argument(help: ArgumentHelp(said("The session."), valueName: "session"))
    var name: String

    @Argument(help: ArgumentHelp(said("The portrait's number in the session."), valueName: "seq"))
    var sequence: Int

    @Option(help: ArgumentHelp(said("The rule, e.g. chsi or id-card."), valueName: "name"))
    var rule: String?

    @Option(
        help: ArgumentHelp(
            said("Why it is stored, should the new one fail and the earlier one did not."),
            valueName: "text"))
    var reason = Question.Answer.recropped.rawValue

    @Flag(help: ArgumentHelp(said("Prints one JSON object.")))
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        let config = try data.config.load()
        let maker = PortraitMaker(rule: try config.rule(named: rule ?? config.ruleName))
        let store = try SessionStore.openExisting(SessionName(name), in: data.files(config))
        let earlier = try store.portraits().first { $0.sequence == sequence }
        guard let earlier, !earlier.isVoided else {
            throw KioskError(earlier == nil ? .sessionSequence : .sessionVoided, "\(sequence)")
        }
        let portrait = try portrait(store, maker, config)
        try Interruption.check()
        let new = try store.recrop(
            sequence, as: portrait, at: WallClock.now(),
            failedBecause: earlier.failedBecause ?? reason)
        let language = config.effectiveLanguage
        let report = PortraitReport(
            file: "\(name) \(sequence)", output: "\(name) \(new)", portrait: portrait,
            language: language)
        guard !json else { return Console.result(try JSONLine.text(report)) }
        Console.result(CommandWords.recropped(new, from: sequence)[language])
        Console.result(report.text)
    }

    private func portrait(
        _ store: SessionStore, _ maker: PortraitMaker, _ config: KioskConfig
    ) throws -> Portrait {
        let codec = try JPEGCodec()
        let original = try store.original(sequence)
        var portrait = try maker.portrait(
            of: FrameDecoder.photo(of: original, codec: codec), name: "\(name) \(sequence)",
            finder: FaceFinder(), encoder: PortraitEncoder())
        portrait.colours = FrameDecoder.colours(of: original)
        return portrait
    }
}
