/// What the operator should know before the first student: facts only; nothing of it stops the day.
public struct MorningReport: Sendable {
    /// Sessions with portraits that are on no disc: name and count.
    public var notExported: [(session: String, count: Int)] = []
    /// Sessions that cannot be read.
    public var unreadable: [String] = []
    /// Where exports that were broken off left parts with portraits in them: their paths.
    public var broken: [String] = []
    /// Bytes free where sessions are kept; nil where unknown.
    public var freeBytes: Int?
    /// When the newest portrait of any session was taken.
    public var lastPortrait: ShotTime?
    /// The clock's time now.
    public var now: ShotTime
    /// `studio.hours`.
    public var hours: OpeningHours?
    /// `studio.closing_date`: `2026-04-20`.
    public var closingDate: String?

    /// A report of a morning at which nothing is known yet.
    public init(now: ShotTime) { self.now = now }

    /// A portrait with its original and what is kept beside it, bytes: what 1080p cameras deliver.
    private static let portraitBytes = 700_000
    /// Room for fewer portraits than this is worth a warning: an hour on a campus day.
    private static let fewPortraits = 350

    /// What is to be said, most pressing first.
    public var lines: [Phrase] {
        [clockLine, diskLine].compactMap { $0 } + unreadableLines + exportLines + brokenLines
            + [closingLine, hoursLine].compactMap { $0 }
    }

    /// What a clock is behind of that cannot be right.
    public enum ClockFault: Hashable, Sendable {
        case lastPortrait(ShotTime)
        /// The day of the program's sources: a machine whose battery is flat begins in 1970 or in the year of its board.
        case program
    }

    /// What the clock is behind of; nil where it may be right.
    public var clockFault: ClockFault? {
        if let lastPortrait, now < lastPortrait { return .lastPortrait(lastPortrait) }
        return CivilTime(unixSeconds: now.unixSeconds).date < Release.date ? .program : nil
    }

    private var clockLine: Phrase? {
        switch clockFault {
        case .lastPortrait(let last):
            Phrase(
                zh: "电脑时间 {now} 早于上一张照片 {last}，请先校准时钟",
                en: "the clock says {now}, but the last portrait was taken at {last}: set the clock"
            ).filled(["now": now.iso8601, "last": last.iso8601])
        case .program:
            Phrase(
                zh: "电脑时间 {now} 早于本程序的发布日期 {made}，请先校准时钟",
                en: "the clock says {now}, but this program is of {made}: set the clock"
            ).filled(["now": now.iso8601, "made": Release.date])
        case nil: nil
        }
    }

    private var diskLine: Phrase? {
        guard let freeBytes else { return nil }
        let room = freeBytes / Self.portraitBytes
        guard room < Self.fewPortraits else {
            return Phrase(zh: "磁盘剩余 {gb} GB", en: "{gb} GB free on the disk")
                .filled(["gb": "\(freeBytes / 1_000_000_000)"])
        }
        return Phrase(
            zh: "磁盘快满了：只够约 {n} 张照片，请先清理",
            en: "the disk is nearly full: room for about {n} portraits"
        ).filled(["n": "\(room)"])
    }

    private var unreadableLines: [Phrase] {
        unreadable.map { session in
            Phrase(
                zh: "场次 {name} 读不了，里面的照片可能还没有导出：请用 kiosk sessions show {name} 查看原因",
                en:
                    "session {name} cannot be read, and may hold portraits that are not exported: kiosk sessions show {name} says why"
            ).filled(["name": session])
        }
    }

    private var exportLines: [Phrase] {
        notExported.map { session, count in
            Phrase(
                zh: "场次 {name} 有 {n} 张照片还没有导出", en: "session {name}: {n} portraits are not exported"
            ).filled(["name": session, "n": "\(count)"])
        }
    }

    private var brokenLines: [Phrase] {
        broken.map { path in
            Phrase(
                zh: "中断的导出留下了 {path}，里面有照片，请删除",
                en: "an export that was broken off left {path}: it holds portraits, delete it"
            ).filled(["path": path])
        }
    }

    private var closingLine: Phrase? {
        guard let closingDate else { return nil }
        guard now.local.date > closingDate else {
            return Phrase(zh: "本届截止日期 {date}", en: "this class closes on {date}")
                .filled(["date": closingDate])
        }
        return Phrase(
            zh: "已过本届截止日期 {date}，照片可能不再被接收",
            en: "this class closed on {date}: portraits may no longer be accepted"
        ).filled(["date": closingDate])
    }

    private var hoursLine: Phrase? {
        guard let hours, !hours.contains(now.local) else { return nil }
        return Phrase(zh: "现在不在营业时间内", en: "these are not the studio's opening hours")
    }
}
