extension CheckKind {
    /// Percent of the skin that is burnt out (positive), or that is black or missing to the light of a lit
    /// face (negative), whichever is more.
    static let exposure = CheckKind("exposure", zh: "曝光", en: "exposure") { face in
        Finding(
            value: face.light.map {
                let dark = max($0.black, $0.dimness)
                return $0.burnt >= dark ? $0.burnt : -dark
            }, unit: "%",
            allowed: -10...10, tolerated: -25...25,
            tooLow: Phrase(
                zh: "脸部太暗：请加灯光，或调高曝光",
                en: "The face is too dark: add light, or raise the exposure."),
            tooHigh: Phrase(
                zh: "脸部过曝：请把灯调暗，或降低曝光",
                en: "The face is too bright: take light away, or lower the exposure."))
    }
}
