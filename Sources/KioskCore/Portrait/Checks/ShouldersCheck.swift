extension CheckKind {
    /// Both shoulders in the picture and level (教毕指〔2017〕99号: shoulders level). The notice has no
    /// number: over 4° people see it, and 8° is where ISO/IEC 19794-5 ends for the head.
    static let shoulders = CheckKind(.shoulders, zh: "双肩水平", en: "shoulders") { face in
        let missesOne = face.shoulders?.missesOne == true
        return Finding(
            value: missesOne ? 90 : face.shoulders?.slope, unit: "°", allowed: -4...4,
            tolerated: -8...8,
            tooLow: Phrase(
                zh: "肩膀不平：请放低您的右肩", en: "The shoulders slope: please lower your right one."),
            tooHigh: missesOne
                ? Phrase(
                    zh: "只看到一侧肩膀：请坐正，双肩都要入镜",
                    en: "Only one shoulder is in the picture: please sit straight.")
                : Phrase(
                    zh: "肩膀不平：请放低您的左肩",
                    en: "The shoulders slope: please lower your left one."),
            notAssessed: face.shoulders?.isHidden == true
                ? CheckWords.lookYourself
                : Phrase(
                    zh: "看不出肩线：请坐正、双肩入镜，衣服和背景要分得开",
                    en:
                        "The shoulders are not told from the backdrop: sit straight, in clothes of another colour."
                ))
    }
}
