extension BoothWords {
    /// Something that just happened.
    public static func notice(_ notice: BoothNotice, _ language: Language) -> String {
        phrase(notice)[language]
    }

    /// Something that is wrong, with what to do.
    public static func trouble(_ trouble: Trouble) -> Phrase {
        let words =
            switch trouble.notice {
            case .cameraLost(let error), .lookFailed(let error): said(error)
            case .shotRefused(let error):
                Phrase(
                    zh: "没拍成：\(error.reason.zh)。请再拍一张",
                    en: "no portrait: \(error.reason.en). Take another")
            default: phrase(trouble.notice)
            }
        guard trouble.isAnswerable else { return words }
        return Phrase(zh: words.zh + "［Esc 知道了］", en: words.en + " [Esc seen]")
    }

    /// An error with what to do.
    private static func said(_ error: KioskError) -> Phrase {
        Phrase(
            zh: "\(error.sentence(.chinese))。请\(error.remedy.zh)",
            en: "\(error.sentence(.english)): \(error.remedy.en)")
    }

    private static func changed(_ broken: Presence.Break) -> Phrase {
        switch broken {
        case .absent:
            Phrase(
                zh: "座位空了一会儿，请这位同学重新出示采集码",
                en: "nobody was there for too long: please show the code again")
        case .jumped:
            Phrase(
                zh: "座位上可能换了人，请重新出示采集码",
                en: "this may be somebody else: please show the code again")
        case .secondFace:
            Phrase(
                zh: "画面里有两个人，请只留本人并重新出示采集码",
                en: "two people were in view: one alone, please, and the code again")
        case .unseen:
            Phrase(
                zh: "相机断开过，请重新出示采集码",
                en: "the camera was away: please show the code again")
        }
    }

    private static func wrong(_ fault: NumberFault) -> Phrase {
        switch fault {
        case .form:
            Phrase(
                zh: "证件号码格式不对，请核对位数（身份证 18 位）",
                en: "no document has such a number: count its characters")
        case .check:
            Phrase(
                zh: "证件号码校验不通过，多半有一位输错，请对照证件修改",
                en:
                    "the check character is wrong: correct the number, or type it again from the card"
            )
        case .birthDate:
            Phrase(
                zh: "号码里的出生日期不存在，请对着证件修改或重输",
                en: "the date of birth in it does not exist: correct the number from the card")
        }
    }

