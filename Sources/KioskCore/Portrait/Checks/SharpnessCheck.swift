extension CheckKind {
    /// Blur on the face, as the deviation of a Gaussian in px of the portrait; 0.5 is as sharp as
    /// scaling leaves it. Twice the camera's own best is a student who moved or a lens out of focus;
    /// where nothing is known of the camera, 2 px.
    static let sharpness = CheckKind(.sharpness, zh: "清晰度", en: "blur") { face in
        let limit = face.sharpest.map { min(max(1.2, 2 * $0), 3) } ?? 2
        let still = Phrase(
            zh: "照片模糊：请坐稳不动；如果一直模糊，请调焦并擦镜头",
            en:
                "The picture is blurred: please keep still; if it stays so, focus and clean the lens."
        )
        return Finding(
            value: face.blur, unit: "px", allowed: 0...limit, tolerated: 0...1.5 * limit,
            advice: still)
    }
}
