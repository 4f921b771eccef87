import Testing

@testable import KioskCore

struct MorningReportTests {
    private static let nine = ShotTime(unixMilliseconds: 1_905_482_000_000, utcOffset: 28_800)

    private static func english(_ change: (inout MorningReport) -> Void) -> String {
        var report = MorningReport(now: nine)
        change(&report)
        return report.lines.map(\.en).joined(separator: "\n")
    }

    @Test("opening hours are spans of the day; anything else is none")
    func hours() throws {
        let hours = try #require(OpeningHours("09:00-11:30 14:00-17:00"))
        let at = { (minute: Int) in CivilTime(unixSeconds: Int64(minute) * 60) }
        #expect(!hours.contains(at(539)) && hours.contains(at(540)) && hours.contains(at(689)))
        #expect(!hours.contains(at(690)) && hours.contains(at(900)) && !hours.contains(at(1020)))
        for text in ["", "9", "09:00", "11:00-09:00", "09:0-10:00", "25:00-26:00", "09:60-10:00"] {
            #expect(OpeningHours(text) == nil, "\(text)")
        }
        #expect(OpeningHours("8:30-24:00") != nil)
    }

    @Test("a clock that stands before this program was made is said, with no portrait yet too")
    func clockBeforeProgram() {
        #expect(CivilTime.isDate(dashed: Release.date))
        for milliseconds: Int64 in [.min, -1, 0, 1_400_000_000_000] {
            let now = ShotTime(unixMilliseconds: milliseconds, utcOffset: 0)
            #expect(MorningReport(now: now).clockFault == .program)
            let said = MorningReport(now: now).lines
            #expect(said.first?.en.contains("this program is of \(Release.date)") == true)
        }
    }

    @Test("the clock, the disk, what is not exported, hours and closing date are said")
    func lines() {
        #expect(Self.english { _ in }.isEmpty)
        #expect(Self.english { $0.lastPortrait = Self.nine }.isEmpty)
        #expect(Self.english { $0.unreadable = ["a", "b"] }.contains("session b cannot be read"))
        let later = ShotTime(
            unixMilliseconds: Self.nine.unixMilliseconds + 1, utcOffset: 0)
        #expect(Self.english { $0.lastPortrait = later }.contains("set the clock"))
        #expect(Self.english { $0.broken = ["d/x.part"] }.contains("left d/x.part: it holds"))
        #expect(Self.english { $0.freeBytes = 100_000_000 }.contains("nearly full"))
        #expect(Self.english { $0.freeBytes = 80_000_000_000 }.contains("80 GB free"))
        #expect(Self.english { $0.notExported = [("mon", 3)] }.contains("mon: 3 portraits"))
        #expect(Self.english { $0.closingDate = "2030-05-17" }.contains("closed on"))
        #expect(Self.english { $0.closingDate = "2030-05-30" }.contains("closes on"))
        #expect(Self.english { $0.hours = OpeningHours("00:10-00:20") }.contains("opening hours"))
    }
}
