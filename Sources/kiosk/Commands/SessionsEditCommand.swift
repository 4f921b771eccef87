import ArgumentParser
import Foundation
import KioskCore
import KioskIO

extension SessionsCommand {
    /// `kiosk sessions edit NAME SEQ`: corrects a number.
    struct Edit: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Corrects the ID number of a portrait's person; it is asked for at a prompt.")

        @Argument var name: String

        @Argument(help: ArgumentHelp("The portrait's number in the session.", valueName: "seq"))
        var sequence: Int

        @Option(help: ArgumentHelp("Why it is changed.", valueName: "text"))
        var reason = "corrected"

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let language = config.effectiveLanguage
            let store = try SessionStore.openExisting(SessionName(name), in: data.files(config))
            guard let portrait = try store.portraits().first(where: { $0.sequence == sequence })
            else { throw KioskError(.sessionSequence, "\(sequence)") }
            let number = try NumberPrompt(language: language).ask(for: portrait)
            try store.correct(sequence, number: number, because: reason, at: WallClock.now())
            Console.result(
                CommandWords.corrected(sequence, number: number.masked)[language])
        }
    }

    /// `kiosk sessions void NAME SEQ --reason TEXT`: withdraws a portrait.
    struct Void: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Withdraws a portrait: kept and recorded, never exported.")

        @Argument var name: String

        @Argument(help: ArgumentHelp("The portrait's number in the session.", valueName: "seq"))
        var sequence: Int

        @Option(help: ArgumentHelp("Why it is withdrawn.", valueName: "text"))
        var reason: String

        @OptionGroup var data: DataOptions

        func run() throws {
            let config = try data.config.load()
            let store = try SessionStore.openExisting(SessionName(name), in: data.files(config))
            try store.void(sequence, because: reason, at: WallClock.now())
            let notice = BoothNotice.voided(sequence: sequence)
            Console.result(BoothWords.notice(notice, config.effectiveLanguage))
        }
    }
}

/// Asks for a number at the terminal, without showing it, or reads it from a pipe.
private struct NumberPrompt {
    let language: Language

    /// The number, checked as at the counter: by its own check, by what the code shows, or by a
    /// second typing.
    ///
    /// - Throws: `number.wrong`.
    func ask(for portrait: StoredPortrait) throws(KioskError) -> IDNumber {
        let found = try number(CommandWords.newNumber)
        if let mask = portrait.fields.maskedNumber {
            guard Mask.matches(mask, found.number.text) else { throw wrong(.numberMismatch) }
        } else if !found.document.hasCheck {
            guard try number(CommandWords.sameNumberAgain).number == found.number else {
                throw wrong(.numberDiffers)
            }
        }
        return found.number
    }

    private func number(_ prompt: Phrase) throws(KioskError) -> IDNumber.Documented {
        guard let number = IDNumber(line(prompt)) else { throw wrong(.numberWrong(.form)) }
        switch number.documented() {
        case .success(let found): return found
        case .failure(let error): throw wrong(.numberWrong(error.fault))
        }
    }

    private func wrong(_ notice: BoothNotice) -> KioskError {
        KioskError(.numberWrong, "", detail: BoothWords.notice(notice, language))
    }

    private func line(_ prompt: Phrase) -> String {
        let isTerminal = isatty(STDIN_FILENO) == 1
        var saved = termios()
        if isTerminal, tcgetattr(STDIN_FILENO, &saved) == 0 {
            Console.replaceLine(prompt[language])
            var hidden = saved
            hidden.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSANOW, &hidden)
        }
        defer {
            if isTerminal {
                tcsetattr(STDIN_FILENO, TCSANOW, &saved)
                Console.replaceLine("")
            }
        }
        return readLine() ?? ""
    }
}
