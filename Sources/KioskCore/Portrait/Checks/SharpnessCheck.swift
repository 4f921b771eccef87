extension CheckKind {
    /// Blur on the face, as the deviation of a Gaussian in px of the portrait. A camera that never
    /// gets better than that is judged by its own best: a quarter more is a student who moved, or a
    /// lens out of focus.
    static let sharpness = CheckKind("sharpness", zh: "清晰度", en: "blur") { face in
        let limit = max(2, 1.25 * (face.sharpest ?? 0))
        let still = Phrase(
            zh: "照片模糊：请坐稳不动；如果一直模糊，请调焦并擦镜头",
            en:
                "The picture is blurred: please keep still; if it stays so, focus and clean the lens."
        )
        return Finding(
            value: face.blur, unit: "px", allowed: 0...limit, tolerated: 0...1.5 * limit,
            tooLow: still, tooHigh: still)
    }
}
