extension CheckKind {
    /// The tilt, by the line through the pupils. The authority checks that line's angle; ISO/IEC
    /// 19794-5 allows ±8°, and over 3° people see it.
    static let roll = CheckKind("roll", zh: "头部左右倾斜", en: "tilt") { face in
        Finding(
            value: face.pose?.roll, unit: "°", allowed: -3...3, tolerated: -8...8,
            tooLow: Phrase(
                zh: "请把头往左边摆正一点",
                en: "The head is tilted: please lean it a little to your left."),
            tooHigh: Phrase(
                zh: "请把头往右边摆正一点",
                en: "The head is tilted: please lean it a little to your right."))
    }
}
