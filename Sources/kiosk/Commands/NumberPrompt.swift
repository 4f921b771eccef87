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
        let typed = try HiddenLine.read(after: prompt[language])
        guard let number = IDNumber(typed) else { throw wrong(.numberWrong(.form)) }
        switch number.documented() {
        case .success(let found): return found
        case .failure(let error): throw wrong(.numberWrong(error.fault))
        }
    }

    private func wrong(_ notice: BoothNotice) -> KioskError {
        KioskError(.numberWrong, "", detail: BoothWords.notice(notice, language))
    }
}
