extension CheckKind {
    /// Eyes open: 1 as people look into a camera, 0 closed. Under 0.4 less than half of the iris is
    /// seen; narrow eyes that are open have 0.45 and more.
    static let eyesOpen = CheckKind(.eyesOpen, zh: "睁眼", en: "eyes open") { face in
        let open = Phrase(zh: "请睁开眼睛", en: "Please open your eyes.")
        return Finding(
            value: face.openness, unit: "", allowed: 0.4...3, advice: open)
    }
}
