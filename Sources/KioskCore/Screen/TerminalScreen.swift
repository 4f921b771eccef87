/// What the counter shows at a terminal at one moment, as a value: rows that fit its width, what is
/// wrong before everything else.
public struct TerminalScreen: Hashable, Sendable {
    /// A row of text.
    public struct Row: Hashable, Sendable {
        /// The text, at most as wide as the terminal.
        public var text: String
        /// Whether it says what is wrong.
        public var isTrouble: Bool

        /// A row.
        public init(text: String, isTrouble: Bool) {
            (self.text, self.isTrouble) = (text, isTrouble)
        }
    }

    /// The rows, from the top.
    public let rows: [Row]

    /// The rows of a scene.
    ///
    /// - Parameters:
    ///   - columns: how wide the terminal is. The last column stays free: a terminal is left in doubt
    ///     whether a full row has been followed by the next.
    ///   - lines: how many rows it has; the counter takes one less at the most.
    public init(_ scene: CounterScene, _ language: Language, columns: Int, lines: Int) {
        let width = max(2, columns - 1)
        let rows = { (text: String) in TextColumns.rows(of: text, columns: width) }
        let booth = scene.booth
        let troubles = BoothWords.troubles(booth, language).flatMap(rows)
        let matter = Self.matter(booth, language).flatMap(rows)
        let guidance = Guidance(scene)
        let status = { (asks: Bool) in
            rows(
                BoothWords.statusLine(
                    booth, language, isKept: false, countdown: guidance.countdown, guidance,
                    asks: asks))
        }
        let room = lines - 1 - troubles.count
        let counts =
            scene.cameras == nil ? rows(DayWords.line(scene.counts, scene.export)[language]) : []
        // What is asked is said in one way or the other, and whole.
        let isRoomy = matter.count + status(false).count <= room
        let last = status(booth.question != nil && !isRoomy)
        let upper = isRoomy || booth.question == nil ? matter.prefix(max(0, room - last.count)) : []
        let isCounted = counts.count + upper.count + last.count <= room
        let below = (isCounted ? counts : []) + upper + last
        self.rows = Array(
            (troubles.map { Row(text: $0, isTrouble: true) }
                + below.map { Row(text: $0, isTrouble: false) }).prefix(max(2, lines - 1)))
    }

    /// What is to be decided, looked through or looked at, a line each.
    private static func matter(_ booth: Booth, _ language: Language) -> [String] {
        if let question = booth.question { return QuestionWords.lines(question, language) }
        if let finder = booth.finder { return finder.lines(language) }
        if let preferences = booth.preferences { return preferences.lines(language) }
        guard case .review(_, let shot) = booth.state else { return [] }
        return shot.notable.filter { $0.verdict != .notAssessed }.map { check in
            check.verdict.icon + "\u{A0} " + CheckWords.title(check.name)[language]
        } + ["✓\u{A0} " + BoothWords.passed(shot)[language]]
    }
}
