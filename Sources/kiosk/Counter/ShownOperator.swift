import KioskCore
import KioskIO

/// The demo's operator before the stage: the day is played in the windows for who looks on. F2 and F3 do there what
/// they do at the counter, and closing a window ends the day.
struct ShownOperator: Operating {
    private var person: ScriptedOperator
    private let stage: Stage
    private let language: Language
    private var notices = NoticeBoard()

    init(_ person: ScriptedOperator, _ style: Stage.Style) throws(KioskError) {
        stage = try Stage(style)
        (self.person, language) = (person, style.look.language)
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        let pressed = stage.pressed()
        for notice in pressed.commands.compactMap({ stage.perform($0) }) {
            notices.tell(notice, at: time)
        }
        guard !pressed.asksToClose else { return [.cancel, .endOfDay, .endOfDay] }
        return person.keys(booth, at: time)
    }

    mutating func see(_ frame: borrowing Frame) { stage.see(frame) }

    mutating func show(_ scene: CounterScene) {
        person.show(scene)
        let notice = notices.notice(scene.booth, at: scene.time)
        stage.show(scene, notice: notice.map { BoothWords.notice($0, language) } ?? "")
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        person.tell(notice, at: time)
        notices.tell(notice, at: time)
    }
}
