extension CheckKind {
    /// The backdrop: of the rule's colour, even, without shadow, and nothing else before it. One value
    /// each; the check is about the one that is farthest outside.
    static let backdrop = CheckKind(.backdrop, zh: "背景", en: "backdrop") { face in
        if case .busy(let strays) = face.background { return noBackdrop(strays) }
        guard let view = face.backdrop else { return unknownBackdrop }
        return [color(of: view, face.rule), evenness(of: view), objects(before: view)]
            .max { $0.excess < $1.excess }
    }

    /// A room or a street: most of it is something else.
    private static func noBackdrop(_ strays: Double) -> Finding {
        Finding(
            value: strays, unit: "%", allowed: 0...1, tolerated: 0...2,
            advice: Phrase(
                zh: "身后不是纯色背景：请坐到背景布前",
                en: "There is no plain backdrop behind: sit before one."))
    }

    private static let unknownBackdrop = Finding(
        value: nil, unit: "ΔE", allowed: 0...12, advice: .empty,
        notAssessed: Phrase(
            zh: "头两侧看不到背景：请坐远一点、坐到中间",
            en: "Too little backdrop is seen beside the head: sit farther away, in the middle."))

    /// ΔE*ab to the rule's colour. Lamps and cameras differ; over 12 the backdrop is another one.
    private static func color(of view: BackdropView, _ rule: PortraitRule) -> Finding {
        let other = Phrase(
            zh: "背景颜色不对：请换背景布，或在设置里选对应的规格",
            en: "The backdrop has the wrong colour: change it, or choose the rule that has it.")
        return Finding(
            value: view.color.distance(to: LabColor(rule.backdrop.light)), unit: "ΔE",
            allowed: 0...12,
            tolerated: 0...24, advice: other)
    }

    /// L* between its lightest and its darkest part ("no gradient, no shadow").
    private static func evenness(of view: BackdropView) -> Finding {
        let advice =
            view.isDarkBesideHead
            ? Phrase(
                zh: "头旁有影子：请离背景远一点，或移动灯光",
                en:
                    "There is a shadow beside the head: sit farther from the backdrop, or move a lamp."
            )
            : Phrase(
                zh: "背景明暗不均：请把背景照匀",
                en: "The backdrop is lit unevenly: light it from both sides.")
        return Finding(
            value: view.unevenness, unit: "L*", allowed: 0...8, tolerated: 0...16, advice: advice)
    }

    private static func objects(before view: BackdropView) -> Finding {
        let advice = Phrase(
            zh: "背景里有别的东西或人：请移开",
            en: "Something else is before the backdrop: take it away.")
        return Finding(
            value: view.objects, unit: "%", allowed: 0...1, tolerated: 0...2, advice: advice)
    }
}

extension Finding {
    /// How far outside the value is, in widths of what passes; up to 1 inside.
    fileprivate var excess: Double { (value ?? 0) / max(allowed.upperBound, 1e-6) }
}
