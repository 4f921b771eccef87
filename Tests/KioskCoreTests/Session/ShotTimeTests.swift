import KioskCore
import Testing

struct ShotTimeTests {
    @Test(
        "moments are written with the offset of the studio's clock",
        arguments: [
            (0, 0, "1970-01-01T00:00:00+00:00"),
            (1_795_476_307_999, 28_800, "2026-11-24T07:25:07+08:00"),
            (951_782_400_000, 0, "2000-02-29T00:00:00+00:00"),
            (951_782_400_000, -12_600, "2000-02-28T20:30:00-03:30"),
            (-1, 0, "1969-12-31T23:59:59+00:00"),
        ])
    func iso(milliseconds: Int64, offset: Int, text: String) {
        #expect(ShotTime(unixMilliseconds: milliseconds, utcOffset: offset).iso8601 == text)
    }

    @Test(
        "whatever a clock says becomes a moment of the years 1 to 9999",
        arguments: [
            (.min, .min, "0001-01-01T00:00:00-24:00"), (.max, .max, "9999-12-31T23:59:59+24:00"),
            (-62_135_596_800_001, 0, "0001-01-02T00:00:00+00:00"),
        ] as [(Int64, Int, String)])
    func extremes(milliseconds: Int64, offset: Int, text: String) {
        #expect(ShotTime(unixMilliseconds: milliseconds, utcOffset: offset).iso8601 == text)
    }

    @Test("every day of four hundred years follows the one before")
    func days() {
        var last = CivilTime(unixSeconds: -86_400)
        for day in 0..<146_097 {
            let now = CivilTime(unixSeconds: Int64(day) * 86_400)
            let isNext =
                (now.day == last.day + 1 && now.month == last.month)
                || (now.day == 1
                    && (now.month == last.month + 1 || (now.month == 1 && last.month == 12)))
            #expect(isNext, "\(last.date) → \(now.date)")
            last = now
        }
    }
}
