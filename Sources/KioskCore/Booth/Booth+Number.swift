/// The ID number as it is typed, scanned, corrected and judged.
extension Booth {
    private mutating func type(_ change: (inout Sitting) -> Void) -> [BoothAction] {
        guard settings.numberPolicy != .never else { return [] }
        changeSitting(change)
        return []
    }

    mutating func beginNumber() -> [BoothAction] { type { $0.typed = $0.typed ?? "" } }

    mutating func type(_ character: Character) -> [BoothAction] {
        type { $0.type(character) }
    }

    /// A number that came at once.
    mutating func type(whole text: String) -> [BoothAction] {
        guard sitting != nil else { return [.notify(.codeFirst)] }
        return type { $0.type(whole: text) }
    }

    mutating func strikeOut() -> [BoothAction] { type { $0.strikeOut() } }

    /// Esc on a number: what is typed is forgotten. A question about it goes first, so that a number
    /// that was asked about can be corrected.
    mutating func dropNumber() -> [BoothAction]? {
        if case .mismatch = question?.kind { return dropQuestion() }
        guard sitting?.typed != nil else { return nil }
        changeSitting { $0.forgetTyped() }
        return []
    }

    mutating func endNumber() -> [BoothAction] {
        var notice = BoothNotice.numberWrong(.form)
        var mismatch: IDNumber?
        changeSitting { (notice, mismatch) = $0.endNumber() }
        guard let sitting else { return [] }
        if let mismatch, !settings.isAutomatic {
            question = Question(kind: .mismatch(mismatch))
        }
        guard notice == .numberTaken, let number = sitting.idNumber else {
            return [.notify(notice)]
        }
        return [.notify(notice), .lookUp(.number(number, besides: sitting.code))]
    }
}

extension Sitting {
    /// The longest number that any document in use has.
    private static let fullLength = 18

    /// A character goes on a number that is too short, and begins anew where a whole one was refused.
    fileprivate mutating func type(_ character: Character) {
        let text = typed ?? ""
        let isWhole = isTypedEnded && text.count >= Self.fullLength
        change((isWhole ? "" : text) + String(character))
    }

    /// A whole number takes the place of what stands there, unless it is the rest of it.
    fileprivate mutating func type(whole text: String) {
        let before = isTypedEnded ? "" : typed ?? ""
        let isRest = !Self.hasCheck(text) && !before.isEmpty
        change(isRest ? before + text : text)
    }

    private static func hasCheck(_ text: String) -> Bool {
        guard case .success(let found)? = IDNumber(text)?.documented() else { return false }
        return found.document.hasCheck
    }

    fileprivate mutating func forgetTyped() { change(nil) }

    fileprivate mutating func strikeOut() {
        guard let text = typed else { return }
        change(text.count > 1 ? String(text.dropLast()) : nil)
    }

    private mutating func change(_ text: String?) {
        (typed, numberFault, isTypedEnded) = (text, nil, false)
    }

    /// Takes what was typed as the number where it counts, and says what came of it, with the number
    /// where it is not the one the code shows. One that does not count leaves the one before as it
    /// was, and stays to be corrected.
    fileprivate mutating func endNumber() -> (BoothNotice, IDNumber?) {
        isTypedEnded = true
        var check = NumberCheck(
            mask: code.fields.maskedNumber, excused: overridden?.number, first: firstTyped)
        let outcome = check.judge(typed ?? "")
        firstTyped = check.first
        switch outcome {
        case .wrong(let fault): numberFault = fault
        case .mismatch(let number): return (outcome.notice, number)
        case .again, .differs: change(nil)
        case .taken(let number):
            change(nil)
            idNumber = number
        }
        return (outcome.notice, nil)
    }
}

extension NumberCheck.Outcome {
    /// What is said of it.
    public var notice: BoothNotice {
        switch self {
        case .taken: .numberTaken
        case .wrong(let fault): .numberWrong(fault)
        case .mismatch: .numberMismatch
        case .again: .numberAgain
        case .differs: .numberDiffers
        }
    }
}
