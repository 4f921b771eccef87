import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

@testable import kiosk

/// Random days at a counter whose operator answers whatever is asked, mistypes numbers, withdraws and
/// begins again: no scene ever shows a picture of another person.
struct QuestionPictureTests {
    /// An operator who presses keys by chance and looks at every scene.
    private struct Gambler: Operating {
        let store: SessionStore
        var dice: Dice
        /// Whose code each picture that was seen belongs to.
        private var owners: [[UInt8]: [UInt8]] = [:]
        private(set) var faults: [String] = []
        /// How often a picture stood beside each question.
        private(set) var shown: [Question.Name: Int] = [:]
        private(set) var asked: Set<Question.Name> = []
        private var pending: [BoothKey] = []

        init(_ store: SessionStore, seed: UInt64) {
            self.store = store
            dice = Dice(seed)
        }

        mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
            if pending.isEmpty { decide(booth) }
            guard !pending.isEmpty else { return [] }
            return [pending.removeFirst()]
        }

        private mutating func decide(_ booth: Booth) {
            if let question = booth.question {
                guard Int.random(in: 0..<4, using: &dice) == 0 else { return }
                let digit = Int.random(in: 1...question.answers.count, using: &dice)
                pending = [.character(Character("\(digit)")), .enter]
                return
            }
            switch (booth.state.name, Int.random(in: 0..<12, using: &dice)) {
            case (.posing, 0), (.code, 0...1):
                let number = Student(seed: 3, index: .random(in: 0..<3, using: &dice)).idNumber
                pending = [.number(number), .enter]
            case (.posing, 1...6), (.review, 0...5): pending = [.shootOrAccept]
            case (.review, 6): pending = [.retake]
            case (.review, 7): pending = [.storeFailed]
            case (.review, 9): pending = [.nextCandidate]
            case (.waiting, 0...1): pending = [.undo]
            case (.review, 8), (.code, 2): pending = [.cancel]
            default: break
            }
        }

        mutating func show(_ scene: CounterScene) {
            let code = scene.booth.sitting?.code.bytes
            if let portrait = scene.portrait {
                let owner = owners[portrait] ?? code
                owners[portrait] = owner
                if owner != code { faults.append("the portrait under review is another's") }
                if !scene.booth.isShotShown { faults.append("a portrait without a review") }
            }
            if let question = scene.booth.question { asked.insert(question.name) }
            guard let picture = scene.earlier else { return }
            guard let question = scene.booth.question, let earlier = question.earlier else {
                return faults.append("an earlier portrait beside no question of its own")
            }
            shown[question.name, default: 0] += 1
            if (try? store.jpeg(earlier.sequence)) != picture {
                faults.append("not the portrait that \(question.name) is about")
            }
            let stored = try? store.portraits().first { $0.sequence == earlier.sequence }
            switch question.kind {
            case .sameCode where stored?.code != code:
                faults.append("another's portrait beside the same code")
            case .sameNumber where stored?.idNumber != scene.booth.sitting?.idNumber:
                faults.append("a portrait of another number beside the same number")
            default: break
            }
        }

        mutating func tell(_ notice: BoothNotice, at time: FrameTime) {}
    }

    private static func day(seed: UInt64) throws -> Gambler {
        let folder = try TestFolder()
        var dice = Dice(seed &* 7919)
        let views: [(StudioRecording.View, Int)] = (0..<8).flatMap { _ in
            let index = Int.random(in: 0..<3, using: &dice)
            return [
                (StudioRecording.View.code(index), 3), (.empty, 8), (.pose(index), 16), (.empty, 4),
            ]
        }
        let frames = try StudioRecording.frames(views).flatMap(\.self)
        var source = try RecordedFrames(path: folder.write(frames, to: "a.mjpeg"), fps: 0)
        var booth = BoothSettings()
        (booth.codeGone, booth.storedShown) = (0.1, 0)
        let files = Stored.files(folder)
        let settings = Station.Settings(
            booth: booth, rule: .chsi, codesRate: 30,
            exports: Station.Exports(
                files: files, config: KioskConfig(), folder: folder.file("discs")))
        let store = try SessionStore.open(SessionName("day"), in: files)
        var gambler = Gambler(store, seed: seed)
        var station = Station(settings, store: store, log: try EventLog(path: folder.file("log")))
        _ = try station.work(from: &source, with: &gambler)
        return gambler
    }

    @Test("what a question shows belongs to that question and goes with it", .wholeMachine)
    func anyDay() throws {
        var (asked, shown) = (Set<Question.Name>(), [Question.Name: Int]())
        for seed in 1...4 as ClosedRange<UInt64> {
            let gambler = try Self.day(seed: seed)
            #expect(gambler.faults.isEmpty, "seed \(seed): \(Set(gambler.faults))")
            asked.formUnion(gambler.asked)
            shown.merge(gambler.shown) { $0 + $1 }
        }
        #expect(asked.isSuperset(of: [.sameCode, .mismatch, .undo]), "\(asked)")
        #expect(shown[.sameCode] != nil && shown[.undo] != nil, "\(shown)")
    }
}
