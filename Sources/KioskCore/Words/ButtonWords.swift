/// What the operator can do in each state, and how it is said.
public enum ButtonWords {
    /// The buttons of now, the primary one first.
    ///
    /// - Parameter isKept: whether what is said is kept for long; then nothing of a person is said.
    public static func all(_ booth: Booth, isKept: Bool = false) -> [ScreenButton] {
        guard booth.entry == nil else { return [confirm, leave] }
        if let finder = booth.finder, booth.question == nil { return FinderWords.buttons(finder) }
        if let preferences = booth.preferences, booth.question == nil {
            return PreferencesWords.buttons(preferences)
        }
        if booth.question?.name == .foreignCode { return [back, openFile] }
        return switch booth.state {
        case .waiting where booth.question != nil, .stored where booth.question != nil:
            [booth.question?.name == .endOfDay ? back : cancel]
        case .review where booth.question != nil: [retake(), cancel]
        case .waiting, .stored: betweenStudents(booth)
        case .several(let choice): picks(choice, isKept: isKept) + [cancel]
        case .whoseTurn: [goOn, nextStudent, cancel]
        case .code where booth.isChairTaken: [samePerson, cancel, setAside]
        case .code: [cancel, setAside]
        case .shooting, .storing: [cancel]
        case .posing(_, let pose): [shoot(pose), cancel, setAside]
        case .review(let sitting, let shot):
            shot.verdict == .fail && sitting.failedBecause == nil
                ? [retake(by: .shootOrAccept), storeFailed] + turn(shot) + [cancel]
                : [accept, retake()] + turn(shot) + [cancel]
        }
    }

    /// The codes that can be picked, each with its number and, where lines are not kept, what it shows of its owner.
    private static func picks(_ choice: CodeChoice, isKept: Bool) -> [ScreenButton] {
        choice.agreed.prefix(9).enumerated().map { index, code in
            let fields = code.fields
            let owner =
                fields.maskedName.map(Mask.name) ?? fields.maskedNumber.map(Mask.number) ?? "?"
            let title = isKept ? "" : owner
            return ScreenButton(
                key: .character(Character("\(index + 1)")), title: Phrase(zh: title, en: title))
        }
    }

    /// Another shot of the same posing, and which is shown; nothing where there is one.
    private static func turn(_ shot: ShotSummary) -> [ScreenButton] {
        guard shot.candidate.count > 1 else { return [] }
        let place = "\(shot.candidate.number)/\(shot.candidate.count)"
        let title = Phrase(zh: "换一张 \(place)", en: "another \(place)")
        return [ScreenButton(key: .nextCandidate, title: title)]
    }

    private static func betweenStudents(_ booth: Booth) -> [ScreenButton] {
        let isClassOpen = booth.classes.current != nil
        return [button(.guide, "没有码？", "no code?"), setAside, openFile]
            + [button(.beginClass, "换班", "class")]
            + (isClassOpen ? [button(.endClass, "结束本班", "end class")] : []) + [
                button(.find, "查找", "find"), button(.undo, "作废上一张", "undo last"),
                button(.preferences, "设置", "settings"),
                booth.isExporting
                    ? button(.export, "取消导出", "stop export") : button(.export, "导出一位", "export"),
                button(.endOfDay, "收工", "end"),
            ]
    }

    private static let openFile = button(.openFile, "从图片读码", "picture file")
    private static let confirm = ScreenButton(
        key: .enter, title: Phrase(zh: "确定", en: "confirm"), isPrimary: true)
    private static let leave = button(.leave, "取消", "cancel")
    private static let cancel = button(.cancel, "取消", "cancel")
    private static let back = button(.cancel, "返回", "back")
    private static let setAside = button(.setAside, "登记待补拍", "set aside")
    private static let nextStudent = button(.nextStudent, "下一位", "the next one")
    private static let storeFailed = button(.storeFailed, "仍然保存", "store all the same")
    private static let accept = primary("保存", "accept")
    private static let goOn = primary("继续这一位", "this one goes on")
    private static let samePerson = primary("还是同一位", "the same person")

    private static func shoot(_ pose: Booth.Pose) -> ScreenButton {
        var shoot = primary("拍照", "shoot")
        shoot.isEnabled = pose.allowsShot
        return shoot
    }

    private static func retake(by key: BoothKey = .retake) -> ScreenButton {
        let title = Phrase(zh: "重拍", en: "retake")
        return ScreenButton(key: key, title: title, isPrimary: key == .shootOrAccept)
    }

    private static func button(_ key: BoothKey, _ zh: String, _ en: String) -> ScreenButton {
        ScreenButton(key: key, title: Phrase(zh: zh, en: en))
    }

    private static func primary(_ zh: String, _ en: String) -> ScreenButton {
        ScreenButton(key: .shootOrAccept, title: Phrase(zh: zh, en: en), isPrimary: true)
    }
}
