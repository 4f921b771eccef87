extension CheckKind {
    /// How far from the lens the eyes are, metres, where the lens is known: nearer, noses grow and ears vanish.
    /// Adults' pupils are 63 mm apart, with a deviation of 4 (Dodgson, "Variation and extrema of human
    /// interpupillary distance", 2004), so that what is measured as 0.9 m may be one.
    static let distance = CheckKind("distance", zh: "拍摄距离", en: "distance") { face in
        face.distance.map { metres in
            Finding(
                value: metres, unit: "m", allowed: 0.9...100, tolerated: 0...100,
                advice: Phrase(
                    zh: "离镜头太近，脸会变形：请坐到一米以外；脸太小就换焦距长一些的镜头",
                    en:
                        "Too near to the lens, which deforms the face: sit a metre away or more; where that is too small, use a longer lens."
                ))
        }
    }
}
