import KioskCore
import KioskIO

/// An operator before the stage; a pipe on standard input types along, and messages go to standard
/// error as at a terminal.
struct WindowOperator: Operating {
    private let stage: Stage
    private let language: Language
    private var terminal: TerminalOperator
    private var reader = KeyReader()
    private var notices: NoticeBoard
    private var pace = WindowPace()
    /// The counter as it was shown last.
    private var seen: Booth?

    init(_ style: Stage.Style) throws(KioskError) {
        stage = try Stage(style)
        language = style.look.language
        terminal = TerminalOperator(language: language)
        notices = NoticeBoard()
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        let pressed = stage.pressed()
        for notice in pressed.commands.compactMap({ stage.perform($0) }) {
            tell(notice, at: time)
        }
        return reader.take(pressed.strokes, now: WallClock.monotonic(), booth)
            + KeyReader.pressed(pressed.buttons, seen: seen ?? booth, booth)
            + pressed.files.prefix(1).flatMap { KeyReading.keys(ofFile: $0, booth) }
            + (pressed.asksToClose ? [.endOfDay] : []) + terminal.keys(booth, at: time)
    }

    mutating func see(_ frame: borrowing Frame) { stage.see(frame) }

    mutating func show(_ scene: CounterScene) {
        let notice = notices.notice(scene.booth, at: scene.time)
        stage.show(scene, notice: notice.map { BoothWords.notice($0, language) } ?? "")
        seen = scene.booth
        pace.shown()
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        terminal.tell(notice, at: time)
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
