/// What `kiosk check --proof` says.
public enum ProofWords {
    /// The pixels before encoding, recomputed.
    public static func pixels(isEqual: Bool) -> Phrase {
        isEqual
            ? Phrase(
                zh: "像素：与原图裁切、缩放的结果逐位相同",
                en: "pixels: bit for bit those of the original, cropped and scaled")
            : Phrase(
                zh: "像素：与原图裁切、缩放的结果不同",
                en: "pixels: NOT those of the original, cropped and scaled")
    }

    /// The original's colours were brought to sRGB, by that version of that library.
    public static func colours(_ engine: String) -> Phrase {
        Phrase(
            zh: "颜色：原图带有色彩配置文件，已由 {engine} 转换为 sRGB",
            en: "colours: brought to sRGB by {engine}, as the original's profile says"
        ).filled(["engine": engine])
    }

    /// The file, recomputed.
    public static func file(isEqual: Bool) -> Phrase {
        isEqual
            ? Phrase(
                zh: "文件：与重新编码的结果逐字节相同",
                en: "file: byte for byte what encoding them gives")
            : Phrase(
                zh: "文件：与重新编码的结果不同",
                en: "file: NOT what encoding them gives")
    }

    /// Two digests that were compared.
    public static func digests(stored: String, recomputed: String) -> Phrase {
        Phrase(
            zh: "  存档 SHA-256 {stored}\n  重算 SHA-256 {recomputed}",
            en: "  stored     SHA-256 {stored}\n  recomputed SHA-256 {recomputed}"
        ).filled(["stored": stored, "recomputed": recomputed])
    }

    /// The portrait was stored by a version that kept no digest of the pixels.
    public static let fileOnly = Phrase(
        zh: "像素：旧版本保存的照片没有像素校验值，只能比较文件",
        en: "pixels: an older version stored no digest of them; only the file could be compared")

    /// Why it is not proven.
    public static let differs = (
        original: Phrase(
            zh: "原图读不出，或裁切框不在原图里", en: "the original cannot be read, or the crop is not in it"),
        pixels: Phrase(zh: "像素不同", en: "the pixels differ"),
        colours: Phrase(
            zh: "像素不同；色彩转换用的库版本也不同（当时 {then}，现在 {now}），请在当时的版本上再比较",
            en:
                "the pixels differ, and so does the library that brought their colours to sRGB ({then} "
                + "then, {now} now): compare with that version"),
        file: Phrase(
            zh: "像素相同但文件不同：文件被改过，或由另一版本的 libjpeg-turbo 编码",
            en:
                "the pixels are the same but the file is not: it was changed, or another version of "
                + "libjpeg-turbo encoded it"),
        oldFile: Phrase(
            zh: "文件不同（旧版本没有像素校验值）：被改过，或由另一版本的 libjpeg-turbo 编码",
            en: "the file differs (an older version stored no digest of the pixels): something was "
                + "changed, or another version of libjpeg-turbo encoded it")
    )
}
