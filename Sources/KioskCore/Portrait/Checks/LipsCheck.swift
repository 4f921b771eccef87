extension CheckKind {
    /// Lips closed, in percent of the distance from eyes to chin. A line between closed lips measures
    /// up to 2; at 3 the lips are visibly apart, at 6 the mouth is open.
    static let lips = CheckKind("lips", zh: "双唇闭合", en: "lips closed") { face in
        let close = Phrase(
            zh: "请自然闭上嘴，不要露齿", en: "Please close your lips and show no teeth.")
        return Finding(
            value: face.lipGap, unit: "%", allowed: 0...3, tolerated: 0...6, advice: close)
    }
}
