extension CheckKind {
    /// Eye line to upper edge (教毕指〔2017〕99号: 200–300 px).
    static let eyes = CheckKind(.eyes, zh: "眼睛高度", en: "eye line") { face in
        Finding(
            value: face.head.eyeLine, unit: "px", allowed: face.rule.eyes,
            tooLow: CheckWords.tooHigh, tooHigh: CheckWords.tooLow)
    }
}
