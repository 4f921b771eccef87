extension CheckKind {
    /// Fine detail, thousandths: a camera or a program that enlarges a smaller picture leaves none, however
    /// sharp its edges. Only where the portrait is made: a file's own coding takes some of it.
    static let detail = CheckKind("detail", zh: "细节", en: "detail") { face in
        guard face.sourceScale != nil, let detail = face.detail else { return nil }
        return Finding(
            value: detail, unit: "‰", allowed: 7...1_000, tolerated: 0...1_000,
            advice: Phrase(
                zh: "照片没有细节，像是放大的：请把相机调到它真正的分辨率，并对好焦",
                en:
                    "The picture has no fine detail, as if enlarged: set the camera to its own resolution, and focus."
            ))
    }
}
