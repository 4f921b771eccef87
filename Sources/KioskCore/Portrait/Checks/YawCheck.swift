extension CheckKind {
    /// The turn. ISO/IEC 19794-5 allows ±5° and a sister system refuses beyond ±10°, of the true turn, which
    /// is measured a tenth too large with a deviation of 1 to 2°.
    static let yaw = CheckKind("yaw", zh: "左右转头", en: "turn") { face in
        Finding(
            value: face.pose?.yaw, unit: "°", allowed: -6...6, tolerated: -12...12,
            tooLow: Phrase(
                zh: "请正对镜头：脸向您的左边转一点",
                en: "Please face the camera: turn a little to your left."),
            tooHigh: Phrase(
                zh: "请正对镜头：脸向您的右边转一点",
                en: "Please face the camera: turn a little to your right."))
    }
}
