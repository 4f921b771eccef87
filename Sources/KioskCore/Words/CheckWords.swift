/// What is said about checks and about how a student sits.
public enum CheckWords {
    /// The name of a check for people.
    public static func title(_ name: CheckName) -> Phrase {
        switch name {
        case .hairTop: Phrase(zh: "头顶到上边", en: "hair top")
        case .eyes: Phrase(zh: "眼睛高度", en: "eye line")
        case .faceWidth: Phrase(zh: "脸部宽度", en: "face width")
        case .centring: Phrase(zh: "左右居中", en: "centring")
        }
    }

    /// A verdict for people.
    public static func title(_ verdict: Verdict) -> Phrase {
        switch verdict {
        case .pass: Phrase(zh: "合格", en: "pass")
        case .warn: Phrase(zh: "请留意", en: "look again")
        case .fail: Phrase(zh: "不合格", en: "fail")
        case .notAssessed: Phrase(zh: "未判定", en: "not assessed")
        }
    }

    /// What to do about a check; empty where it passes.
    public static func advice(for check: PortraitCheck) -> Phrase {
        guard check.verdict != .notAssessed else { return notAssessed(check.name) }
        guard check.verdict != .pass, let value = check.value else { return Phrase(zh: "", en: "") }
        let isLow = value < (check.allowed.lowerBound + check.allowed.upperBound) / 2
        return switch check.name {
        case .hairTop: isLow ? tooHigh : tooLow
        case .eyes: isLow ? tooHigh : tooLow
        case .faceWidth: hint(isLow ? .comeCloser : .moveBack)
        case .centring: hint(isLow ? .moveLeft : .moveRight)
        }
    }

    /// What a student should change, said to the student.
    public static func hint(_ hint: FramingHint) -> Phrase {
        switch hint {
        case .comeCloser: Phrase(zh: "请坐近一点", en: "Please come a little closer.")
        case .moveBack: Phrase(zh: "请坐远一点", en: "Please move back a little.")
        case .moveLeft: Phrase(zh: "请向您的左边移一点", en: "Please move a little to your left.")
        case .moveRight: Phrase(zh: "请向您的右边移一点", en: "Please move a little to your right.")
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

    private static let tooHigh = Phrase(
        zh: "头在画面里太高：请坐低一点，或把相机调高",
        en: "The head is too high in the picture: sit lower, or raise the camera.")
    private static let tooLow = Phrase(
        zh: "头在画面里太低：请坐高一点，或把相机调低",
        en: "The head is too low in the picture: sit higher, or lower the camera.")

    private static func notAssessed(_ name: CheckName) -> Phrase {
        switch name {
        case .hairTop:
            Phrase(
                zh: "背景太杂，看不清头顶：请人工核对，或换成纯色背景",
                en:
                    "The background is too busy to show the hair top: check it by eye, or change it."
            )
        default:
            Phrase(zh: "无法判定，请人工核对", en: "It could not be judged: check it by eye.")
        }
    }
}
