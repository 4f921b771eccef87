/// How the day goes, in numbers.
public enum DayWords {
    /// In one line: what is on this machine and what has been exported of it; of the rest what there is.
    public static func line(_ day: DayCounts, _ export: Phrase? = nil) -> Phrase {
        // While a hand-over is written its line takes the place of the others.
        if let export { return export }
        let parts =
            [day.ofClass.map(ofClass)].compactMap { $0 } + [standing(day), exported(day)]
            + rare(day)
        return Phrase(
            zh: parts.map(\.zh).joined(separator: "　"),
            en: parts.map(\.en).joined(separator: "   "))
    }

    /// The table of the evening, a line each: the counts, what is left to do, what fails though it is stored.
    static func evening(_ day: DayCounts) -> Phrase {
        let title = Phrase(zh: "收工？", en: "End the day?")
        let left = [notExported(day.notExported), stored(failed: day.failed)].compactMap { $0 }
        let lines = [title, standing(day), exported(day)] + rare(day) + left
        return Phrase(
            zh: lines.map(\.zh).joined(separator: "\n"),
            en: lines.map(\.en).joined(separator: "\n"))
    }

    /// The class that is being taken, and how many of it are.
    private static func ofClass(_ summary: ClassSummary) -> Phrase {
        count(
            summary.portraits, Phrase(zh: "\(summary.name) {n} 张", en: "class \(summary.name) {n}"))
    }

    private static func standing(_ day: DayCounts) -> Phrase {
        count(day.standing, Phrase(zh: "本机 {n} 张", en: "on this machine {n}"))
    }

    private static func exported(_ day: DayCounts) -> Phrase {
        count(max(0, day.standing - day.notExported), Phrase(zh: "已导出 {n} 张", en: "exported {n}"))
    }

    /// Of what is rare only what there is.
    private static func rare(_ day: DayCounts) -> [Phrase] {
        let all = [
            (day.setAside, Phrase(zh: "待补拍 {n}", en: "coming back {n}")),
            (day.retaken, Phrase(zh: "重拍 {n}", en: "retaken {n}")),
            (day.refused, Phrase(zh: "没拍成 {n}", en: "no portrait {n}")),
            (day.replaced, Phrase(zh: "替换 {n}", en: "replaced {n}")),
            (day.withdrawn, Phrase(zh: "作废 {n}", en: "withdrawn {n}")),
            (day.missing, Phrase(zh: "丢帧 {n}", en: "frames lost {n}")),
            (day.unseen, Phrase(zh: "坏帧 {n}", en: "frames damaged {n}")),
        ]
        return all.filter { $0.0 > 0 }.map { count($0.0, $0.1) }
    }

    private static func count(_ number: Int, _ phrase: Phrase) -> Phrase {
        phrase.filled(["n": "\(number)"])
    }

    private static func notExported(_ count: Int) -> Phrase? {
        guard count > 0 else { return nil }
        let one = Phrase(zh: "还有 1 张照片没有导出", en: "1 portrait has not been exported.")
        return count == 1
            ? one
            : Phrase(zh: "还有 {n} 张照片没有导出", en: "{n} portraits have not been exported.")
                .filled(["n": "\(count)"])
    }

    /// The portraits that were stored though they fail, by their numbers; the first twelve of many.
    public static func stored(failed: [Int]) -> Phrase? {
        guard !failed.isEmpty else { return nil }
        let most = 12
        let numbers = failed.prefix(most).map(String.init)
        return Phrase(
            zh: "不合格但已保存 {n} 张：{list} 号",
            en: "{n} stored though they fail: number {list}."
        ).filled([
            "n": "\(failed.count)",
            "list": numbers.joined(separator: ", ") + (failed.count > most ? " …" : ""),
        ])
    }
}
