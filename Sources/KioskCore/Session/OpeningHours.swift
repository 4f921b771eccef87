/// When the studio is open: spans of the day, on its own clock.
public struct OpeningHours: Hashable, Sendable {
    /// Minutes since midnight, the end not included.
    let spans: [Range<Int>]

    /// Hours as in `09:00-11:30 14:00-17:00`; nil for anything else. An empty text is no hours.
    public init?(_ text: String) {
        var spans: [Range<Int>] = []
        for part in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count == 2, let start = Self.minutes(ends[0]),
                let end = Self.minutes(ends[1]), start < end
            else { return nil }
            spans.append(start..<end)
        }
        guard !spans.isEmpty else { return nil }
        self.spans = spans
    }

    /// The hours as they are written.
    public var description: String {
        spans.map { "\(Self.text($0.lowerBound))-\(Self.text($0.upperBound))" }
            .joined(separator: " ")
    }

    private static func text(_ minutes: Int) -> String {
        let parts = [minutes / 60, minutes % 60]
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    /// Whether a time of day lies within.
    public func contains(_ time: CivilTime) -> Bool {
        spans.contains { $0.contains(time.secondOfDay / 60) }
    }

    private static func minutes(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[1].count == 2, parts[0].count <= 2,
            parts.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
            let hour = Int(parts[0]), let minute = Int(parts[1]), minute < 60,
            hour < 24 || (hour == 24 && minute == 0)
        else { return nil }
        return hour * 60 + minute
    }
}
