import KioskCore
import KioskIO

/// An operator before the stage. Somebody else types along and hears what is said: a terminal, or in the demo the
/// operator of the script, who alone gives keys then.
struct WindowOperator<Companion: Operating>: Operating {
    private let stage: Stage
    private let language: Language
    private var companion: Companion
    private let isPlayed: Bool
    private var reader = KeyReader(isExact: true)
    private var notices: NoticeBoard
    private var pace = WindowPace()
    /// The student's display, where F2 made it another.
    private var studentDisplay: String?
    /// The counter as it was shown last.
    private var seen: Booth?

    /// Opens the windows.
    ///
    /// - Parameter isPlayed: whether only the companion gives keys, for people to look on.
    init(_ style: Stage.Style, with companion: Companion, isPlayed: Bool = false) throws(KioskError)
    {
        stage = try Stage(style)
        (language, self.companion, self.isPlayed) = (style.look.language, companion, isPlayed)
        notices = NoticeBoard()
    }

    var choosesCamera: Bool { !isPlayed }
    var displayNames: [String] { stage.names }

    func check() throws(KioskError) { try stage.check() }

    mutating func apply(_ config: KioskConfig) {
        stage.apply(
            isMirrored: config.mirrorsScreen, textScale: config.textScale, volume: config.volume,
            studentDisplay: config.studentDisplay)
    }

    mutating func takeChanges() -> [ConfigChange] {
        guard let name = studentDisplay.take(), !isPlayed else { return [] }
        return [ConfigChange("screen.student_display", .text(name))]
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        let pressed = stage.pressed()
        for command in pressed.commands {
            if let notice = stage.perform(command) { tell(notice, at: time) }
            if command == .swapViews { studentDisplay = stage.studentDisplay ?? studentDisplay }
        }
        let given = isPlayed ? [] : keys(of: pressed, booth)
        return given + (pressed.asksToClose ? close : []) + companion.keys(booth, at: time)
    }

    /// Closing a window asks for the end of the day; the demo's ends.
    private var close: [BoothKey] { isPlayed ? [.cancel, .endOfDay, .endOfDay] : [.endOfDay] }

    private mutating func keys(of pressed: Stage.Pressed, _ booth: Booth) -> [BoothKey] {
        reader.take(pressed.strokes, now: WallClock.monotonic(), booth)
            + KeyReader.pressed(pressed.buttons, seen: seen ?? booth, booth)
            + pressed.files.prefix(1).flatMap { KeyReading.keys(ofFile: $0, booth) }
    }

    mutating func see(_ frame: borrowing Frame) { stage.see(frame) }

    mutating func show(_ scene: CounterScene) {
        let notice = notices.notice(scene.booth, at: scene.time)
        stage.show(scene, notice: notice.map { BoothWords.notice($0, language) } ?? "")
        if isPlayed { companion.show(scene) }
        seen = scene.booth
        pace.shown()
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        companion.tell(notice, at: time)
        notices.tell(notice, at: time)
    }

    func finish(_ log: EventLog) { pace.report(to: log) }
}

/// How evenly pictures come to the screen.
private struct WindowPace {
    private var first: Int64?
    private var last: Int64 = 0
    private var longest: Int64 = 0
    private var count = 0

    mutating func shown() {
        let now = WallClock.monotonic()
        if count > 0 { longest = max(longest, now - last) }
        if first == nil { first = now }
        last = now
        count += 1
    }

    func report(to log: EventLog) {
        guard let first, count > 1 else { return }
        let seconds = Double(last - first) / 1e9
        log.add(
            "screen",
            [
                "pictures": .whole(count), "rate": .number(Double(count - 1) / max(seconds, 0.001)),
                "longest": .number(Double(longest) / 1e9),
            ])
    }
}
