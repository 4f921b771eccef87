import KioskCore
import KioskIO

/// Asks for a number at the terminal, without showing it, or reads it from a pipe.
struct NumberPrompt {
    let language: Language

    /// The number, checked as at the counter: by its own check, by what the code shows, or by a
    /// second typing.
    ///
    /// - Throws: `number.wrong`; `stopped.*`, the terminal as it was.
    func ask(for portrait: StoredPortrait) throws(KioskError) -> IDNumber {
        var check = NumberCheck(mask: portrait.fields.maskedNumber)
        var outcome = check.judge(try read(CommandWords.newNumber))
        if outcome == .again { outcome = check.judge(try read(CommandWords.sameNumberAgain)) }
        guard case .taken(let number) = outcome else {
            throw KioskError(
                .numberWrong, "", detail: BoothWords.notice(outcome.notice, language))
        }
        return number
    }

    private func read(_ prompt: Phrase) throws(KioskError) -> String {
        try HiddenLine.read(after: prompt[language])
    }
}
