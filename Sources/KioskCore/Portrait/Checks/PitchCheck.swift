extension CheckKind {
    /// The nod (ISO/IEC 19794-5: ±5°; a sister system refuses beyond ±10°).
    static let pitch = CheckKind("pitch", zh: "抬头低头", en: "nod") { face in
        Finding(
            value: face.pose?.pitch, unit: "°", allowed: -5...5, tolerated: -10...10,
            tooLow: Phrase(
                zh: "请平视镜头：下巴抬高一点",
                en: "Please look straight ahead: raise your chin a little."),
            tooHigh: Phrase(
                zh: "请平视镜头：下巴收低一点",
                en: "Please look straight ahead: lower your chin a little."))
    }
}
