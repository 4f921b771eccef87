/// What the counter says.
public enum BoothWords {
    /// The counter in one line: what is wrong, the state, whose sitting it is (masked), the shot's checks, the
    /// number (masked) and the keys that do something now.
    ///
    /// - Parameter isKept: whether lines stay readable one below the other, as in a pipe, or for months, as in the
    ///   system's journal. Then nothing of a person is said, masked or not: portraits go by their sequence
    ///   numbers. Elsewhere each character typed is a star.
    public static func screenLine(
        _ booth: Booth, _ language: Language, isKept: Bool, countdown: Double? = nil
    ) -> String {
        let status = statusLine(booth, language, isKept: isKept, countdown: countdown)
        return (troubles(booth, language) + [status]).joined(separator: "  ")
    }

    /// The same without what is wrong.
    ///
    /// - Parameter asks: whether what is asked stands in the line; elsewhere it has rows of its own.
    static func statusLine(
        _ booth: Booth, _ language: Language, isKept: Bool, countdown: Double?,
        _ guidance: Guidance? = nil, asks: Bool = true
    ) -> String {
        if let entry = booth.entry { return self.entry(entry, isKept: isKept)[language] }
        let guidance = guidance ?? Guidance(booth)
        let isFinding = booth.finder != nil && booth.question == nil
        // What is asked follows with its answers.
        let isAsked = booth.isAnswerAwaited
        let headline = isKept && isFinding ? FinderWords.finding : guidance.headline
        var parts = isAsked ? [] : [headline[language]]
        if let countdown { parts.append(self.countdown(countdown)) }
        if !isKept, let sitting = booth.sitting { parts += owner(sitting) }
        if !isAsked { parts.append(guidance.advice[language]) }
        if asks, let question = booth.question {
            parts.append(QuestionWords.line(question, isKept: isKept)[language])
        }
        parts.append(keys(booth, isKept: isKept)[language])
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Whose sitting it is, masked: name, number, the stars of a number that is being typed.
    private static func owner(_ sitting: Sitting) -> [String] {
        let typed = sitting.typed.map { String(repeating: "*", count: $0.count) + "_" }
        return [sitting.code.fields.maskedName.map(Mask.name), sitting.idNumber?.masked, typed]
            .compactMap { $0 }
    }

    /// What is wrong, a sentence each.
    public static func troubles(_ booth: Booth, _ language: Language) -> [String] {
        booth.troubles.map { "✕\u{A0}" + trouble($0)[language] }
    }

    /// Beside the portrait that a question is about.
    public static let earlier = Phrase(zh: "以前的照片", en: "the earlier portrait")

    /// Below the new portrait beside an earlier one.
    static let thisTime = Phrase(zh: "这次的照片", en: "the new portrait")
    /// Below the portrait under review.
    static let finished = Phrase(
        zh: "成片（和别人看到的一样，不是镜像）", en: "the portrait as others see it, not mirrored")

    /// Above the masked name.
    public static let isThisYou = Phrase(zh: "正在拍：请核对本人", en: "now: check who it is")

    /// The number, masked: taken, as it is typed (stars but for the last two), or missing.
    public static func number(of sitting: Sitting) -> Phrase {
        if let typed = sitting.typed {
            let stars = String(repeating: "*", count: max(0, typed.count - 2))
            let text = stars + typed.suffix(2) + "_"
            return Phrase(zh: text, en: text)
        }
        if let number = sitting.idNumber { return Phrase(zh: number.masked, en: number.masked) }
        return Phrase(zh: "证件号码未输入", en: "no ID number yet")
    }

    /// The seconds to an automatic shot: `1.5`.
    public static func countdown(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// What is being typed that belongs to no sitting. In a pipe nothing is said of a path: a file
    /// may bear a student's name.
    public static func entry(_ entry: Entry, isKept: Bool) -> Phrase {
        let text = isKept ? "" : entry.text + "_"
        return switch entry.kind {
        case .exportOf:
            Phrase(
                zh: "导出哪一号？（回车：最后一张）\(text)［Esc 取消］",
                en: "Export which number? (Enter: the last) \(text) [Esc cancel]")
        case .className:
            Phrase(
                zh: "下一个班级的名称，或出示班级卡：\(text)［回车］［Esc 取消］",
                en: "The next class's name, or show its card: \(text) [Enter] [Esc cancel]")
        case .hours:
            Phrase(
                zh: "拍照时间，如 09:00-11:30 14:00-17:00：\(text)［回车］［Esc 取消］",
                en: "Opening hours, as 09:00-11:30 14:00-17:00: \(text) [Enter] [Esc cancel]")
        case .codeFile:
            Phrase(
                zh: "采集码图片的路径：\(text)［回车］［Esc 取消］",
                en: "The path of the code's picture: \(text) [Enter] [Esc cancel]")
        }
    }

    /// A shot's verdict, with what is to be done about the first check that is not right, else with
    /// what nobody but a person can judge.
    public static func result(_ shot: ShotSummary) -> Phrase {
        let title = CheckWords.title(shot.verdict)
        let advice = shot.notable.first { $0.verdict != .notAssessed }?.advice ?? ticks(shot)
        return Phrase(
            zh: title.zh + (advice.zh.isEmpty ? "" : "：" + advice.zh),
            en: title.en + (advice.en.isEmpty ? "" : ": " + advice.en))
    }

    /// What the operator says by accepting: everything that could not be assessed.
    private static func ticks(_ shot: ShotSummary) -> Phrase {
        let titles = shot.checks.filter { $0.verdict == .notAssessed }
            .map { CheckWords.title($0.name) }
        guard !titles.isEmpty else { return .empty }
        return Phrase(
            zh: "请再看一眼（" + titles.map(\.zh).joined(separator: "、") + "）",
            en: "look yourself (" + titles.map(\.en).joined(separator: ", ") + ")")
    }

    /// How many checks pass, below those that do not.
    public static func passed(_ shot: ShotSummary) -> Phrase {
        Phrase(zh: "其余 {n} 项合格", en: "{n} more pass")
            .filled(["n": "\(shot.checks.count { $0.verdict == .pass })"])
    }

    /// The keys that do something now.
    ///
    /// - Parameter isKept: whether it is kept for long; then nothing of a person is said.
    public static func keys(_ booth: Booth, isKept: Bool = false) -> Phrase {
        let lines = ButtonWords.all(booth, isKept: isKept).map(\.line)
        return Phrase(
            zh: lines.map(\.zh).joined(), en: lines.map(\.en).joined(separator: " "))
    }
}
