extension CheckKind {
    /// Hair top to upper edge (教毕指〔2017〕99号: 50–110 px).
    static let hairTop = CheckKind(.hairTop, zh: "头顶到上边", en: "hair top") { face in
        Finding(
            value: face.head.hairTop, unit: "px", allowed: face.rule.hairTop,
            tooLow: CheckWords.tooHigh, tooHigh: CheckWords.tooLow,
            notAssessed: face.background.model == nil ? tooBusy : tooAlike)
    }

    private static let tooBusy = Phrase(
        zh: "背景太杂，看不清头顶：请人工核对，或换成纯色背景",
        en: "The background is too busy to show the hair top: check it by eye, or change it.")

    /// As a bald head's before a backdrop of the skin's colour.
    private static let tooAlike = Phrase(
        zh: "头顶和背景颜色太接近，分不清：请人工核对，或换一种背景",
        en: "The head is too near the backdrop's colour to show its top: check it by eye.")
}
