/// What cannot be judged without a model that we do not have. It is never guessed: the operator looks
/// at the portrait and, by accepting it, says that it is right.
extension CheckKind {
    /// Nothing on the head (religious and medical reasons excepted).
    static let headwear = byEye(
        "headwear", zh: "不戴帽子头饰", en: "no headwear",
        Phrase(
            zh: "请看一眼：没有帽子、头饰（宗教、医疗原因除外）",
            en: "Look: nothing on the head (but for religious and medical reasons)."))

    /// Clear lenses, where glasses may stay on.
    static let tintedGlasses = CheckKind(
        "tintedGlasses", zh: "不戴有色眼镜", en: "clear glasses"
    ) { face in
        guard face.rule.glasses == .allowed else { return nil }
        return unknown(Phrase(zh: "请看一眼：眼镜没有颜色", en: "Look: the glasses are clear."))
    }

    /// No glasses, where they have to come off.
    static let noGlasses = CheckKind("noGlasses", zh: "不戴眼镜", en: "no glasses") { face in
        guard face.rule.glasses == .off else { return nil }
        return unknown(Phrase(zh: "请看一眼：眼镜已摘下", en: "Look: the glasses are off."))
    }

    /// Brows, eyes and ears free of hair.
    static let hairOverBrows = byEye(
        "hairOverBrows", zh: "头发不遮眉眼耳", en: "brows and ears free",
        Phrase(zh: "请看一眼：头发不遮眉毛、眼睛和耳朵", en: "Look: no hair over brows, eyes or ears."))

    /// Not mirrored: pictures of the camera never are, of other files nobody knows.
    static let mirrored = CheckKind("mirrored", zh: "没有左右翻转", en: "not mirrored") { face in
        guard face.file != nil, face.sourceScale == nil else { return nil }
        return unknown(
            Phrase(zh: "请看一眼：照片没有左右翻转", en: "Look: the picture is not mirrored."))
    }

    private static func byEye(_ name: CheckName, zh: String, en: String, _ advice: Phrase)
        -> CheckKind
    {
        CheckKind(name, zh: zh, en: en) { _ in unknown(advice) }
    }

    private static func unknown(_ advice: Phrase) -> Finding {
        Finding(
            value: nil, unit: "", allowed: 0...0, advice: advice, notAssessed: advice)
    }
}
