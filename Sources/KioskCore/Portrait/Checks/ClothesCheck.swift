extension CheckKind {
    /// Clothes clearly different from the backdrop (教毕指〔2017〕99号), ΔE*ab at the shoulders.
    static let clothes = CheckKind(.clothes, zh: "衣服与背景区分", en: "clothes") { face in
        let other = Phrase(
            zh: "衣服和背景颜色太接近：请换深一点的衣服",
            en: "The clothes are too near the backdrop's colour: please wear darker ones.")
        return Finding(
            value: face.clothes, unit: "ΔE", allowed: 15...200, tolerated: 8...200, advice: other,
            notAssessed: Phrase(
                zh: "看不到肩部衣服：请坐正，双肩都要入镜",
                en: "No clothes are seen at the shoulders: sit straight, both shoulders in view."))
    }
}