    private static func phrase(_ notice: BoothNotice) -> Phrase {
        switch notice {
        case .codeRead: Phrase(zh: "读到采集码", en: "code read")
        case .severalCodes:
            Phrase(
                zh: "同时出现了多个采集码，请只留一个（或按画面上的编号选）", en: "several codes in view: please show only one"
            )
        case .timedOut:
            Phrase(zh: "超时未拍，本次已结束，请重新出示采集码", en: "this took too long: please show the code again")
        case .cancelled: Phrase(zh: "本次已取消，没有保存照片", en: "cancelled, no portrait was stored")
        case .anotherCode:
            Phrase(zh: "出现了另一个采集码，请重新开始", en: "another code came into view: please start again")
        case .whoseTurn:
            Phrase(
                zh: "画面里出现了另一位同学的采集码，现在拍谁？", en: "another code came into view: whose turn is it?")
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
        case .codeFirst:
            Phrase(zh: "请先出示采集码，再输号码、拍照", en: "the code comes first, then number and portrait")
        case .notReady: Phrase(zh: "位置还不合适，按提示调整", en: "not yet: follow the hint")
        case .shotRefused(let error): error.reason
        case .cameraLost(let error):
            Phrase(
                zh: "\(error.sentence(.chinese))，正在重新连接；这一位请重新出示采集码",
                en: "\(error.sentence(.english)); looking for it. The code has to be shown again")
        case .lookFailed(let error):
            Phrase(
                zh: "\(error.sentence(.chinese))；这一位请重新出示采集码",
                en: "\(error.sentence(.english)). The code has to be shown again")
        case .cameraBack: Phrase(zh: "相机已恢复", en: "the camera is back")
        case .retaking: Phrase(zh: "这张不合格，再拍一张", en: "this one does not pass: taking another")
        case .storeRefused(let error):
            Phrase(
                zh: "没有保存：\(error.reason.zh)。请\(error.remedy.zh)；照片还在，之后再按空格保存",
                en: """
                    not stored: \(error.reason.en): \(error.remedy.en). The shot is still here: \
                    accept it again
                    """)
        case .stored(let sequence):
            Phrase(zh: "已保存 {n} 号", en: "stored as number {n}").filled(["n": "\(sequence)"])
        case .alreadyTaken(let earlier): QuestionWords.text(.sameCode(earlier))
        case .numberKnown(let earlier): QuestionWords.text(.sameNumber(earlier))
        case .answerFirst: Phrase(zh: "请先按数字键回答", en: "answer the question first, by its digit")
        case .sittingFirst:
            Phrase(
                zh: "这一位还没拍完：先保存，或按 c 取消", en: "a sitting is under way: accept it or cancel it (c)")
        case .setAside(let count):
            Phrase(zh: "已登记待补拍，共 {n} 位", en: "set aside, {n} by now").filled(["n": "\(count)"])
        case .restored(let sequence):
            Phrase(zh: "{n} 号已恢复", en: "number {n} stands again").filled(["n": "\(sequence)"])
        case .voided(let sequence):
            Phrase(zh: "{n} 号已作废", en: "number {n} is withdrawn").filled(["n": "\(sequence)"])
        case .refused(let error): said(error)
        case .noSuchPortrait: Phrase(zh: "没有这张照片", en: "there is no such portrait")
        case .cancelByKeyAgain:
            Phrase(
                zh: "正在导出；要取消，请再按一次 e", en: "a hand-over is being written: e once more cancels it")
        case .cancellingExport:
            Phrase(zh: "正在取消导出……", en: "cancelling the export …")
        case .classBegun(let name):
            Phrase(zh: "现在拍：{name}", en: "now: class {name}").filled(["name": "\(name)"])
        case .classEnded(let summary): ClassWords.ended(summary)
        case .noClass: Phrase(zh: "现在没有在拍的班级", en: "no class is being taken")
        case .classWrong:
            Phrase(
                zh: "班级名要有 1 到 40 个看得见的字",
                en: "a class's name has 1 to 40 characters that can be seen")
        case .exporting: Phrase(zh: "正在写光盘镜像……", en: "writing the disc image …")
        case .exported(let path, let portraits):
            Phrase(
                zh: "已导出 {n} 张并核对：{path}", en: "{n} exported, read back and compared: {path}"
            ).filled(["n": "\(portraits)", "path": path])
        case .readingFile: Phrase(zh: "正在读图片……", en: "reading the picture …")
        case .fileLate:
            Phrase(
                zh: "图片读好时已经轮到别人，没有用；需要时请再打开一次",
                en: "the picture was read after another's turn had come: open it again")
        case .codeFileNone:
            Phrase(
                zh: "这个文件里没有读到采集码，请核对是不是采集码的图片",
                en: "no code was read in that file: is it the picture of the code?")
        case .foreignCode(let kind): CodeWords.foreign(kind)
        case .scanAgain:
            Phrase(zh: "扫码枪读到了，请再扫一次核对", en: "the scanner sent a code: scan it once more")
        case .capsLock:
            Phrase(
                zh: "键盘的大写锁定开着，扫码枪的内容会变；请关掉后再扫",
                en: "Caps Lock changes what the scanner sends: turn it off and scan again")
        case .guide: GuideWords.text
        case .keysIgnored:
            Phrase(
                zh: "一下子来了很多按键，没有执行。请一次按一个键；采集码请对着相机出示",
                en: "many keys at once: none was taken. Press one key; show codes to the camera")
        case .keyNotNow:
            Phrase(
                zh: "这个键现在不起作用，能用的键写在下面",
                en: "that key does nothing now: those that do are shown below")
        case .cancelByKey:
            Phrase(zh: "要取消这一位，请按 c", en: "to cancel this sitting, press c")
        case .preferencesSaved(let needsNextTime):
            needsNextTime
                ? Phrase(
                    zh: "设置已保存；带 * 的下次启动时生效",
                    en: "settings saved; those with * hold from the next start")
                : Phrase(zh: "设置已保存", en: "settings saved")
        case .hoursWrong:
            Phrase(
                zh: "拍照时间写法不对，例如 09:00-11:30 14:00-17:00",
                en: "opening hours are written like 09:00-11:30 14:00-17:00")
        case .sound(let isOn):
            isOn
                ? Phrase(zh: "声音已打开", en: "sound is on") : Phrase(zh: "声音已关闭", en: "sound is off")
        case .keyTooLate:
            Phrase(
                zh: "画面刚刚变了，这一键没有执行，请看清后再按",
                en: "the screen has just changed: that key was not taken. Look and press again")
        }
    }
}
