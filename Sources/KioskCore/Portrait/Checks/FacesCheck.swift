extension CheckKind {
    /// Exactly one face is in the picture.
    static let faces = CheckKind("faces", zh: "人数", en: "faces") { face in
        let other = Phrase(
            zh: "画面里只能有一个人：请其他人离开画面",
            en: "Only one person may be in the picture: ask the others to step aside.")
        return Finding(
            value: Double(face.faces), unit: "", allowed: 1...1, advice: other)
    }
}
