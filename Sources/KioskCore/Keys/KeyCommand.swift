/// A command of the counter and the key that gives it: the one table that the reading of keys, the buttons, the line
/// of keys and the help follow.
public struct KeyCommand: Hashable, Sendable {
    /// What it does.
    public let key: BoothKey
    /// The character that gives it when it is typed alone, in lower case. An ID number can begin with none of the
    /// letters.
    public let character: Character
    /// What it is for, in a line of the help.
    public let purpose: Phrase

    /// What stands on the key.
    public var cap: Phrase {
        character == " "
            ? Phrase(zh: "空格", en: "space")
            : Phrase(zh: String(character), en: String(character))
    }

    /// Every command, each with a character of its own, in the order of the help.
    public static let all = [
        KeyCommand(
            .shootOrAccept, " ", zh: "拍照；保存照片；不合格的重拍",
            en: "take the portrait, store it; where it fails the rule, take another"),
        KeyCommand(.retake, "r", zh: "重拍", en: "take another"),
        KeyCommand(
            .nextCandidate, "v", zh: "换成前一秒里的另一张", en: "show another of the last second"),
        KeyCommand(
            .storeFailed, "s", zh: "不合格也保存（要选原因）",
            en: "store a portrait that fails all the same, with the reason"),
        KeyCommand(
            .cancel, "c", zh: "取消这一位（Esc 只关掉开着的东西）",
            en: "cancel the sitting (Esc only leaves what is open)"),
        KeyCommand(
            .nextStudent, "n", zh: "换成画面里的下一位", en: "the next student, whose code is in view"),
        KeyCommand(
            .setAside, "a", zh: "登记待补拍", en: "set the student aside, who comes back later"),
        KeyCommand(
            .beginClass, "b", zh: "开始下一个班级（输入班名，或出示班级卡；直接回车是继续上一个班）",
            en: "begin the next class: type its name or show its card; Enter goes on with the last"),
        KeyCommand(.endClass, "d", zh: "结束本班，报出张数", en: "end the class, with its counts"),
        KeyCommand(.guide, "g", zh: "没有采集码怎么办", en: "how to get a code"),
        KeyCommand(.openFile, "o", zh: "从图片文件读采集码", en: "read a code from a picture file"),
        KeyCommand(
            .find, "f", zh: "查找本场照片，可作废、恢复", en: "find a portrait; withdraw it or take that back"),
        KeyCommand(.preferences, "t", zh: "设置：相机、镜像、声音、屏幕、字号、规格", en: "settings"),
        KeyCommand(.undo, "u", zh: "作废上一张", en: "withdraw the last portrait"),
        KeyCommand(
            .export, "e", zh: "导出一位学生的照片；正在导出时：取消导出",
            en: "a disc image of one student; while one is written, cancel it"),
        KeyCommand(.endOfDay, "q", zh: "收工", en: "end the day"),
        KeyCommand(
            .beginNumber, "#", zh: "开始输入以字母开头的证件号码",
            en: "begin an ID number whose first character is a letter"),
    ]

    private static let byCharacter = Dictionary(
        uniqueKeysWithValues: all.map { ($0.character, $0) })
    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })

    private init(_ key: BoothKey, _ character: Character, zh: String, en: String) {
        (self.key, self.character, purpose) = (key, character, Phrase(zh: zh, en: en))
    }

    /// The command of a character; nil where it gives none.
    static func of(_ character: Character) -> KeyCommand? {
        byCharacter[character]
    }

    /// The command of a key; nil for digits and what else is typed.
    public static func of(_ key: BoothKey) -> KeyCommand? { byKey[key] }
}
