/// The names of the pictures of one hand-over: by the templates of its trees, unique whatever the case of letters, and
/// such that every reader of discs, sticks and archives can show them.
struct HandOverNames {
    /// A picture's place, and what its template alone would have called it.
    struct Place: Hashable, Sendable {
        /// The path from the root.
        let path: String
        /// What the template says, where the path differs: a name was taken, or holds what no disc can.
        let wanted: String?
    }

    /// Joliet holds 64 characters a name (Joliet Specification 1995), `.jpg` included.
    private static let longest = 60
    /// What a folder of those without a class is called.
    static let noClass = "未分班"

    /// Paths that are taken, files' and folders', as readers compare them.
    private var (files, folders): (Set<String>, Set<String>)
    private var codeOfNumber: [String: String] = [:]

    /// Names beside files that have theirs already.
    init(reserved: [String]) {
        (files, folders) = (Set(reserved.map(Self.folded)), [])
    }

    /// The place of a portrait's picture in a tree; each is given out once.
    ///
    /// - Parameter suffix: the file's ending: `.jpg`.
    /// - Throws: `disc.names` where even code and sequence number do not make it unique.
    mutating func place(
        of portrait: StoredPortrait, _ id: PortraitID, in tree: Layout.Tree, suffix: String
    ) throws(KioskError) -> Place {
        let value = { Self.value($0, portrait, id) }
        let other = tree.file.has(.id) ? [otherProgramme(portrait)].compactMap { $0 } : []
        let rawFolder = tree.folders.map { $0.filled(value) }.filter { !$0.isEmpty } + other
        let raw = tree.file.filled(value)
        let folder = free(rawFolder.map(Self.cleaned).filter { !$0.isEmpty })
        let wanted = (rawFolder + [raw]).joined(separator: "/") + suffix
        for name in Self.candidates(
            Self.cleaned(raw), portrait, id, isNumber: tree.file.text == "{id}")
        {
            let path = (folder + [name]).joined(separator: "/") + suffix
            if take(path) { return Place(path: path, wanted: path == wanted ? nil : wanted) }
        }
        throw KioskError(.discNames, "\(id)")
    }

    /// What a file can be called, best first: as the template says; with the code, which stands alone where the name is
    /// a person's number; with the number in the session.
    private static func candidates(
        _ name: String, _ portrait: StoredPortrait, _ id: PortraitID, isNumber: Bool
    ) -> [String] {
        let code = String(portrait.codeDigest.prefix(16))
        let base = isNumber || name.isEmpty || name == code ? code : "\(name.prefix(20))-\(code)"
        return [
            name.isEmpty ? code : name, base, "\(base)-\(portrait.sequence)",
            "\(code)-\(portrait.sequence)-\(id.session)",
        ].map(cleaned)
    }

    /// A folder, each part of it other than any file is called.
    private func free(_ folder: [String]) -> [String] {
        folder.reduce(into: []) { parts, part in
            let above = parts.isEmpty ? "" : parts.joined(separator: "/") + "/"
            var (name, number) = (part, 0)
            while files.contains(Self.folded(above + name)) {
                number += 1
                name = Self.cleaned("\(part.prefix(40))_\(number)")
            }
            parts.append(name)
        }
    }

    /// Takes a path, if it can still be had: no file is called so, nor is a folder, nor is a folder of it a file.
    private mutating func take(_ path: String) -> Bool {
        let folded = Self.folded(path)
        let parts = folded.split(separator: "/")
        let above = parts.indices.dropFirst().map { parts[..<$0].joined(separator: "/") }
        guard !folders.contains(folded), !above.contains(where: files.contains),
            files.insert(folded).inserted
        else { return false }
        folders.formUnion(above)
        return true
    }

    /// A path as readers that know no case compare it.
    private static func folded(_ path: String) -> String { path.uppercased().lowercased() }

    /// The same person's portrait under a second code, that of another programme, stands in a
    /// folder named by school and level: two files `<id>.jpg`, never `<id>-2.jpg`.
    private mutating func otherProgramme(_ portrait: StoredPortrait) -> String? {
        guard let number = portrait.idNumber?.text else { return nil }
        let first = codeOfNumber[number] ?? portrait.codeDigest
        codeOfNumber[number] = first
        guard first != portrait.codeDigest else { return nil }
        let parts = [portrait.fields.school, portrait.fields.level].compactMap { $0 }
        let name = Self.cleaned(parts.joined(separator: "-"))
        return name.isEmpty ? String(portrait.codeDigest.prefix(16)) : name
    }

    /// A field's value. The code stands for a number that there is none of.
    private static func value(
        _ field: NameTemplate.Field, _ portrait: StoredPortrait, _ id: PortraitID
    ) -> String {
        let code = String(portrait.codeDigest.prefix(16))
        return switch field {
        case .id: portrait.idNumber?.text ?? code
        case .student: portrait.fields.studentNumber ?? code
        case .code: code
        case .sequence: "\(portrait.sequence)"
        case .school: portrait.fields.school ?? ""
        case .level: portrait.fields.level ?? ""
        case .class: portrait.className ?? noClass
        case .session: "\(id.session)"
        }
    }

    /// A name without what ISO 9660, Joliet or Windows cannot hold; no dot or space at its ends.
    static func cleaned(_ name: String) -> String {
        // Nearly all are: and then nothing has to be looked up.
        if name.utf8.count <= longest, name.utf8.allSatisfy(isPlain), !isDevice(name[...]) {
            return name
        }
        let kept = written(name)
        // What systems leave behind is passed over where a hand-over is read.
        return SystemLeftovers.contains(kept) ? written("\(kept)_") : kept
    }

    private static func written(_ name: String) -> String {
        let forbidden: Set<Character> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|", ";"]
        let seen = name.filter { character in
            !forbidden.contains(character)
                && character.unicodeScalars.allSatisfy {
                    $0.value >= 0x20 && $0.value != 0x7F && !ForeignText.isHidden($0)
                }
        }
        // Joliet knows the basic plane alone; one reader would show what another does not.
        let kept = String(
            seen.map { $0.unicodeScalars.contains { $0.value > 0xFFFF } ? "_" : $0 })
        let trimmed = kept.drop { $0 == "." || $0 == " " }
        let short = shortened(trimmed)
        guard isDevice(short) else { return String(short) }
        let base = short.prefix { $0 != "." }
        return String(shortened(base + "_" + short.dropFirst(base.count)))
    }

    /// Letters, digits, dashes and underscores, which every system takes anywhere in a name.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
        default: false
        }
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
