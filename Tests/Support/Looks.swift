public import KioskCore

/// How views look in tests.
public enum Looks {
    /// Mirrored, under the shipped rule, with a camera of 1280×720.
    public static func look(_ language: Language, textScale: Double = 1) -> ScreenLook {
        ScreenLook(
            language: language, rule: .chsi, isMirrored: true, textScale: textScale,
            picture: Size(width: 1280, height: 720))
    }
}
