/// What is said while the session's portraits are looked through.
public enum FinderWords {
    /// What is looked for, and how many there are.
    static func headline(_ finder: Finder) -> Phrase {
        if let shown = finder.shown { return title(shown) }
        return Phrase(
            zh: "查找照片：{text}_（{kind} {n} 张）", en: "Find: {text}_ ({kind}: {n})"
        ).filled(["text": finder.text, "n": "\(finder.found.count)"]).with(kind(finder.kind))
    }

    /// The same without what is of a person.
    static let finding = Phrase(zh: "查找照片", en: "Looking for a portrait")

    static let advice = Phrase(
        zh: "输入证件号码末几位、序号或时间（如 0725）",
        en: "type the end of the ID number, a sequence number or a time (0725)")

    /// One portrait in a line: `12  张*三  07:25`.
    static func title(_ found: FoundPortrait) -> Phrase {
        let text =
            "\(found.sequence)  \(found.portrait.maskedName)  "
            + QuestionWords.time(of: found.portrait)
        return Phrase(zh: text, en: text)
    }

    /// How a portrait stands.
    static func state(_ found: FoundPortrait) -> Phrase {
        if let reason = found.voidedBecause {
            let words = QuestionWords.recorded(reason)
            if found.isReplaced {
                let by = reason.filter(\.isNumber)
                return Phrase(zh: "已被 {n} 号替换", en: "replaced by number {n}").filled(["n": by])
            }
            return Phrase(zh: "已作废：\(words.zh)", en: "withdrawn: \(words.en)")
        }
        let verdict = CheckWords.title(found.verdict)
        guard let reason = found.failedBecause.map(QuestionWords.recorded) else { return verdict }
        return Phrase(zh: "\(verdict.zh)：\(reason.zh)", en: "\(verdict.en): \(reason.en)")
    }

    static func number(_ found: FoundPortrait) -> Phrase {
        guard !found.numberEnd.isEmpty else { return Phrase(zh: "证件号码未输入", en: "no ID number") }
        return Phrase(
            zh: "证件号码末四位 \(found.numberEnd)", en: "ID number ends with \(found.numberEnd)")
    }

    private static func kind(_ kind: Finder.Kind) -> Phrase {
        switch kind {
        case .all: Phrase(zh: "全部", en: "all")
        case .failed: Phrase(zh: "不合格", en: "failed")
        case .gone: Phrase(zh: "已作废或替换", en: "withdrawn or replaced")
        }
    }

    /// The buttons.
    static func buttons(_ finder: Finder) -> [ScreenButton] {
        let back = ScreenButton(key: .leave, title: Phrase(zh: "返回", en: "back"))
        guard finder.picked == nil else {
            guard let shown = finder.shown, !shown.isReplaced else { return [back] }
            let title =
                shown.voidedBecause == nil
                ? Phrase(zh: "作废这张", en: "withdraw it") : Phrase(zh: "恢复这张", en: "take it back")
            return [ScreenButton(key: .undo, title: title), back]
        }
        let kinds = ScreenButton(
            key: .beginNumber, title: Phrase(zh: "换一类", en: "another kind"))
        guard !finder.found.isEmpty else { return [kinds, back] }
        let open = ScreenButton(
            key: .enter, title: Phrase(zh: "看第一张", en: "open the first"), isPrimary: true)
        return [open, kinds, back]
    }
}

extension Finder {
    /// What is found, a line each, for a terminal: the first eight, or the one that is shown with how it stands.
    func lines(_ language: Language) -> [String] {
        guard let shown else {
            return found.prefix(8).map { found in
                let sign = found.voidedBecause != nil ? "–" : found.verdict.icon
                return "\(sign) \(FinderWords.title(found)[language])  \(found.numberEnd)"
            }
        }
        return [
            FinderWords.number(shown)[language], FinderWords.state(shown)[language],
        ]
    }
}

extension Phrase {
    /// The phrase with its `{kind}` said in each language.
    fileprivate func with(_ kind: Phrase) -> Phrase {
        Phrase(
            zh: zh.replacing("{kind}", with: kind.zh), en: en.replacing("{kind}", with: kind.en))
    }
}
