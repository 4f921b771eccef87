extension CheckKind {
    /// How much less light the darker half of the face has, percent of the brighter.
    static let evenLight = CheckKind("evenLight", zh: "左右光线均匀", en: "even light") { face in
        let lamps = Phrase(
            zh: "脸部一边亮一边暗：请调整左右两盏灯",
            en: "One side of the face is darker: set the two lamps alike.")
        return Finding(
            value: face.light?.unevenness, unit: "%", allowed: 0...25, tolerated: 0...45,
            advice: lamps)
    }
}
