import ArgumentParser
import KioskCore
import KioskIO

/// `kiosk find`: a portrait by its code's picture, or by a number that is asked for unseen.
struct FindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: said("Finds portraits by the picture of a code, or by an ID number."),
        discussion: said("Exit status 65 where none is found."))

    @Argument(help: ArgumentHelp(said("A picture that shows the code."), valueName: "image"))
    var image: String?

    @Flag(help: ArgumentHelp(said("Asks for the ID number, which is not shown.")))
    var number = false

    @Flag(help: ArgumentHelp(said("One JSON object a line.")))
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        guard (image == nil) == number else {
            throw ValidationError(said("find takes a picture or --number"))
        }
    }

    func run() throws {
        let config = try data.config.load()
        let (files, language) = (data.files(config), config.effectiveLanguage)
        let wanted = try wanted(language)
        var (status, count) = (WorstStatus(), 0)
        for name in try files.names() {
            try status.run({ Console.message($0.message(language)) }) {
                let store = try SessionStore.read(name, in: files)
                let record = ExportRecord(of: name, in: files)
                let missing = Set(try record.missing(of: store))
                let exported = Set(try record.exports(of: store).flatMap(\.portraits))
                for portrait in try wanted.flatMap({ try store.portraits(under: $0) }) {
                    count += 1
                    let isExported =
                        exported.contains(portrait.sequence)
                        && !missing.contains(portrait.sequence)
                    try say(portrait, of: name, isExported, language)
                }
                return 0
            }
        }
        if count == 0, status.code == 0 {
            if !json { Console.message(CommandWords.noneFound[language]) }
            throw ExitCode(65)
        }
        try ExitStatus.end(status.code)
    }

    private func wanted(_ language: Language) throws -> [SessionStore.Key] {
        guard let image else {
            let text = try HiddenLine.read(after: CommandWords.numberToFind[language])
            return [.number(try Self.number(text, language))]
        }
        return try CodeFile.codes(in: image, CodeReader()).map { .code($0) }
    }

    /// A number that a document can have: a slip of the fingers is not somebody who was never taken.
    private static func number(_ text: String, _ language: Language) throws(KioskError) -> IDNumber
    {
        var fault = NumberFault.form
        switch IDNumber(text)?.documented() {
        case .success(let found): return found.number
        case .failure(let error): fault = error.fault
        case nil: break
        }
        throw KioskError(
            .numberWrong, "", detail: BoothWords.notice(.numberWrong(fault), language))
    }

    private func say(
        _ portrait: StoredPortrait, of session: SessionName, _ isExported: Bool,
        _ language: Language
    ) throws {
        let line = Line(
            session: "\(session)", sequence: portrait.sequence, className: portrait.className,
            name: portrait.maskedName, idNumber: portrait.maskedNumber,
            takenAt: portrait.takenAt.iso8601, verdict: portrait.verdict.rawValue,
            voided: portrait.isVoided, exported: isExported)
        guard !json else { return Console.result(try JSONLine.text(line)) }
        let state = CommandWords.found(isVoided: portrait.isVoided, isExported: isExported)
        let words = [
            "\(PortraitID(session, portrait.sequence))", line.takenAt, portrait.className ?? "",
            line.name, line.idNumber, state[language],
        ]
        Console.result(words.filter { !$0.isEmpty }.joined(separator: "  "))
    }

    private struct Line: Encodable {
        let session: String
        let sequence: Int
        let className: String?
        let name: String
        let idNumber: String
        let takenAt: String
        let verdict: String
        let voided: Bool
        let exported: Bool

        enum CodingKeys: String, CodingKey {
            case className = "class"
            case session, sequence, name, idNumber, takenAt, verdict, voided, exported
        }
    }
}
