/// What the commands say of their results.
public enum CommandWords {
    /// The counter is open.
    public static func opened(session: String, camera: String, stored: Int) -> Phrase {
        Phrase(
            zh: "场次 {session}，相机 {camera}，已有 {n} 张照片",
            en: "session {session}, camera {camera}, {n} portraits so far"
        ).filled(["session": session, "camera": camera, "n": "\(stored)"])
    }

    /// Another camera was taken than the one that is set.
    public static func otherCamera(_ taken: String, insteadOf wanted: String) -> Phrase {
        Phrase(
            zh: "用的是相机 {taken}：设置里的 {wanted} 用不了",
            en: "the camera is {taken}: the one that is set, {wanted}, could not be used"
        ).filled(["taken": taken, "wanted": wanted])
    }

    /// A key of kiosk.conf that an earlier version had.
    public static func retired(_ place: String) -> Phrase {
        Phrase(
            zh: "{place} 这一项已不再使用，可以删掉；程序照常运行",
            en: "{place} is no longer used and can be deleted; everything goes on"
        ).filled(["place": place])
    }

    /// The day is over.
    public static func closed(session: String, _ day: DayCounts) -> Phrase {
        Phrase(
            zh: """
                场次 {session} 结束：保存 {stored} 张，重拍 {retaken} 次，未成 {refused} 次，替换 {replaced} 张，\
                作废 {withdrawn} 张，待补拍 {aside} 位，未导出 {open} 张
                """,
            en: """
                session {session} closed: {stored} stored, {retaken} retaken, {refused} refused, \
                {replaced} replaced, {withdrawn} withdrawn, {aside} set aside, {open} not exported
                """
        ).filled([
            "session": session, "stored": "\(day.stored)", "retaken": "\(day.retaken)",
            "refused": "\(day.refused)", "replaced": "\(day.replaced)",
            "withdrawn": "\(day.withdrawn)", "aside": "\(day.setAside)",
            "open": "\(day.notExported)",
        ])
    }

    /// An export is done and was read back.
    public static func exported(paths: [String], portraits: Int, bytes: Int) -> Phrase {
        Phrase(
            zh: "已导出 {n} 张照片到 {path}，{bytes} 字节，逐字节核对无误",
            en: "{n} portraits exported to {path}, {bytes} bytes, read back and compared"
        ).filled([
            "path": Self.shown(paths), "n": "\(portraits)", "bytes": "\(bytes)",
        ])
    }

    /// There is no session yet.
    public static func noSessions(in folder: String) -> Phrase {
        Phrase(zh: "{folder} 里没有场次", en: "there is no session in {folder}").filled([
            "folder": Self.shown([folder])
        ])
    }

    /// Portraits of a session that are on no medium as they are now.
    public static func notExported(_ count: Int) -> Phrase {
        Phrase(zh: "还有 {n} 张没有导出", en: "{n} not exported").filled(["n": "\(count)"])
    }

    /// An export of a session: when, how many, to where.
    public static func export(_ time: ShotTime, _ paths: [String], _ portraits: Int) -> Phrase {
        Phrase(zh: "导出 {time}：{n} 张 {path}", en: "exported {time}: {n} portraits {path}").filled([
            "time": time.iso8601, "n": "\(portraits)", "path": Self.shown(paths),
        ])
    }

    /// Paths on one line.
    private static func shown(_ paths: [String]) -> String {
        ForeignText.visible(paths.joined(separator: ", "), keepsLines: false)
    }

    /// A portrait's class was changed afterwards.
    public static func classChanged(_ sequences: [Int], to name: ClassName?) -> Phrase {
        let numbers = sequences.map(String.init).joined(separator: ", ")
        guard let name else {
            return Phrase(zh: "{n} 号现在不属于任何班级", en: "number {n}: of no class now")
                .filled(["n": numbers])
        }
        return Phrase(zh: "{n} 号现在属于 {name}", en: "number {n}: of {name} now")
            .filled(["n": numbers, "name": "\(name)"])
    }

