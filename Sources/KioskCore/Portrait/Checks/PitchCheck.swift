extension CheckKind {
    /// The nod. ISO/IEC 19794-5 allows ±5° and a sister system refuses beyond ±10°, of the true nod; one
    /// picture tells it with a deviation of 3 to 4°: of 15 level people four lie beyond ±5° and none
    /// beyond ±7°, of 20 level rendered heads six and three. ±13° leaves the ±10° room for that.
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
