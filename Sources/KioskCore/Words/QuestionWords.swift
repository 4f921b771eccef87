/// What the counter asks of the operator, and the answers.
public enum QuestionWords {
    /// What is asked.
    ///
    /// - Parameter isKept: whether it is kept for long; then nothing of a person is said.
    public static func text(_ kind: Question.Kind, isKept: Bool = false) -> Phrase {
        switch kind {
        case .sameCode(let earlier):
            Phrase(
                zh: "这位同学 {time} 已拍过（{n} 号），这次：",
                en: "This student was photographed at {time} (number {n}). What now?"
            ).filled(places(earlier))
        case .sameNumber(let earlier):
            Phrase(
                zh: "这个证件号码 {time} 在另一个采集码下拍过（{n} 号）",
                en: "This number was photographed under another code at {time} (number {n})."
            ).filled(places(earlier))
        case .mismatch(let number):
            Phrase(
                zh: "证件号码 {id}与采集码不符，请核对是不是本人",
                en: "The number {id}is not the one the code shows: is this the right person?"
            ).filled(["id": isKept ? "" : number.masked + " "])
        case .undo(let last):
            Phrase(
                zh: "作废 {n} 号（{who}{time}）？原因：", en: "Withdraw number {n} ({who}{time})? Because:"
            ).filled(places(last, isKept: isKept))
        case .storeFailed:
            Phrase(
                zh: "这张照片不合格，可能被退回。仍要保存，原因是：",
                en: "This portrait fails the rule and may be refused. Stored all the same, because:"
            )
        case .foreignCode(_, let kind): CodeWords.question(kind)
        case .endOfDay(let day): DayWords.evening(day)
        }
    }

    /// An answer.
    public static func answer(_ answer: Question.Answer) -> Phrase {
        switch answer {
        case .replace:
            Phrase(
                zh: "用新照片替换（旧的留档，不导出）",
                en: "the new one replaces it (the old one is kept, not exported)")
        case .keepBoth: Phrase(zh: "两张都留（都导出）", en: "keep both (both are exported)")
        case .newShot: Phrase(zh: "同一人、另一学籍：重新拍", en: "same person, other programme: new shot")
        case .useEarlier:
            Phrase(zh: "同一人、另一学籍：沿用原来的照片", en: "same person, other programme: that portrait")
        case .wrongNumber: Phrase(zh: "号码输错，重输", en: "wrong number: type again")
        case .numberChanged: Phrase(zh: "证件号码变更过", en: "the card has a new number")
        case .codeWrong: Phrase(zh: "证件没错，是采集码上的信息有误", en: "card checked, the code is wrong")
        case .wrongPerson: Phrase(zh: "不是本人", en: "wrong person")
        case .poorPortrait: Phrase(zh: "照片不好", en: "poor portrait")
        case .otherReason: Phrase(zh: "其他原因", en: "another reason")
        case .checkWrong:
            Phrase(zh: "人工看过，照片没有问题", en: "looked at by eye: the portrait is right")
        case .cannotBeOther:
            Phrase(zh: "身体或相貌原因，只能这样", en: "features or health allow no other")
        case .wanted:
            Phrase(zh: "本人或学校坚持用这张", en: "student or school want this one")
        case .recropped: Phrase(zh: "由原图重新裁切", en: "made again of the kept original")
        case .useForeign:
            Phrase(zh: "看过了，就用这个码", en: "looked at: take this code")
        case .exportAndClose: Phrase(zh: "导出后收工", en: "export, then close")
        case .close: Phrase(zh: "不导出，直接收工", en: "close without export")
        }
    }

    /// A recorded answer's words; itself where a newer version recorded it.
    static func recorded(_ answer: String) -> Phrase {
        Question.Answer(rawValue: answer).map(self.answer) ?? Phrase(zh: answer, en: answer)
    }

    /// The question in one line with the answers' digits.
    ///
    /// - Parameter isKept: as for `text`.
    public static func line(_ question: Question, isKept: Bool = false) -> Phrase {
        let answers = question.answers.enumerated().map { index, answer in
            let words = self.answer(answer)
            return Phrase(zh: "［\(index + 1) \(words.zh)］", en: "[\(index + 1) \(words.en)]")
        }
        let text = text(question.kind, isKept: isKept)
        return Phrase(
            zh: text.zh.replacing("\n", with: "；") + answers.map(\.zh).joined(),
            en: text.en.replacing("\n", with: "; ") + " " + answers.map(\.en).joined(separator: " ")
        )
    }

    /// The question with each answer on a line of its own.
    public static func lines(_ question: Question, _ language: Language) -> [String] {
        [text(question.kind)[language]]
            + question.answers.enumerated().map { "\($0 + 1)  \(answer($1)[language])" }
    }

    /// The clock's time, with the date where it was another day's: `2026-11-25 22:50`.
    static func time(of earlier: EarlierPortrait) -> String {
        let local = earlier.takenAt.local
        let time = String(local.time.prefix(5))
        return earlier.isOfAnotherDay ? "\(local.date) \(time)" : time
    }

    private static func places(
        _ earlier: EarlierPortrait, isKept: Bool = false
    ) -> [String: String] {
        let name = isKept || earlier.maskedName.isEmpty ? "" : earlier.maskedName + " "
        return [
            "n": "\(earlier.sequence)", "time": time(of: earlier),
            "who": name,
        ]
    }
}

extension StoredPortrait {
    /// Why it was stored though it fails the rule, for people.
    public var failedReason: Phrase? { failedBecause.map(QuestionWords.recorded) }
}
