/// What the counter says.
public enum BoothWords {
    /// The state in one line.
    public static func line(_ state: Booth.State) -> Phrase {
        switch state {
        case .waiting: Phrase(zh: "请出示采集码", en: "Please show your code.")
        case .code: Phrase(zh: "已读到采集码，请收起手机", en: "The code was read. Please put the phone away.")
        case .several: Phrase(zh: "看到多个采集码", en: "Several codes are in view.")
        case .whoseTurn:
            Phrase(zh: "又看到一个采集码，轮到谁？", en: "Another code is in view: whose turn is it?")
        case .posing(_, let pose):
            pose.phoneSeenAt == nil
                ? self.pose(pose.framing)
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
    public static func pose(_ framing: Framing) -> Phrase {
        switch framing {
        case .noFace: Phrase(zh: "请坐下，看镜头", en: "Please sit down and look at the camera.")
        case .manyFaces:
            Phrase(zh: "画面里只能有一个人", en: "Only one person may be in the picture.")
        case .move(let hint, _): CheckWords.hint(hint)
        case .ready: Phrase(zh: "很好，请保持不动", en: "Good. Please keep still.")
        }
    }

    /// Something that just happened.
    public static func notice(_ notice: BoothNotice, _ language: Language) -> String {
        phrase(notice)[language]
    }

    private static func changed(_ broken: Presence.Break) -> Phrase {
        switch broken {
        case .absent:
            Phrase(
                zh: "座位空了太久，请重新出示采集码",
                en: "nobody was there for too long: please show the code again")
        case .jumped:
            Phrase(
                zh: "好像换了人，请重新出示采集码",
                en: "this may be somebody else: please show the code again")
        case .secondFace:
            Phrase(
                zh: "画面里有两个人，请只留本人并重新出示采集码",
                en: "two people were in view: one alone, please, and the code again")
        }
    }

    private static func wrong(_ fault: NumberFault) -> Phrase {
        switch fault {
        case .form:
            Phrase(
                zh: "没有这样的证件号码，请核对位数",
                en: "no document has such a number: count its characters")
        case .check:
            Phrase(
                zh: "校验位不对，有一位输错了，请对着证件重输",
                en: "the check character is wrong: type the number again from the card")
        case .birthDate:
            Phrase(
                zh: "号码里的出生日期不存在，请对着证件重输",
                en: "the date of birth in it does not exist: type the number again from the card")
        }
    }

    private static func phrase(_ notice: BoothNotice) -> Phrase {
        switch notice {
        case .codeRead: Phrase(zh: "读到采集码", en: "code read")
        case .severalCodes:
            Phrase(zh: "看到多个采集码，请只出示一个", en: "several codes in view: please show only one")
        case .timedOut:
            Phrase(zh: "时间太久，本次已结束，请重新出示采集码", en: "this took too long: please show the code again")
        case .cancelled: Phrase(zh: "本次已取消，没有保存照片", en: "cancelled, no portrait was stored")
        case .anotherCode:
            Phrase(zh: "出现了另一个采集码，请重新开始", en: "another code came into view: please start again")
        case .whoseTurn:
            Phrase(zh: "出现了另一个采集码，请看轮到谁", en: "another code came into view: whose turn is it?")
        case .personChanged(let broken): changed(broken)
        case .numberWrong(let fault): wrong(fault)
        case .numberAgain:
            Phrase(
                zh: "这个号码没有校验位，请再输一遍",
                en: "this number carries no check: type it once more")
        case .numberDiffers:
            Phrase(
                zh: "两次输入不一样，请对着证件重输",
                en: "the second typing differs from the first: type it again from the card")
        case .numberMismatch:
            Phrase(
                zh: "号码与采集码不符，请核对是不是本人",
                en: "the number does not match the code: is this the right person?")
        case .numberNeeded: Phrase(zh: "请先输入证件号码", en: "type the ID number first")
        case .numberTaken: Phrase(zh: "号码已核对", en: "number taken")
        case .notReady: Phrase(zh: "位置还不合适，按提示调整", en: "not yet: follow the hint")
        case .shotRefused(let error): error.reason
        case .retaking: Phrase(zh: "这张不合格，再拍一张", en: "this one does not pass: taking another")
        case .storeRefused(let error):
            Phrase(
                zh: "没有保存：\(error.reason.zh)。照片还在，排除后请再按接受",
                en: "not stored: \(error.reason.en). The shot is still here: accept it again")
        case .stored(let sequence):
            Phrase(zh: "已保存 {n} 号", en: "stored as number {n}").filled(["n": "\(sequence)"])
        }
    }
}

extension BoothWords {
    /// The counter in one line: the state, whose sitting it is (masked), the shot's checks, the
    /// number (masked) and the keys that do something now.
    ///
    /// - Parameter isKept: whether lines stay readable one below the other, as in a pipe. Then
    ///   nothing is said of a number before it is complete; elsewhere each character typed is a
    ///   star. The last characters of an unfinished number would, line by line, give all of it.
    public static func screenLine(_ booth: Booth, _ language: Language, isKept: Bool) -> String {
        var parts = [line(booth.state)[language]]
        if let sitting = booth.sitting {
            if let name = sitting.code.fields.maskedName { parts.append(Mask.name(name)) }
            if let number = sitting.idNumber { parts.append(number.masked) }
            if let typed = sitting.typed, !isKept {
                parts.append(String(repeating: "*", count: typed.count) + "_")
            }
        }
        if case .review(_, let shot) = booth.state { parts.append(result(shot)[language]) }
        parts.append(keys(booth.state)[language])
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// A shot's verdict, with the first check that is not right.
    private static func result(_ shot: ShotSummary) -> Phrase {
        let title = CheckWords.title(shot.verdict)
        let wrong = shot.checks.first { $0.verdict == .fail || $0.verdict == .warn }
        return Phrase(
            zh: title.zh + (wrong.map { "：" + $0.advice.zh } ?? ""),
            en: title.en + (wrong.map { ": " + $0.advice.en } ?? ""))
    }

    /// The codes that can be picked, each with its number and what it shows of its owner.
    private static func picks(_ choice: CodeChoice) -> Phrase {
        let lines = choice.agreed.enumerated().map { index, code in
            let fields = code.fields
            let owner =
                fields.maskedName.map(Mask.name) ?? fields.maskedNumber.map(Mask.number) ?? "?"
            return "[\(index + 1) \(owner)]"
        }
        let text = lines.joined(separator: " ")
        return Phrase(zh: text + "［c 取消］", en: text + " [c cancel]")
    }

    private static func keys(_ state: Booth.State) -> Phrase {
        switch state {
        case .waiting, .stored: Phrase(zh: "［q 结束］", en: "[q end of day]")
        case .several(let choice): picks(choice)
        case .whoseTurn:
            Phrase(
                zh: "［空格 继续这一位］［n 下一位］［c 取消］",
                en: "[space this one goes on] [n the next one] [c cancel]")
        case .code, .shooting, .storing: Phrase(zh: "［c 取消］", en: "[c cancel]")
        case .posing: Phrase(zh: "［空格 拍照］［c 取消］", en: "[space shoot] [c cancel]")
        case .review:
            Phrase(
                zh: "［空格 接受］［r 重拍］［c 取消］", en: "[space accept] [r retake] [c cancel]")
        }
    }
}
