import KioskCore
import StudioKit

/// The demo's operator: looks at the booth as a person would and types keys, with a person's
/// delays. It knows the students' ID cards, which they hand over, and nothing of the code or the
/// picture.
struct ScriptedOperator: Operating {
    private let seed: UInt64
    private let language: Language
    private let printsTo: (String) -> Void
    private var student = -1
    private var shown = ""
    private var phase = ""
    private var phaseSince = FrameTime(nanoseconds: 0)
    private var pending: [BoothKey] = []
    private var nextKeyAt = FrameTime(nanoseconds: 0)
    private var hasRetaken = false

    /// The student whose first shot the operator does not like, counted from 0 in each five.
    private static let retakeAt = 2
    /// How long a person looks at the screen before pressing a key, seconds.
    private static let glance = 0.6
    /// The time between two typed characters, seconds.
    private static let keystroke = 0.07

    init(
        seed: UInt64, students: Int, language: Language,
        printsTo: @escaping (String) -> Void = { Console.message($0) }
    ) {
        self.seed = seed
        self.language = language
        self.printsTo = printsTo
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        notice(booth, at: time)
        guard time >= nextKeyAt else { return [] }
        if pending.isEmpty { pending = decide(booth, at: time) }
        guard !pending.isEmpty else { return [] }
        nextKeyAt = FrameTime(seconds: time.seconds + Self.keystroke)
        return [pending.removeFirst()]
    }

    mutating func show(_ scene: CounterScene) {
        let line = BoothWords.screenLine(scene.booth, language, isKept: true)
        guard line != shown else { return }
        shown = line
        let seconds = Int(scene.time.seconds * 10)
        printsTo("\(seconds / 10).\(seconds % 10) s  \(line)")
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        if notice == .codeRead {
            student += 1
            hasRetaken = false
        }
        printsTo("        · " + BoothWords.notice(notice, language))
        shown = ""
    }

    /// Notes when the booth comes to another state: a person needs a moment to see it.
    private mutating func notice(_ booth: Booth, at time: FrameTime) {
        let name =
            switch booth.state {
            case .waiting, .several, .stored: "wait"
            case .whoseTurn: "question"
            case .code: "code"
            case .posing(_, let pose): pose.readySince == nil ? "pose" : "still"
            case .shooting, .storing: "busy"
            case .review: "review"
            }
        guard name != phase else { return }
        phase = name
        phaseSince = time
    }

    private mutating func decide(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        guard time.seconds(since: phaseSince) >= Self.glance else { return [] }
        switch booth.state {
        case .posing(let sitting, _) where sitting.idNumber == nil: return typedNumber()
        case .posing where phase == "still": return [.shootOrAccept]
        case .review: return review()
        default: return []
        }
    }

    /// The number from the card that the student handed over.
    private func typedNumber() -> [BoothKey] {
        Student(seed: seed, index: student).idNumber.map { .character($0) } + [.enter]
    }

    private mutating func review() -> [BoothKey] {
        guard student % 5 == Self.retakeAt, !hasRetaken else { return [.shootOrAccept] }
        hasRetaken = true
        return [.retake]
    }
}
