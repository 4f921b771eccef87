extension CheckKind {
    /// The spread of the face's luma, levels of 255 (after OFIQ's dynamic range): eyes and brows are
    /// dark in a face that is well lit.
    static let contrast = CheckKind("contrast", zh: "对比度", en: "contrast") { face in
        let veil = Phrase(
            zh: "画面发灰：请擦镜头，避免灯光直射镜头",
            en: "The picture is flat: clean the lens, and let no lamp shine into it.")
        return Finding(
            value: face.light?.contrast, unit: "", allowed: 40...256, tolerated: 25...256,
            advice: veil)
    }
}