    /// Asks for a number that is looked for.
    public static let numberToFind = Phrase(zh: "要查找的证件号码：", en: "the ID number to look for: ")

    /// No portrait was found.
    public static let noneFound = Phrase(
        zh: "没有找到这位学生的照片", en: "no portrait of this student was found")

    /// How a portrait that was found stands.
    public static func found(isVoided: Bool, isExported: Bool) -> Phrase {
        if isVoided {
            return isExported
                ? Phrase(zh: "已作废，作废前导出过", en: "withdrawn, was exported before")
                : Phrase(zh: "已作废", en: "withdrawn")
        }
        return isExported
            ? Phrase(zh: "已导出", en: "exported") : Phrase(zh: "未导出", en: "not exported")
    }

    /// A class card was made.
    public static func card(_ name: String, _ path: String) -> Phrase {
        Phrase(
            zh: "班级卡 {path}：{name}（柜台上先按 b，再出示）",
            en: "class card {path}: {name} (at the counter press b, then show it)"
        ).filled(["name": name, "path": path])
    }

    /// Pictures could not have the names that their layout says.
    public static func renamed(_ count: Int) -> Phrase {
        Phrase(
            zh: "有 {n} 个文件因重名或含有不能用的字改了名，原名见 manifest.csv 的 renamed 栏",
            en:
                "{n} files have another name, since theirs was taken or cannot be written: see renamed in manifest.csv"
        ).filled(["n": "\(count)"])
    }

    /// What was exported can be read by others than this user.
    public static let openToAll = Phrase(
        zh: "这个介质没有权限设置，拿到它的人都能看里面的照片，请收好",
        en: "this medium keeps no permissions: whoever holds it can read what is on it")

    /// What was exported could not be noted beside the session.
    public static let notNoted = Phrase(
        zh: "但无法在场次旁边记下这次导出，以后可能仍会提示未导出",
        en: "it could not be noted beside the session, so it may be asked about again")

    /// What stands beside it under the names of further volumes; nil where nothing does. It may be another session's.
    public static func earlier(_ paths: [String]) -> Phrase? {
        guard let first = paths.first, let last = paths.last else { return nil }
        return Phrase(
            zh: "{paths} 是原来就有的，不属于这次导出",
            en: "{paths} was there before and does not belong to this hand-over"
        ).filled(["paths": first == last ? first : "\(first) … \(last)"])
    }

    /// Exports that were broken off left something; nil where none did.
    public static func broken(_ names: [String]) -> Phrase? {
        guard let first = names.first else { return nil }
        return Phrase(
            zh: "旁边有中断的导出留下的 {name}{more}，里面有照片，请删除",
            en:
                "beside it lies {name}{more}, which an export that was broken off left: it holds portraits, delete it"
        ).filled(["name": first, "more": names.count > 1 ? " (+\(names.count - 1))" : ""])
    }

    /// A disc is as it was written.
    public static func verified(path: String, files: Int, bytes: Int) -> Phrase {
        Phrase(
            zh: "{path}：{files} 个文件、{bytes} 字节，全部与校验和相符",
            en: "{path}: {files} files, {bytes} bytes, all as their checksums say"
        ).filled(["path": Self.shown([path]), "files": "\(files)", "bytes": "\(bytes)"])
    }

    /// What a system left on a disc.
    public static func leftovers(_ first: String, more: Int) -> Phrase {
        Phrase(
            zh: "另有电脑系统自己留下的文件，不影响交付：{first}{more}",
            en: "besides, what a computer's system left there, which harms nothing: {first}{more}"
        ).filled(["first": first, "more": more > 0 ? " (+\(more))" : ""])
    }

