import CFontconfig
public import KioskCore

/// Where fontconfig finds the font for the counter's screen.
public struct ScreenFont: Hashable, Sendable {
    /// The font's file.
    public let path: String
    /// Which font of the file (a .ttc holds several).
    public let index: Int

    /// The sans-serif font that has Chinese characters and Latin ones.
    ///
    /// - Throws: `screen.font` where no installed font has Chinese characters.
    public static func chinese() throws(KioskError) -> ScreenFont {
        guard let pattern = FcNameParse("sans:lang=zh-cn") else { throw KioskError(.screenFont) }
        defer { FcPatternDestroy(pattern) }
        FcConfigSubstitute(nil, pattern, FcMatchPattern)
        FcDefaultSubstitute(pattern)
        var result = FcResultNoMatch
        guard let match = FcFontMatch(nil, pattern, &result) else {
            throw KioskError(.screenFont)
        }
        defer { FcPatternDestroy(match) }
        var set: OpaquePointer?
        let hasSet = FcPatternGetCharSet(match, "charset", 0, &set) == FcResultMatch
        // 码, which a font without Chinese characters does not have.
        guard hasSet, FcCharSetHasChar(set, 0x7801) != 0 else { throw KioskError(.screenFont) }
        var file: UnsafeMutablePointer<FcChar8>?
        var index: Int32 = 0
        guard FcPatternGetString(match, "file", 0, &file) == FcResultMatch, let file else {
            throw KioskError(.screenFont)
        }
        FcPatternGetInteger(match, "index", 0, &index)
        return ScreenFont(path: String(cString: file), index: Int(index))
    }
}
