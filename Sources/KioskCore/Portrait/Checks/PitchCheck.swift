extension CheckKind {
    /// The nod. ISO/IEC 19794-5 allows ±5° and a sister system refuses beyond ±10°, of the true nod; one
    /// picture tells it with a deviation of 3 to 4°, so that a level head is warned of in one case of
    /// twenty at ±7°, and what fails at ±13° is beyond the ±10° for nearly sure.
    static let pitch = CheckKind("pitch", zh: "抬头低头", en: "nod") { face in
        Finding(
            value: face.pose?.pitch, unit: "°", allowed: -7...7, tolerated: -13...13,
            tooLow: Phrase(
                zh: "请平视镜头：下巴抬高一点",
                en: "Please look straight ahead: raise your chin a little."),
            tooHigh: Phrase(
                zh: "请平视镜头：下巴收低一点",
                en: "Please look straight ahead: lower your chin a little."))
    }
}
