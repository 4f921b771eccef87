/// What is said about checks and about how a student sits.
public enum CheckWords {
    /// The name of a check for people.
    public static func title(_ name: CheckName) -> Phrase {
        CheckKind.named(name)?.title ?? Phrase(zh: name.rawValue, en: name.rawValue)
    }

    /// A verdict for people.
    public static func title(_ verdict: Verdict) -> Phrase {
        switch verdict {
        case .pass: Phrase(zh: "合格", en: "pass")
        case .warn: Phrase(zh: "基本合格，请再看一眼", en: "borderline: look again")
        case .fail: Phrase(zh: "不合格", en: "fail")
        case .notAssessed: Phrase(zh: "未判定", en: "not assessed")
        }
    }

    /// What a student should change, said to the student.
    public static func hint(_ hint: FramingHint) -> Phrase {
        switch hint {
        case .comeCloser: Phrase(zh: "请坐近一点", en: "Please come a little closer.")
        case .moveBack: Phrase(zh: "请坐远一点", en: "Please move back a little.")
        case .moveLeft: Phrase(zh: "请往左手边挪一点", en: "Please move a little to your left.")
        case .moveRight: Phrase(zh: "请往右手边挪一点", en: "Please move a little to your right.")
        case .sitHigher: Phrase(zh: "请坐高一点，或把相机调低", en: "Please sit higher, or lower the camera.")
        case .sitLower: Phrase(zh: "请坐低一点，或把相机调高", en: "Please sit lower, or raise the camera.")
        case .hairTooHigh:
            Phrase(
                zh: "头发太高，请压低发髻或放下头发",
                en: "The hair is too high: please lower the bun or let it down.")
        case .largerPicture:
            Phrase(
                zh: "画面太小，请换更大的分辨率或更大的图片",
                en: "The picture is too small: use a larger one or a higher resolution.")
        }
    }

    static let tooHigh = Phrase(
        zh: "头在画面里太高：请坐低一点，或把相机调高",
        en: "The head is too high in the picture: sit lower, or raise the camera.")
    static let tooLow = Phrase(
        zh: "头在画面里太低：请坐高一点，或把相机调低",
        en: "The head is too low in the picture: sit higher, or lower the camera.")

    static let lookYourself = Phrase(
        zh: "无法判定，请人工核对", en: "It could not be judged: check it by eye.")
}
