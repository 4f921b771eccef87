/// The moment of a shot by the wall clock, with the UTC offset that the studio's clock had then.
///
/// A machine's clock may be set to anything. Whatever it says becomes one of the moments that can be stored and read
/// again.
public struct ShotTime: Hashable, Sendable, Comparable {
    /// Milliseconds since 1970-01-01T00:00:00Z, in `allMilliseconds`.
    public let unixMilliseconds: Int64
    /// Seconds east of UTC, as the clock was set when the shot was taken, in `allOffsets`.
    public let utcOffset: Int

    /// The years that ISO 8601 writes with four digits, 1 to 9999, a day less at both ends for the offset.
    public static let allMilliseconds: ClosedRange<Int64> =
        (-62_135_510_400_000)...253_402_214_399_999
    /// A day east and west.
    public static let allOffsets = -86_400...86_400

    /// That moment, or the nearest that there is.
    public init(unixMilliseconds: Int64, utcOffset: Int) {
        self.unixMilliseconds = Self.nearest(unixMilliseconds, in: Self.allMilliseconds)
        self.utcOffset = Self.nearest(utcOffset, in: Self.allOffsets)
    }

    private static func nearest<Number>(_ number: Number, in range: ClosedRange<Number>) -> Number {
        min(max(number, range.lowerBound), range.upperBound)
    }

    /// Whole seconds since 1970-01-01T00:00:00Z.
    public var unixSeconds: Int64 {
        unixMilliseconds >= 0 ? unixMilliseconds / 1000 : (unixMilliseconds - 999) / 1000
    }

    /// Year, month, day, hour, minute and second on the studio's clock.
    public var local: CivilTime { CivilTime(unixSeconds: unixSeconds + Int64(utcOffset)) }

    /// `2026-11-23T09:05:07+08:00` (ISO 8601), the same on every machine.
    public var iso8601: String {
        let sign = utcOffset < 0 ? "-" : "+"
        let minutes = abs(utcOffset) / 60
        return "\(local.date)T\(local.time)\(sign)\(padded(minutes / 60)):\(padded(minutes % 60))"
    }

    /// The earlier moment is the smaller, whatever the offsets.
    public static func < (left: ShotTime, right: ShotTime) -> Bool {
        left.unixMilliseconds < right.unixMilliseconds
    }
}

/// A date and time of day of the proleptic Gregorian calendar, without a time zone.
public struct CivilTime: Hashable, Sendable {
    /// The year, 1970 or another.
    public let year: Int
    /// 1 to 12.
    public let month: Int
    /// 1 to 31.
    public let day: Int
    /// Seconds since midnight, 0 to 86,399.
    public let secondOfDay: Int

    /// The civil time that many seconds after 1970-01-01T00:00:00, by the day-count algorithm
    /// that starts the year in March so that leap days come last.
    public init(unixSeconds: Int64) {
        let days = Int((Double(unixSeconds) / 86_400).rounded(.down))
        secondOfDay = Int(unixSeconds) - days * 86_400
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Whether eight digits, year, month and day, are a day of the calendar.
    static func isDate(_ digits: String) -> Bool {
        guard digits.utf8.count == 8, let number = Int(digits), number >= 0 else { return false }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return year > 1800 && (1...12).contains(month) && day >= 1 && day <= lengths[month - 1]
    }

    /// Whether a text is a day written as `2026-11-23`.
    static func isDate(dashed text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [4, 2, 2] && isDate(parts.joined())
    }

    /// `2026-11-23`.
    public var date: String { "\(padded(year, to: 4))-\(padded(month))-\(padded(day))" }
    /// `09:05:07`.
    public var time: String {
        "\(padded(secondOfDay / 3600)):\(padded(secondOfDay / 60 % 60)):\(padded(secondOfDay % 60))"
    }
}

/// A number in decimal with zeros in front, at least `digits` long.
func padded(_ number: Int, to digits: Int = 2) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
}