    /// How far an export or a check has come.
    public static func progress(_ progress: HandOverProgress, secondsLeft: Double?) -> Phrase {
        let parts = [step(progress), size(progress), secondsLeft.map(timeLeft)].compactMap { $0 }
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "，"), en: parts.map(\.en).joined(separator: ", "))
    }

    private static func step(_ progress: HandOverProgress) -> Phrase {
        let phrase =
            switch progress.step {
            case .preparing: Phrase(zh: "正在准备 {share}%", en: "preparing {share} %")
            case .writing:
                Phrase(
                    zh: "正在写入 {share}%：{n}/{all} 个文件", en: "writing {share} %: file {n} of {all}")
            case .checking:
                Phrase(
                    zh: "正在核对 {share}%：{n}/{all} 个文件", en: "checking {share} %: file {n} of {all}")
            case .both:
                Phrase(
                    zh: "正在写入并核对 {share}%：{n}/{all} 个文件",
                    en: "writing and checking {share} %: file {n} of {all}")
            }
        return phrase.filled([
            "share": "\(Int(progress.share * 100))", "n": "\(progress.files)",
            "all": "\(progress.allFiles)",
        ])
    }

    private static func size(_ progress: HandOverProgress) -> Phrase? {
        guard progress.allBytes > 0 else { return nil }
        return Phrase(zh: "{n}/{all} MB", en: "{n} of {all} MB").filled([
            "n": "\(progress.bytes / 1_000_000)", "all": "\(progress.allBytes / 1_000_000)",
        ])
    }

    private static func timeLeft(_ seconds: Double) -> Phrase {
        let whole = Int(seconds.rounded(.up))
        return whole < 90
            ? Phrase(zh: "约剩 {n} 秒", en: "about {n} s left").filled(["n": "\(whole)"])
            : Phrase(zh: "约剩 {n} 分钟", en: "about {n} min left")
                .filled(["n": "\((whole + 59) / 60)"])
    }

    /// Where to look after the demo.
    public static func demoDone(image: String, sheet: String) -> Phrase {
        Phrase(
            zh: "光盘镜像：{image}\n照片一览：{sheet}（用浏览器打开 index.html）\n重新校验：kiosk verify {image}",
            en:
                "disc image: {image}\ncontact sheet: {sheet} (open index.html in a browser)\n"
                + "check it again: kiosk verify {image}"
        ).filled(["image": image, "sheet": sheet])
    }

    /// Pictures of the synthetic studio were written.
    public static func drawn(count: Int, folder: String) -> Phrase {
        Phrase(
            zh: "已画 {n} 张到 {folder}，真值在 truth.tsv",
            en: "{n} pictures drawn into {folder}, their truth in truth.tsv"
        ).filled(["n": "\(count)", "folder": folder])
    }

    /// A portrait that was stored though it fails the rule, at the end of the day.
    public static func failed(_ portrait: StoredPortrait) -> Phrase {
        let why = portrait.failedReason ?? Phrase(zh: "没有记下原因", en: "no reason was recorded")
        let place = ["n": "\(portrait.sequence)", "name": portrait.maskedName]
        return Phrase(
            zh: "不合格但已保存：{n} 号 {name}，" + why.zh,
            en: "stored though it fails: number {n} {name}, " + why.en
        ).filled(place)
    }

    /// Students who will come back.
    public static func setAside(_ count: Int) -> Phrase {
        Phrase(zh: "待补拍的学生 {n} 位：", en: "{n} students set aside:").filled(["n": "\(count)"])
    }

    /// A number was corrected.
    public static func corrected(_ sequence: Int, number: String) -> Phrase {
        Phrase(zh: "{n} 号的证件号码已改为 {id}", en: "number {n} has the ID number {id} now")
            .filled(["n": "\(sequence)", "id": number])
    }

    /// A portrait was made of the original of another.
    public static func recropped(_ sequence: Int, from earlier: Int) -> Phrase {
        Phrase(
            zh: "{old} 号的原图重新裁切，存为 {n} 号；{old} 号已作废（留档）",
            en: "number {n} was made of the original of number {old}, which is withdrawn and kept"
        ).filled(["n": "\(sequence)", "old": "\(earlier)"])
    }

    /// The prompt of `sessions edit`.
    public static let newNumber = Phrase(zh: "证件号码（不显示）：", en: "ID number (not shown): ")
    /// Its second prompt, where nothing else confirms a number.
    public static let sameNumberAgain = Phrase(zh: "再输一遍：", en: "once more: ")
}
