public import KioskCore

extension Stage {
    /// How the windows look.
    public struct Style: Sendable {
        /// Language, rule, mirror and size of texts.
        public var look: ScreenLook
        /// Which views there are.
        public var views = ScreenViews.auto
        /// The name of the student's display; empty for the second.
        public var studentDisplay = ""
        /// Whether each window takes a whole display.
        public var isFullscreen: Bool
        /// Columns and rows where it does not.
        public var size: Size
        /// How loud the sounds are, 0 to 100.
        public var volume = 0
        /// The font of the texts; nil for the best that is installed.
        public var font: ScreenFont?

        /// Windows of 1280×720.
        public init(
            _ look: ScreenLook, isFullscreen: Bool, size: Size = Size(width: 1280, height: 720),
            font: ScreenFont? = nil
        ) {
            (self.look, self.isFullscreen, self.size, self.font) = (look, isFullscreen, size, font)
        }
    }
}
