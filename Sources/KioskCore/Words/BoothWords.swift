/// What the counter says.
public enum BoothWords {
    /// The state in one line.
    public static func line(_ booth: Booth) -> Phrase {
        if booth.cameraLoss != nil, booth.state.name == .waiting {
            return Phrase(zh: "相机断开，正在重新连接……", en: "The camera is gone. Looking for it …")
        }
        guard !booth.isChairTaken else {
            return Phrase(zh: "上一位请离座，下一位请坐", en: "Please change seats now.")
        }
        return switch booth.state {
        case .waiting: Phrase(zh: "请出示采集码", en: "Please show your code.")
        case .code: Phrase(zh: "已读到采集码，请收起手机", en: "The code was read. Please put the phone away.")
        case .several: Phrase(zh: "看到多个采集码", en: "Several codes are in view.")
        case .whoseTurn:
            Phrase(zh: "又看到一个采集码，轮到谁？", en: "Another code is in view: whose turn is it?")
        case .posing(_, let pose):
            pose.phoneSeenAt == nil
                ? self.pose(pose.hint.advice, booth.settings.glasses)
                : Phrase(zh: "请收起手机", en: "Please put the phone away.")
        case .shooting: Phrase(zh: "正在拍照……", en: "Taking the portrait …")
        case .review: Phrase(zh: "请核对照片", en: "Please look at the portrait.")
        case .storing: Phrase(zh: "正在保存……", en: "Storing …")
        case .stored(let sequence, _):
            Phrase(zh: "已保存，序号 {n}", en: "Stored as number {n}.")
                .filled(["n": "\(sequence)"])
        }
    }

    /// The hint to a posing student.
    public static func pose(
        _ advice: SteadyHint.Advice, _ glasses: PortraitRule.Glasses
    ) -> Phrase {
        switch advice {
        case .noFace where glasses == .off:
            Phrase(
                zh: "请坐下，摘下眼镜，看镜头",
                en: "Please sit down, take off your glasses and look at the camera.")
        case .noFace: Phrase(zh: "请坐下，看镜头", en: "Please sit down and look at the camera.")
        case .manyFaces:
            Phrase(zh: "画面里只能有一个人", en: "Only one person may be in the picture.")
        case .move(let hint): CheckWords.hint(hint)
        case .fix(_, _, let advice): advice
        case .ready: Phrase(zh: "很好，请保持不动", en: "Good. Please keep still.")
        }
    }
}

extension BoothWords {
    /// The counter in one line: what is wrong, the state, whose sitting it is (masked), the shot's checks, the
    /// number (masked) and the keys that do something now.
    ///
    /// - Parameter isKept: whether lines stay readable one below the other, as in a pipe, or for months, as in the
    ///   system's journal. Then nothing of a person is said, masked or not: portraits go by their sequence
    ///   numbers. Elsewhere each character typed is a star.
    public static func screenLine(
        _ booth: Booth, _ language: Language, isKept: Bool, countdown: Double? = nil
    ) -> String {
        let status = statusLine(booth, language, isKept: isKept, countdown: countdown)
        return (troubles(booth, language) + [status]).joined(separator: "  ")
    }

