import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

@testable import kiosk

/// The people of a day: students before the camera, an operator at the keyboard, and what comes in
/// between. The operator presses what a careful person would, by what is shown.
struct Director: Operating {
    /// What a student does.
    private enum Phase { case coming, leaving, showing, sitting, again }

    private let stage: Stage
    private let witness: Witness
    private let studio: Machine
    private let incidents: [Incident]
    private let attacks: Int
    private var dice: Dice
    private var monkey: Monkey
    private var reader = KeyReader(isExact: false)
    private var notices = NoticeBoard()

    private var index = 0
    private var phase = Phase.coming
    private var since = 0.0
    private var strokes: [KeyStroke] = []
    private var busyUntil = 0.0
    private var nextAttack = 0.0
    private var state = (name: Booth.State.Name.waiting, since: 0.0)
    /// What of the incident has happened.
    private var step = 0
    private var retakes = 0
    private var hasTypedWrong = false

    /// Students whose portrait was accepted, once for each press that did.
    private(set) var accepted: [Int] = []
    /// The sequence numbers that were said to be stored.
    private(set) var acknowledged: [Int] = []
    /// Whether the operator has ended the day.
    private(set) var hasEnded = false
    /// Where the day stands, for people.
    var standing: String {
        "student \(index) of \(incidents.count), \(incident), \(phase), step \(step), \(state)"
    }

    /// How many keys the visitors pressed.
    var visits: Int { monkey.strokes }

    init(
        _ stage: Stage, _ witness: Witness, _ studio: Machine, students: Int, attacks: Int,
        seed: UInt64
    ) {
        self.stage = stage
        self.witness = witness
        self.studio = studio
        self.attacks = attacks
        dice = Dice(seed)
        monkey = Monkey(seed: seed + 1)
        incidents = Incident.day(of: students, &dice)
    }

    private var incident: Incident { incidents[index] }
    private var student: Student { Student(seed: Stage.seed, index: index) }
    private var neighbour: Int { (index + 1) % incidents.count }

    mutating func see(_ frame: borrowing Frame) { witness.see(frame) }

    mutating func show(_ scene: CounterScene) {
        let notice = notices.notice(scene.booth, at: scene.time)
        witness.see(scene, notice: notice.map { BoothWords.notice($0, .chinese) } ?? "")
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        notices.tell(notice, at: time)
        if case .stored(let sequence) = notice { acknowledged.append(sequence) }
        if case .exported = notice, incident == .stickOut { step = 3 }
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        let now = stage.time
        if booth.state.name != state.name { state = (booth.state.name, now) }
        if strokes.isEmpty, now >= busyUntil { act(booth, now) }
        let due = strokes.prefix { $0.at <= Int64(now * 1e9) }
        strokes.removeFirst(due.count)
        return reader.take(Array(due), now: Int64(now * 1e9), booth)
    }

    // MARK: the keyboard

    private mutating func press(_ text: String, _ now: Double) {
        strokes += text.enumerated().map {
            KeyStroke(key($1), at: Int64((now + 0.15 * Double($0)) * 1e9))
        }
        busyUntil = now + 0.15 * Double(text.count) + 0.5
    }

    /// A card reader that ends with CR LF.
    private mutating func scan(_ number: String, _ now: Double) {
        strokes += (number.map { key($0) } + [.enter, .enter]).enumerated().map {
            KeyStroke($1, at: Int64((now + 0.004 * Double($0)) * 1e9))
        }
        busyUntil = now + 0.8
    }

    private func key(_ character: Character) -> KeyStroke.Key {
        switch character {
        case "\r": .enter
        case "\u{1B}": .escape
        default: .character(character)
        }
    }

    private mutating func visit(_ now: Double) -> Bool {
        let isVisited = incident == .monkey || monkey.strokes < attacks
        guard isVisited, now >= nextAttack, !hasEnded else { return false }
        strokes += monkey.attack(at: Int64(now * 1e9))
        busyUntil = Double(Monkey.end(of: strokes)) / 1e9 + 0.4
        nextAttack = busyUntil + Double.random(in: 0.3...2, using: &dice)
        return true
    }

    // MARK: what is to be done

    private mutating func act(_ booth: Booth, _ now: Double) {
        if incident == .cameraLost, step == 1 {
            step = 2
            return stage.plug(true)
        }
        if visit(now) { return }
        if booth.entry != nil || booth.isGuideShown { return press("\u{1B}", now) }
        if let question = booth.question { return answer(question, now) }
        switch phase {
        case .coming: begin(booth, now)
        case .showing: showCode(booth, now)
        case .sitting: serve(booth, now)
        case .leaving: leave(booth, now)
        case .again: showAgain(booth, now)
        }
    }

    private mutating func turn(to next: Phase, _ now: Double) { (phase, since) = (next, now) }

    private mutating func answer(_ question: Question, _ now: Double) {
        switch question.kind {
        case .mismatch: press("1", now)
        case .storeFailed:
            accepted.append(index)
            press("2", now)
        case .endOfDay: press(hasEnded ? "2" : "\u{1B}", now)
        case .sameCode, .sameNumber, .undo, .foreignCode:
            if phase == .again {
                step = 1
                stage.show(.empty)
            }
            press("c", now)
        }
    }

