/// What is said of classes.
public enum ClassWords {
    /// The next class is to be named.
    static let naming = Phrase(
        zh: "换班：输入班名，或出示班级卡", en: "The next class: type its name, or show its card.")

    /// What a class came to, in a line.
    public static func summary(_ summary: ClassSummary) -> Phrase {
        let counts = [
            Phrase(zh: "已拍 \(summary.portraits)", en: "\(summary.portraits) portraits"),
            Phrase(zh: "待补拍 \(summary.setAside)", en: "\(summary.setAside) set aside"),
            Phrase(zh: "没拍成 \(summary.refused)", en: "\(summary.refused) refused"),
            times(summary),
        ].compactMap { $0 }
        return Phrase(
            zh: "\(summary.name)：" + counts.map(\.zh).joined(separator: "，"),
            en: "\(summary.name): " + counts.map(\.en).joined(separator: ", "))
    }

    /// A class has ended.
    static func ended(_ summary: ClassSummary) -> Phrase {
        let words = Self.summary(summary)
        return Phrase(zh: "本班结束　\(words.zh)", en: "class ended — \(words.en)")
    }

    private static func times(_ summary: ClassSummary) -> Phrase? {
        guard let began = summary.began?.local.time else { return nil }
        guard let ended = summary.ended?.local.time else {
            return Phrase(zh: "\(began) 开始", en: "since \(began)")
        }
        return Phrase(zh: "\(began)–\(ended)", en: "\(began)–\(ended)")
    }
}
