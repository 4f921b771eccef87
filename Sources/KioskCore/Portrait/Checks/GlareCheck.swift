extension CheckKind {
    /// Glare on glasses, percent of a lens.
    static let glare = CheckKind("glare", zh: "眼镜反光", en: "glare on glasses") { face in
        let tilt = Phrase(
            zh: "眼镜反光：请把眼镜腿抬高一点、低头一点，或移动灯光",
            en: "The glasses reflect the lamp: tilt them down a little, or move the lamp.")
        return Finding(
            value: face.glare, unit: "%", allowed: 0...5, tolerated: 0...12, advice: tilt)
    }
}
