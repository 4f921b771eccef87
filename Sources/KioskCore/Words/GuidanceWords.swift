/// The sentences of `Guidance`. What the student reads is short and says what to do.
enum GuidanceWords {
    static let noCamera = Phrase(
        zh: "相机没有画面，正在重新连接……", en: "No picture from the camera. Looking for it …")
    static let otherCamera = Phrase(
        zh: "请检查 USB 线，插好后自动恢复；要换一台相机，请打开“设置”",
        en: "Look at its cable: it goes on by itself. Another camera: see the settings.")
    static let nothingSeen = Phrase(
        zh: "相机有画面，但认不出来", en: "Pictures come, but nothing can be seen in them.")
    static let wait = Phrase(zh: "请稍等", en: "One moment, please.")
    /// To the operator, while who was photographed has not been seen to leave.
    static let seatToClear = Phrase(
        zh: "已存好：请这位离座，下一位出示采集码", en: "Stored. Clear the seat; next: show the code.")
    /// While the operator changes light or camera.
    static let moment = Phrase(zh: "请稍等，正在调整", en: "One moment: we adjust something.")

    static let preparing = Phrase(zh: "正在准备，请稍等……", en: "Getting ready …")
    static let changeSeats = Phrase(zh: "上一位请离座，下一位请坐", en: "Please change seats now.")
    static let showCode = Phrase(zh: "请出示采集码", en: "Please show your code.")
    static let phoneAway = Phrase(
        zh: "已读到采集码，请收起手机", en: "The code was read. Please put the phone away.")
    static let phoneStillThere = Phrase(zh: "请收起手机", en: "Please put the phone away.")
    static let oneCode = Phrase(zh: "请只留一个采集码", en: "One code only, please.")
    static let several = Phrase(
        zh: "同时出现了多个采集码，请只留一个", en: "Several codes are in view: one only, please.")
    static let whoseTurn = Phrase(
        zh: "画面里出现了另一位同学的采集码，现在拍谁？",
        en: "Another code is in view: whose turn is it?")

    static let howToShow = Phrase(
        zh: "手机离镜头一个手掌远，屏幕调到最亮",
        en: "Hold the phone a hand's length from the camera, at full brightness.")
    static let thenSit = Phrase(zh: "然后坐下，看镜头", en: "Then sit down and look at the camera.")
    static let onceMore = Phrase(zh: "我们再拍一张", en: "We take another one.")
    static let nextCode = Phrase(zh: "下一位请出示采集码", en: "Next student: please show your code.")
    static let notMirrored = Phrase(
        zh: "这是别人看到的您，左右和镜子里相反",
        en: "This is how others see you: left and right are not as in a mirror.")

    static func whatFollows(_ sequence: Int) -> Phrase {
        Phrase(
            zh: "{n} 号；照片由学校上传，请留意学信网",
            en: "Number {n}. The school uploads it; look at chsi.com.cn later."
        ).filled(["n": "\(sequence)"])
    }

    static let onePerson = Phrase(zh: "画面里只能有一个人", en: "Only one person may be in the picture.")
    static let ready = Phrase(zh: "很好，请保持不动", en: "Good. Please keep still.")
    static let keepStill = Phrase(zh: "请保持不动", en: "Please keep still.")
    static let shooting = Phrase(zh: "正在拍照……", en: "Taking the portrait …")
    static let yourPortrait = Phrase(zh: "请看您的照片", en: "Please look at your portrait.")
    static let look = Phrase(zh: "请核对照片", en: "Please look at the portrait.")
    static let storing = Phrase(zh: "正在保存……", en: "Storing …")
    static let leave = Phrase(zh: "拍好了，请离座", en: "Done. Please leave the seat.")

    static let notStored = Phrase(
        zh: "没有保存，照片还在", en: "Not stored. The portrait is still here.")
    static let chooseOne = Phrase(
        zh: "请选一项：按数字键，或点选", en: "Choose one: press its digit, or tap it.")

    /// What is asked, in so few words that they are read from afar.
    static func asked(_ kind: Question.Kind) -> Phrase {
        switch kind {
        case .sameCode: Phrase(zh: "这位同学已拍过，这次怎么办？", en: "Photographed before: what now?")
        case .sameNumber:
            Phrase(zh: "这个证件号码已拍过，怎么办？", en: "This number was photographed: what now?")
        case .mismatch:
            Phrase(zh: "号码与采集码不符，是本人吗？", en: "Number and code differ: the right person?")
        case .undo: Phrase(zh: "作废刚才这张，是什么原因？", en: "Withdraw that portrait: why?")
        case .storeFailed: Phrase(zh: "不合格仍要保存，是什么原因？", en: "Store what fails: why?")
        case .foreignCode(_, let kind): CodeWords.foreign(kind)
        case .endOfDay: Phrase(zh: "现在收工吗？", en: "Close for today?")
        }
    }

    static func stored(_ sequence: Int) -> Phrase {
        Phrase(zh: "已保存，序号 {n}", en: "Stored as number {n}.").filled(["n": "\(sequence)"])
    }

    static func sitDown(_ glasses: PortraitRule.Glasses) -> Phrase {
        guard glasses == .off else {
            return Phrase(zh: "请坐下，看镜头", en: "Please sit down and look at the camera.")
        }
        return Phrase(
            zh: "请坐下，摘下眼镜，看镜头",
            en: "Please sit down, take off your glasses and look at the camera.")
    }

    /// What the student is to change.
    static func student(_ hint: FramingHint) -> Phrase {
        switch hint {
        case .comeCloser, .moveBack, .moveLeft, .moveRight, .hairTooHigh: CheckWords.hint(hint)
        case .sitHigher: Phrase(zh: "请坐高一点", en: "Please sit a little higher.")
        case .sitLower: Phrase(zh: "请坐低一点", en: "Please sit a little lower.")
        case .largerPicture: moment
        }
    }

    /// What the operator can do instead; empty where nothing.
    static func attendant(_ hint: FramingHint) -> Phrase {
        switch hint {
        case .sitHigher: Phrase(zh: "升高座椅，或调低相机", en: "raise the seat, or lower the camera")
        case .sitLower: Phrase(zh: "降低座椅，或调高相机", en: "lower the seat, or raise the camera")
        case .largerPicture: CheckWords.hint(hint)
        case .comeCloser, .moveBack, .moveLeft, .moveRight, .hairTooHigh: .empty
        }
    }

    /// Whether the student can change what a check is about: light, backdrop and camera are the operator's.
    static func isStudents(_ check: CheckName) -> Bool {
        let attendants: Set<CheckName> = [
            "sharpness", "exposure", "evenLight", "contrast", "colour", "backdrop", "marks",
            "resolution", "detail", "distance", "file", "mirrored", "tintedGlasses",
        ]
        return !attendants.contains(check)
    }
}
