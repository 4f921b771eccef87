/// What is said of codes that are not taken, and of those that are not read.
enum CodeWords {
    private static func name(_ kind: ForeignCodes.Kind) -> Phrase {
        switch kind {
        case .payment: Phrase(zh: "收付款码", en: "a code for payment")
        case .chat: Phrase(zh: "微信或 QQ 的名片码", en: "a code of a chat program")
        case .network: Phrase(zh: "无线网络的码", en: "a code for a wireless network")
        case .contact: Phrase(zh: "联系人的码", en: "a code of a contact")
        case .other: Phrase(zh: "别的码", en: "another code")
        case .classCard: Phrase(zh: "班级卡（换班先按 b）", en: "a class card (press b first)")
        }
    }

    /// What it is, and what to show instead: for both people.
    static func foreign(_ kind: ForeignCodes.Kind) -> Phrase {
        let name = name(kind)
        return Phrase(
            zh: "这是\(name.zh)，请出示采集码", en: "This is \(name.en): the 采集码, please.")
    }

    /// Where the student finds the right one.
    static let whereItIs = Phrase(
        zh: "学信网 → 学籍查询 → 图像采集码", en: "chsi.com.cn → your enrolment → 图像采集码")

    /// The question to the operator.
    static func question(_ kind: ForeignCodes.Kind) -> Phrase {
        let name = name(kind)
        return Phrase(
            zh: "读到的是\(name.zh)，不是采集码。请同学打开学信网的图像采集码；换了码会自动继续。",
            en: """
                What was read is \(name.en), not a 采集码. The student finds it at chsi.com.cn; it \
                goes on by itself once that is shown.
                """)
    }

    /// Why a code is not read, and what helps; nil where nothing is to be said.
    static func advice(_ sight: CodeSight) -> Phrase? {
        switch sight {
        case .none: nil
        case .part:
            Phrase(zh: "这只是一部分，请出示完整的采集码", en: "This is a part of a code: show the whole one.")
        case .doubtful:
            Phrase(zh: "读不准，请换一张更清楚的采集码", en: "Not clear enough: show a clearer picture of it.")
        case .cut: Phrase(zh: "请往后一点，让整个码进画面", en: "A little back: the whole code, please.")
        case .moving: Phrase(zh: "请拿稳手机", en: "Please hold the phone still.")
        case .small: Phrase(zh: "请把手机靠近镜头", en: "Closer to the camera, please.")
        case .bright:
            Phrase(zh: "这次屏幕太亮了，请调暗一点", en: "The screen is too bright here: a little darker.")
        case .unreadable:
            Phrase(zh: "看到码了，请放平、对准、不要反光", en: "Hold it flat, facing the camera, without glare.")
        }
    }

    /// What the operator can do about it besides.
    static func attendant(_ sight: CodeSight) -> Phrase {
        switch sight {
        case .unreadable, .doubtful, .part:
            Phrase(
                zh: "还是不行，就请同学把图片发来，按 {f} 打开", en: "If that fails: open the picture file ({f})"
            ).filled(["f": KeyCommand.of(.openFile).map { String($0.character) } ?? ""])
        case .none, .cut, .moving, .small, .bright: .empty
        }
    }
}
