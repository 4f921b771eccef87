extension CheckKind {
    /// The cast of the light: how far a grey card would be from grey, ΔE*ab; positive warm, negative
    /// cold. A black-and-white picture fails.
    static let colour = CheckKind("colour", zh: "色彩", en: "colour") { face in
        if let colour = face.colour, colour < leastColour { return blackAndWhite(colour) }
        return Finding(
            value: face.cast.map { $0.isWarm ? $0.size : -$0.size }, unit: "ΔE", allowed: -8...8,
            tolerated: -16...16,
            tooLow: Phrase(
                zh: "颜色偏冷：请用 5500K 灯光，固定相机白平衡",
                en: "The colours are cold: use 5500 K lamps and fix the camera's white balance."),
            tooHigh: Phrase(
                zh: "颜色偏暖：请用 5500K 灯光，固定相机白平衡",
                en: "The colours are warm: use 5500 K lamps and fix the camera's white balance."))
    }

    /// Under so many levels between its channels a picture has no colour.
    private static let leastColour = 14.0

    private static func blackAndWhite(_ levels: Double) -> Finding {
        Finding(
            value: levels, unit: "levels", allowed: leastColour...255,
            advice: Phrase(
                zh: "照片是黑白的：请用彩色照片",
                en: "The picture is black and white: a portrait is in colour."))
    }
}
