extension CheckKind {
    /// Pixels of the source for one of the portrait: a portrait is never an enlargement.
    static let resolution = CheckKind("resolution", zh: "分辨率", en: "resolution") { face in
        face.sourceScale.map { scale in
            Finding(
                value: scale, unit: "", allowed: 1...1_000, advice: CheckWords.hint(.largerPicture))
        }
    }
}
