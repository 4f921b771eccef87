/// Codes that are plainly no 采集码, by how their text begins: for payment, for contacts, for networks. Everything
/// else counts as one: what stands in a 采集码 is not public.
public struct ForeignCodes: Hashable, Sendable {
    /// What a foreign code is for.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case payment, chat, network, contact, other
        /// A class card: it acts only after the operator's key.
        case classCard
    }

    /// What is shipped: one entry of `codes.foreign` each.
    public static let shipped = [
        "alipay", "wxp://", "weixin", "wechat", "95516.com", "qm.qq.com", "WIFI:", "BEGIN:VCARD",
        "MECARD:", "tel:", "mailto:", "sms:", "smsto:", "geo:",
    ]

    private let entries: [String]

    /// The codes that match one of these entries.
    ///
    /// - Parameter entries: how a text begins; an entry without a colon is looked for in the text's scheme and in the
    ///   host of a web address. Large and small letters are the same.
    public init(_ entries: [String] = shipped) { self.entries = entries.map { $0.lowercased() } }

    /// Entries with blanks between, as kiosk.conf writes them.
    public init(listed text: String) {
        self.init(text.split(separator: " ").map(String.init))
    }

    /// What a code is for, where it is foreign; nil where it counts as a 采集码.
    public func kind(of code: CaptureCode) -> Kind? {
        if ClassCard.isCard(code) { return .classCard }
        let start = code.canonical.prefix(Self.mostBytes)
        let text = String(decoding: start, as: UTF8.self).lowercased()
        let parts = Self.schemeAndHost(of: text)
        let entry = entries.first { entry in
            entry.contains(":")
                ? text.hasPrefix(entry) : parts.contains { $0.contains(entry) }
        }
        return entry.map(Self.kind)
    }

    /// So much of a text is looked at: schemes and hosts are shorter.
    private static let mostBytes = 300

    /// The scheme of `scheme:…`, and the host where it is a web address.
    private static func schemeAndHost(of text: String) -> [Substring] {
        guard let colon = text.firstIndex(of: ":") else { return [] }
        let scheme = text[..<colon]
        guard
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return [] }
        let rest = text[text.index(after: colon)...]
        guard scheme == "http" || scheme == "https", rest.hasPrefix("//") else { return [scheme] }
        return [scheme, rest.dropFirst(2).prefix { !"/?#".contains($0) }]
    }

    private static func kind(of entry: String) -> Kind {
        let known: [(Kind, [String])] = [
            (.payment, ["alipay", "wxp:", "95516", "pay"]),
            (.chat, ["weixin", "wechat", "qq.com"]),
            (.network, ["wifi"]), (.contact, ["vcard", "mecard", "tel:", "mailto:", "sms"]),
        ]
        let found = known.first { _, marks in marks.contains { entry.contains($0) } }
        return found?.0 ?? .other
    }
}
