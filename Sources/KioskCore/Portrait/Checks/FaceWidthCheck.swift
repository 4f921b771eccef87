extension CheckKind {
    /// Cheek to cheek (教毕指〔2017〕99号: 180–300 px).
    static let faceWidth = CheckKind(.faceWidth, zh: "脸部宽度", en: "face width") { face in
        Finding(
            value: face.head.faceWidth, unit: "px", allowed: face.rule.faceWidth,
            tooLow: CheckWords.hint(.comeCloser), tooHigh: CheckWords.hint(.moveBack))
    }
}
