/// The languages of the counter.
public enum Language: String, CaseIterable, Sendable {
    /// Chinese, simplified.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The language of a locale's name (`zh_CN.UTF-8`, `en_GB`); English where it is neither.
    public init(locale: String) {
        self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
}

/// One sentence in every language of the counter.
public struct Phrase: Hashable, Sendable {
    /// The Chinese sentence.
    public let zh: String
    /// The English sentence.
    public let en: String

    /// A sentence in both languages. `{subject}`-like places are filled by `filled`.
    public init(zh: String, en: String) {
        self.zh = zh
        self.en = en
    }

    /// Nothing to say.
    public static let empty = Phrase(zh: "", en: "")

    /// The sentence in that language.
    public subscript(language: Language) -> String {
        switch language {
        case .chinese: zh
        case .english: en
        }
    }

    /// The sentence and another one in the same breath.
    public func followed(by other: Phrase) -> Phrase {
        Phrase(zh: "\(zh)；\(other.zh)", en: "\(en); \(other.en)")
    }

    /// The sentence with each `{name}` replaced by its value.
    public func filled(_ values: [String: String]) -> Phrase {
        Phrase(zh: Self.fill(zh, values), en: Self.fill(en, values))
    }

    private static func fill(_ text: String, _ values: [String: String]) -> String {
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            let name = String(rest[rest.index(after: open)..<close])
            result += rest[..<open]
            result += values[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}
