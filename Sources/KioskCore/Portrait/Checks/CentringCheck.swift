extension CheckKind {
    /// The face's middle from the left edge (ISO/IEC 19794-5: 45–55 % of the width).
    static let centring = CheckKind(.centring, zh: "左右居中", en: "centring") { face in
        Finding(
            value: face.head.middle, unit: "px", allowed: face.rule.centring,
            tooLow: CheckWords.hint(.moveLeft), tooHigh: CheckWords.hint(.moveRight))
    }
}
