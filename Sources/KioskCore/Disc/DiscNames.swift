/// The names of the portraits on a disc: by the template, unique whatever the case of letters, and
/// such that every reader of discs can show them.
struct DiscNames {
    /// Joliet holds 64 characters a name (Joliet Specification 1995), `.jpg` included.
    private static let longest = 60

    private let template: String
    private var used: Set<String> = []
    private var codeOfNumber: [String: String] = [:]

    init(template: String) { self.template = template }

    /// The path of the next portrait; each is given out once.
    ///
    /// - Throws: `disc.names` where even code and sequence number do not make it unique.
    mutating func path(of portrait: StoredPortrait) throws(KioskError) -> String {
        let name = Self.cleaned(filled(template, portrait))
        let code = String(portrait.codeDigest.prefix(16))
        let folder = otherProgramme(portrait)
        let candidates = [
            "\(folder)\(name.isEmpty ? code : name)", "\(folder)\(code)",
            "\(folder)\(code)-\(portrait.sequence)",
        ]
        for candidate in candidates where used.insert(candidate.lowercased()).inserted {
            return "PHOTOS/\(candidate).jpg"
        }
        throw KioskError(.discNames, "\(portrait.sequence)")
    }

    /// The same person's portrait under a second code, that of another programme, stands in a
    /// folder named by school and level: two files `<id>.jpg`, never `<id>-2.jpg`.
    private mutating func otherProgramme(_ portrait: StoredPortrait) -> String {
        guard let number = portrait.idNumber?.text else { return "" }
        let first = codeOfNumber[number] ?? portrait.codeDigest
        codeOfNumber[number] = first
        guard first != portrait.codeDigest else { return "" }
        let parts = [portrait.fields.school, portrait.fields.level].compactMap { $0 }
        let name = Self.cleaned(parts.joined(separator: "-"))
        return (name.isEmpty ? String(portrait.codeDigest.prefix(16)) : name) + "/"
    }

    /// The template with its fields filled in. A template that asks for a number where there is
    /// none gives the code's name.
    private func filled(_ template: String, _ portrait: StoredPortrait) -> String {
        let code = String(portrait.codeDigest.prefix(16))
        if template.contains("{id}"), portrait.idNumber == nil { return code }
        return Phrase(zh: template, en: template).filled([
            "id": portrait.idNumber?.text ?? "", "code": code,
            "student": portrait.fields.studentNumber ?? "", "sequence": "\(portrait.sequence)",
            "school": portrait.fields.school ?? "",
        ]).en
    }

    /// A name without what ISO 9660, Joliet or Windows cannot hold; no dot or space at its ends.
    static func cleaned(_ name: String) -> String {
        let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", ";"]
        let kept = name.filter { character in
            !forbidden.contains(character)
                && character.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7F && !ForeignText.isHidden($0)
                }
        }
        let trimmed = kept.drop { $0 == "." || $0 == " " }
        let short = shortened(trimmed)
        guard isDevice(short) else { return String(short) }
        let base = short.prefix { $0 != "." }
        return String(shortened(base + "_" + short.dropFirst(base.count)))
    }

    /// As much of a name as is allowed, without a dot or a blank at its end.
    private static func shortened(_ name: Substring) -> Substring {
        var units = 0
        var short = name.prefix { character in
            units += character.utf16.count
            return units <= longest
        }
        while let last = short.last, last == "." || last == " " { short.removeLast() }
        return short
    }

    /// Whether Windows takes a name for one of its devices, whatever its extension and blanks before
    /// that ("Naming Files, Paths, and Namespaces", Microsoft Learn).
    private static func isDevice(_ name: Substring) -> Bool {
        var stem = name.prefix { $0 != "." }
        while stem.last == " " { stem.removeLast() }
        let base = stem.uppercased()
        guard !["CON", "PRN", "AUX", "NUL"].contains(base) else { return true }
        return base.count == 4 && ["COM", "LPT"].contains(base.prefix(3))
            && base.last.map { "0123456789¹²³".contains($0) } == true
    }
}
