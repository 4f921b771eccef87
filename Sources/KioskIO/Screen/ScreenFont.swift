import CFontconfig
public import KioskCore

/// The font for the counter's screen, where fontconfig finds it.
public struct ScreenFont: Hashable, Sendable {
    /// The family's name.
    public let family: String
    /// The font's file.
    public let path: String
    /// Which font of the file (a .ttc holds several).
    public let index: Int

    /// Families made for reading Chinese on a screen, the best first: what fontconfig itself puts
    /// first is another font on every machine.
    public static let families = [
        "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN", "WenQuanYi Micro Hei",
        "WenQuanYi Zen Hei",
    ]

    /// The first of `families` that is installed; where none is, whatever sans-serif font
    /// fontconfig has for Chinese.
    ///
    /// - Throws: `screen.font` where no installed font has Chinese characters.
    public static func chinese() throws(KioskError) -> ScreenFont {
        if let known = first(of: families) { return known }
        guard let other = matched("sans:lang=zh-cn", substitutes: true) else {
            throw KioskError(.screenFont)
        }
        return other
    }

    /// The first of some families that is installed under exactly that name and has Chinese
    /// characters and Latin ones.
    ///
    /// - Throws: `screen.font` where none of them is.
    public static func chinese(of families: [String]) throws(KioskError) -> ScreenFont {
        guard let found = first(of: families) else {
            throw KioskError(.screenFont, families.joined(separator: ", "))
        }
        return found
    }

    /// A font that has a character; nil where none does.
    static func having(_ character: Character) -> ScreenFont? {
        guard let pattern = FcPatternCreate(), let wanted = FcCharSetCreate() else { return nil }
        defer {
            FcCharSetDestroy(wanted)
            FcPatternDestroy(pattern)
        }
        for scalar in character.unicodeScalars { FcCharSetAddChar(wanted, scalar.value) }
        FcPatternAddCharSet(pattern, "charset", wanted)
        FcConfigSubstitute(nil, pattern, FcMatchPattern)
        FcDefaultSubstitute(pattern)
        var result = FcResultNoMatch
        guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
        defer { FcPatternDestroy(match) }
        var set: OpaquePointer?
        guard FcPatternGetCharSet(match, "charset", 0, &set) == FcResultMatch,
            FcCharSetIsSubset(wanted, set) != 0
        else { return nil }
        return font(match, nil)
    }

    private static func first(of families: [String]) -> ScreenFont? {
        for family in families {
            if let font = named(family) { return font }
        }
        return nil
    }

    /// The font of a family; nil where fontconfig would give another one for it.
    private static func named(_ family: String) -> ScreenFont? {
        // What stands for something else in a pattern's text (fonts-conf(5)).
        let escaped = family.map { #"\-:,"#.contains($0) ? #"\\#($0)"# : String($0) }.joined()
        return matched(escaped, substitutes: false, family: family)
    }

    /// What fontconfig has for a pattern, where it can write what the screen says.
    private static func matched(
        _ text: String, substitutes: Bool, family asked: String? = nil
    ) -> ScreenFont? {
        guard let pattern = FcNameParse(text) else { return nil }
        defer { FcPatternDestroy(pattern) }
        // The machine's own rules may put another family before the one that is asked for.
        if substitutes { FcConfigSubstitute(nil, pattern, FcMatchPattern) }
        FcDefaultSubstitute(pattern)
        var result = FcResultNoMatch
        guard let match = FcFontMatch(nil, pattern, &result) else { return nil }
        defer { FcPatternDestroy(match) }
        return isLegible(match) ? font(match, asked) : nil
    }

    private static func font(_ match: OpaquePointer, _ asked: String?) -> ScreenFont? {
        guard let path = string("file", 0, of: match), let family = familyName(asked, of: match)
        else { return nil }
        var index: Int32 = 0
        FcPatternGetInteger(match, "index", 0, &index)
        return ScreenFont(family: family, path: path, index: Int(index))
    }

    /// Whether a font has Chinese characters and Latin ones, by 码 and A.
    private static func isLegible(_ match: OpaquePointer) -> Bool {
        var set: OpaquePointer?
        guard FcPatternGetCharSet(match, "charset", 0, &set) == FcResultMatch else { return false }
        return FcCharSetHasChar(set, 0x7801) != 0 && FcCharSetHasChar(set, 0x41) != 0
    }

    /// The font's name that was asked for, or its first; nil where it does not bear the one asked.
    private static func familyName(_ asked: String?, of match: OpaquePointer) -> String? {
        var index: Int32 = 0
        while let name = string("family", index, of: match) {
            if asked == nil || asked == name { return name }
            index += 1
        }
        return nil
    }

    private static func string(_ key: String, _ index: Int32, of match: OpaquePointer) -> String? {
        var value: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(match, key, index, &value) == FcResultMatch, let value else {
            return nil
        }
        return String(cString: value)
    }
}