    private mutating func begin(_ booth: Booth, _ now: Double) {
        stage.show(.empty)
        (step, retakes, hasTypedWrong) = (0, 0, false)
        guard now - since > 0.6 else { return }
        turn(to: .showing, now)
    }

    private mutating func showCode(_ booth: Booth, _ now: Double) {
        let isCrowded = incident == .twoCodes && step == 0
        if let sitting = booth.sitting {
            guard sitting.code.bytes == student.code else { return press("c", now) }
            stage.show(.empty)
            return turn(to: .sitting, now)
        }
        stage.show(isCrowded ? .codes(index, neighbour) : .code(index))
        guard case .several(let choice) = booth.state,
            let place = choice.agreed.firstIndex(where: { $0.bytes == student.code })
        else { return }
        step = 1
        press("\(place + 1)", now)
    }

    private mutating func serve(_ booth: Booth, _ now: Double) {
        guard let sitting = booth.sitting else {
            // The portrait is stored, or the code has to be shown again.
            let isStored = booth.state.name == .stored || accepted.last == index
            return turn(to: isStored && !isAskedAgain(booth) ? .leaving : .showing, now)
        }
        if sitting.typed != nil { return press("\u{1B}", now) }
        if typesNumber(sitting, now) { return }
        switch booth.state {
        case .posing(_, let pose): posing(booth, pose, now)
        case .whoseTurn:
            stage.show(.pose(index))
            press(" ", now)
        case .review(_, let shot) where now - state.since > 0.7: review(booth, sitting, shot, now)
        default: break
        }
    }

    private func isAskedAgain(_ booth: Booth) -> Bool {
        booth.state.name == .waiting && acknowledged.count < Set(accepted).count
    }

    /// Types what the incident wants typed; false where nothing is to be typed now.
    private mutating func typesNumber(_ sitting: Sitting, _ now: Double) -> Bool {
        guard sitting.idNumber == nil else { return false }
        if incident == .noNumber, step < 2 { return false }
        // A code that shows nothing of its owner cannot tell whose card it was.
        let showsNumber = CodeFields(parsing: student.code).maskedNumber != nil
        if !hasTypedWrong, incident == .misread || (incident == .neighboursCard && showsNumber) {
            hasTypedWrong = true
            let wrong = student.idNumber.dropLast() + (student.idNumber.last == "1" ? "2" : "1")
            let others = Student(seed: Stage.seed, index: neighbour).idNumber
            scan(incident == .misread ? String(wrong) : others, now)
        } else {
            scan(student.idNumber, now)
        }
        return true
    }

    private mutating func posing(_ booth: Booth, _ pose: Booth.Pose, _ now: Double) {
        if incident == .queueJumper, step == 0, pose.allowsShot {
            step = 1
            return stage.show(.code(neighbour))
        }
        if incident == .queueJumper, step == 1, now - state.since < 4 { return }
        if incident == .cameraLost, step == 0 {
            (step, busyUntil) = (1, now + 2)
            return stage.plug(false)
        }
        stage.show(.pose(index))
        if pose.allowsShot, pose.readySince != nil { press(" ", now) }
    }

    private mutating func review(
        _ booth: Booth, _ sitting: Sitting, _ shot: ShotSummary, _ now: Double
    ) {
        if shot.verdict == .fail, sitting.failedBecause == nil {
            retakes += 1
            return press(retakes > 2 ? "s" : " ", now)
        }
        if incident == .noNumber, step == 0 {
            step = 1
            press(" ", now)
            busyUntil = now + 2
            return
        }
        if incident == .noNumber, step == 1 { return step = 2 }
        if incident == .fullDisk, step < 2 {
            step == 0 ? studio.fill() : studio.free()
            step += 1
            if step == 1 { press(" ", now) }
            busyUntil = now + 2
            return
        }
        accepted.append(index)
        press(" ", now)
    }

    private mutating func leave(_ booth: Booth, _ now: Double) {
        stage.show(.empty)
        guard now - since > 0.8, booth.sitting == nil else { return }
        if incident == .again, step == 0 { return turn(to: .again, now) }
        if incident == .stickOut, studio.hasMedia, !isExported(booth, now) { return }
        guard index + 1 < incidents.count else {
            hasEnded = true
            return press("q", now)
        }
        index += 1
        turn(to: .coming, now)
    }

    /// Exports without the stick, sees the error for a while, plugs it in, exports again.
    private mutating func isExported(_ booth: Booth, _ now: Double) -> Bool {
        let isTold = booth.troubles.contains { $0.notice.errorCode == .exportUnmounted }
        switch (step, isTold) {
        case (0, _):
            step = 1
            press("e\r", now)
        case (1, true):
            step = 2
            studio.plugStick()
            press("e\r", now)
            busyUntil = now + 3
        case (3, _):
            studio.pullStick()
            return true
        default: usleep(5_000)
        }
        return false
    }

    private mutating func showAgain(_ booth: Booth, _ now: Double) {
        // The question about the same code was answered by Esc, which ends the sitting.
        guard step == 1 else { return stage.show(.code(index)) }
        if booth.sitting == nil { turn(to: .leaving, now) }
    }
}
