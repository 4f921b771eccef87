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
        let guidance = Guidance(scene)
        let status = BoothWords.statusLine(
            scene.booth, language, isKept: false, countdown: guidance.countdown, guidance)
        let troubles = BoothWords.troubles(scene.booth, language).flatMap {
            TextColumns.rows(of: $0, columns: width).map { Row(text: $0, isTrouble: true) }
        }
        let booth = scene.booth
        let found =
            booth.question == nil
            ? booth.finder?.lines(language) ?? booth.preferences?.lines(language) ?? [] : []
        let rows =
            troubles
            + found.map { Row(text: TextColumns.rows(of: $0, columns: width)[0], isTrouble: false) }
            + TextColumns.rows(of: status, columns: width).map { Row(text: $0, isTrouble: false) }
        self.rows = Array(rows.prefix(max(2, lines - 1)))
    }
}
