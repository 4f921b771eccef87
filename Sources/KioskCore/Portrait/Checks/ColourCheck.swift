extension CheckKind {
    /// The cast of the light: how far a grey card would be from grey, ΔE*ab; positive warm, negative
    /// cold.
    static let colour = CheckKind("colour", zh: "色彩", en: "colour") { face in
        Finding(
            value: face.cast.map { $0.isWarm ? $0.size : -$0.size }, unit: "ΔE", allowed: -8...8,
            tolerated: -16...16,
            tooLow: Phrase(
                zh: "颜色偏冷：请用 5500K 灯光，固定相机白平衡",
                en: "The colours are cold: use 5500 K lamps and fix the camera's white balance."),
            tooHigh: Phrase(
                zh: "颜色偏暖：请用 5500K 灯光，固定相机白平衡",
                en: "The colours are warm: use 5500 K lamps and fix the camera's white balance."))
    }
}