    /// The same without what is wrong.
    static func statusLine(
        _ booth: Booth, _ language: Language, isKept: Bool, countdown: Double?
    ) -> String {
        if let entry = booth.entry { return self.entry(entry, isKept: isKept)[language] }
        var parts = [line(booth)[language]]
        if let countdown { parts.append(self.countdown(countdown)) }
        if !isKept, let sitting = booth.sitting { parts += owner(sitting) }
        if case .review(_, let shot) = booth.state { parts.append(result(shot)[language]) }
        parts.append(booth.question.map { QuestionWords.line($0, isKept: isKept)[language] } ?? "")
        parts.append(keys(booth, isKept: isKept)[language])
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Whose sitting it is, masked: name, number, the stars of a number that is being typed.
    private static func owner(_ sitting: Sitting) -> [String] {
        let typed = sitting.typed.map { String(repeating: "*", count: $0.count) + "_" }
        return [sitting.code.fields.maskedName.map(Mask.name), sitting.idNumber?.masked, typed]
            .compactMap { $0 }
    }

    /// What is wrong, a sentence each.
    public static func troubles(_ booth: Booth, _ language: Language) -> [String] {
        booth.troubles.map { "✕\u{A0}" + trouble($0)[language] }
    }

    /// How the day goes, in one line.
    public static func counts(_ day: DayCounts) -> Phrase {
        let missing = Phrase(zh: "　丢帧 {n}", en: "   frames lost {n}")
            .filled(["n": "\(day.missing)"])
        let unseen = Phrase(zh: "　坏帧 {n}", en: "   frames damaged {n}")
            .filled(["n": "\(day.unseen)"])
        let phrase = Phrase(
            zh: """
                已拍 {stored}　重拍 {retaken}　未成 {refused}　替换 {replaced}　作废 {withdrawn}　\
                稍后再来 {aside}　未导出 {open}
                """,
            en: """
                stored {stored}   retaken {retaken}   refused {refused}   replaced {replaced}   \
                withdrawn {withdrawn}   set aside {aside}   not exported {open}
                """
        ).filled([
            "stored": "\(day.stored)", "retaken": "\(day.retaken)", "refused": "\(day.refused)",
            "replaced": "\(day.replaced)",
            "withdrawn": "\(day.withdrawn)", "aside": "\(day.setAside)",
            "open": "\(day.notExported)",
        ])
        let faults = [(day.missing, missing), (day.unseen, unseen)].filter { $0.0 > 0 }.map(\.1)
        return faults.reduce(phrase) { Phrase(zh: $0.zh + $1.zh, en: $0.en + $1.en) }
    }

    /// Beside the portrait that a question is about.
    public static let earlier = Phrase(zh: "以前的照片", en: "the earlier portrait")

    /// Above the masked name.
    public static let isThisYou = Phrase(zh: "请核对：是本人吗？", en: "Is this you?")

    /// The number, masked: taken, as it is typed (stars but for the last two), or missing.
    public static func number(of sitting: Sitting) -> Phrase {
        if let typed = sitting.typed {
            let stars = String(repeating: "*", count: max(0, typed.count - 2))
            let text = stars + typed.suffix(2) + "_"
            return Phrase(zh: text, en: text)
        }
        if let number = sitting.idNumber { return Phrase(zh: number.masked, en: number.masked) }
        return Phrase(zh: "证件号码未输入", en: "no ID number yet")
    }

    /// The seconds to an automatic shot: `1.5`.
    public static func countdown(_ seconds: Double) -> String {
        let tenths = Int((seconds * 10).rounded(.up))
        return "\(tenths / 10).\(tenths % 10)"
    }

    /// What is being typed that belongs to no sitting. In a pipe nothing is said of a path: a file
    /// may bear a student's name.
    public static func entry(_ entry: Entry, isKept: Bool) -> Phrase {
        let text = isKept ? "" : entry.text + "_"
        return switch entry.kind {
        case .exportOf:
            Phrase(
                zh: "导出哪一号？（回车：最后一张）\(text)［Esc 取消］",
                en: "Export which number? (Enter: the last) \(text) [Esc cancel]")
        case .codeFile:
            Phrase(
                zh: "采集码图片的路径：\(text)［回车］［Esc 取消］",
                en: "The path of the code's picture: \(text) [Enter] [Esc cancel]")
        }
    }

    /// A shot's verdict, with what is to be done about the first check that is not right, else with
    /// what nobody but a person can judge.
    public static func result(_ shot: ShotSummary) -> Phrase {
        let title = CheckWords.title(shot.verdict)
        let advice = shot.notable.first { $0.verdict != .notAssessed }?.advice ?? ticks(shot)
        return Phrase(
            zh: title.zh + (advice.zh.isEmpty ? "" : "：" + advice.zh),
            en: title.en + (advice.en.isEmpty ? "" : ": " + advice.en))
    }

    /// What the operator says by accepting: everything that could not be assessed.
    private static func ticks(_ shot: ShotSummary) -> Phrase {
        let titles = shot.checks.filter { $0.verdict == .notAssessed }
            .map { CheckWords.title($0.name) }
        guard !titles.isEmpty else { return .empty }
        return Phrase(
            zh: "请看一眼（" + titles.map(\.zh).joined(separator: "、") + "）",
            en: "look yourself (" + titles.map(\.en).joined(separator: ", ") + ")")
    }

    /// How many checks pass, below those that do not.
    public static func passed(_ shot: ShotSummary) -> Phrase {
        Phrase(zh: "其余 {n} 项合格", en: "{n} more pass")
            .filled(["n": "\(shot.checks.count { $0.verdict == .pass })"])
    }

    /// The codes that can be picked, each with its number and, where lines are not kept, what it shows of its owner.
    private static func picks(_ choice: CodeChoice, isKept: Bool) -> Phrase {
        let lines = choice.agreed.enumerated().map { index, code in
            let fields = code.fields
            let owner =
                fields.maskedName.map(Mask.name) ?? fields.maskedNumber.map(Mask.number) ?? "?"
            return isKept ? "[\(index + 1)]" : "[\(index + 1) \(owner)]"
        }
        let text = lines.joined(separator: " ")
        return Phrase(zh: text + "［c 取消］", en: text + " [c cancel]")
    }

    /// The keys that do something now.
    public static func keys(_ booth: Booth, isKept: Bool = false) -> Phrase {
        switch booth.state {
        case .waiting where booth.question != nil, .stored where booth.question != nil:
            Phrase(zh: "［c 取消］", en: "[c cancel]")
        case .review where booth.question != nil:
            Phrase(zh: "［r 重拍］［c 取消］", en: "[r retake] [c cancel]")
        case .waiting, .stored:
            Phrase(
                zh: "［g 没有码］［a 稍后再来］［o 图片文件］［u 作废上一张］［e 导出］［q 结束］",
                en: "[g no code?] [a set aside] [o picture file] [u undo last] [e export] [q end]")
        case .several(let choice): picks(choice, isKept: isKept)
        case .whoseTurn:
            Phrase(
                zh: "［空格 继续这一位］［n 下一位］［c 取消］",
                en: "[space this one goes on] [n the next one] [c cancel]")
        case .code where booth.isChairTaken:
            Phrase(
                zh: "［空格 还是同一位］［c 取消］［a 稍后再来］",
                en: "[space the same person] [c cancel] [a set aside]")
        case .code: Phrase(zh: "［c 取消］［a 稍后再来］", en: "[c cancel] [a set aside]")
        case .shooting, .storing: Phrase(zh: "［c 取消］", en: "[c cancel]")
        case .posing:
            Phrase(
                zh: "［空格 拍照］［c 取消］［a 稍后再来］", en: "[space shoot] [c cancel] [a set aside]")
        case .review(let sitting, let shot)
        where shot.verdict == .fail && sitting.failedBecause == nil:
            Phrase(
                zh: "［空格 重拍］［s 仍然保存］\(turn(shot).zh)［c 取消］",
                en: "[space retake] [s store all the same] \(turn(shot).en)[c cancel]")
        case .review(_, let shot):
            Phrase(
                zh: "［空格 接受］［r 重拍］\(turn(shot).zh)［c 取消］",
                en: "[space accept] [r retake] \(turn(shot).en)[c cancel]")
        }
    }

    /// The key that shows another shot of the same posing, and which is shown; nothing where there is one.
    private static func turn(_ shot: ShotSummary) -> Phrase {
        guard shot.candidate.count > 1 else { return .empty }
        let place = "\(shot.candidate.number)/\(shot.candidate.count)"
        return Phrase(zh: "［v 换一张 \(place)］", en: "[v another \(place)] ")
    }
}
