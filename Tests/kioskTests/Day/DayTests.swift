import Foundation
import KioskCore
import KioskIO
import TestSupport
import TestTraits
import Testing

@testable import StudioKit
@testable import kiosk

/// Whole days with students who react, through the station that `run` uses. `KIOSK_DAY=350` makes
/// them long (make day); a test run has a few students only.
@Suite(.serialized)
struct DayTests {
    private static let students =
        Int(ProcessInfo.processInfo.environment["KIOSK_DAY"] ?? "") ?? 4

    /// What a day came to.
    private struct Day {
        var stored: [Int: Int] = [:]
        var person: DayOperator
        var seconds: Double
    }

    private static func work(isAutomatic: Bool, _ hand: DayHand, in folder: TestFolder) throws
        -> Day
    {
        var config = KioskConfig()
        config.booth.isAutomatic = isAutomatic
        let files = Stored.files(folder)
        let store = try SessionStore.open(SessionName("day"), in: files)
        let log = try EventLog(path: folder.file("kiosk.log"))
        let studio = ReactiveStudio(seed: 77, students: students)
        var frames = try ReactiveFrames(studio)
        var person = DayOperator(studio: studio, seed: 77, types: !isAutomatic)
        let settings = Station.Settings(
            booth: config.booth, rule: .chsi,
            codesRate: config.codesRate,
            exports: Station.Exports(files: files, config: config, folder: folder.file("discs")))
        var station = Station(settings, store: store, log: log)
        guard hand != .keys else {
            _ = try station.work(from: &frames, with: &person)
            return Day(person: person, seconds: person.lastTime)
        }
        for (name, value) in ["SDL_VIDEODRIVER": "dummy", "SDL_RENDER_DRIVER": "software"] {
            setenv(name, value, 1)
        }
        var pointing = try PointingOperator(person, hand)
        _ = try station.work(from: &frames, with: &pointing)
        return Day(person: pointing.person, seconds: pointing.person.lastTime)
    }

    @Test("students come one after the other, nobody touches a key: nine seconds each, at most")
    func automatic() throws { try Self.check(isAutomatic: true, seconds: 9) }

    @Test("students come one after the other, an operator looks: two keys each besides the number")
    func attended() throws { try Self.check(isAutomatic: false, seconds: 9) }

    @Test(
        "the same by mouse and by finger, on the window's own buttons", .wholeMachine,
        arguments: [DayHand.mouse, .touch])
    func pointing(hand: DayHand) throws {
        try Self.check(isAutomatic: false, hand, seconds: 9)
    }

    private static func check(
        isAutomatic: Bool, _ hand: DayHand = .keys, seconds: Double
    ) throws {
        let folder = try TestFolder()
        let day = try work(isAutomatic: isAutomatic, hand, in: folder)
        let portraits = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
            .portraits()
        #expect(portraits.count == students)
        for (index, portrait) in portraits.enumerated() {
            let student = Student(seed: 77, index: index)
            #expect(portrait.code == student.code)
            #expect(portrait.verdict != .fail || portrait.failedBecause != nil)
            #expect(isAutomatic || portrait.idNumber?.text == student.idNumber)
        }
        let each = day.seconds / Double(students)
        #expect(each <= seconds, "\(each) s a student")
        #expect(day.person.mostKeys <= 2, "\(day.person.mostKeys) keys besides the number")
        let mode = isAutomatic ? "automatic" : "attended by \(hand)"
        let title = "day, \(mode): \(each) s a student, \(day.person.mostKeys) keys"
        print(([title] + day.person.table()).joined(separator: "\n"))
        try searchForPersons(folder, day.person.screen)
    }

    /// Every byte outside the session: log, locks, what was shown.
    private static func searchForPersons(_ folder: TestFolder, _ screen: String) throws {
        var texts = [("screen", Data(screen.utf8))]
        for name in try folder.names() where !name.hasPrefix("day.kiosk") && name != "discs" {
            texts.append((name, Data(try folder.bytes(name))))
        }
        #expect(texts.count >= 2)
        for index in 0..<students {
            let student = Student(seed: 77, index: index)
            let number = Array(student.idNumber.utf8)
            for secret in [number, number.dropLast(4), student.code] {
                for (name, text) in texts {
                    #expect(text.range(of: Data(secret)) == nil, "student \(index) in \(name)")
                }
            }
        }
    }
}

/// An operator who looks, types the number from the card, and presses space twice.
struct DayOperator: Operating {
    private let studio: ReactiveStudio
    private let seed: UInt64
    private let types: Bool
    private var random: StudioRandom
    private var pending: [BoothKey] = []
    private var nextKeyAt = 0.0
    private var state = Booth.State.Name.waiting
    private var stateSince = 0.0
    private var keysOfStudent = 0
    private var steps: [Booth.State.Name: [Double]] = [:]
    private var storedAt: [Double] = []
    private(set) var mostKeys = 0
    /// What was wrong with the shots that were taken again.
    private var retaken: [String] = []
    private(set) var lastTime = 0.0
    /// Everything that was shown, in both languages.
    private(set) var screen = ""

    init(studio: ReactiveStudio, seed: UInt64, types: Bool) {
        self.studio = studio
        self.seed = seed
        self.types = types
        random = StudioRandom(seed: seed, stream: 5)
    }

    mutating func keys(_ booth: Booth, at time: FrameTime) -> [BoothKey] {
        guard types else { return [] }
        let now = time.seconds
        if pending.isEmpty, now >= nextKeyAt { decide(booth, now) }
        guard !pending.isEmpty, now >= nextKeyAt else { return [] }
        // A frame is a tenth of a second: two keys of a number are typed in it.
        let count = pending.count > 1 ? 2 : 1
        let keys = Array(pending.prefix(count))
        pending.removeFirst(count)
        nextKeyAt = now + (pending.isEmpty ? random.uniform(0.4, 0.9) : 0.1)
        return keys
    }

    private mutating func decide(_ booth: Booth, _ now: Double) {
        switch booth.state {
        case .code(let sitting, _), .posing(let sitting, _):
            if sitting.idNumber == nil, sitting.typed == nil {
                pending = Student(seed: seed, index: studio.index).idNumber.map { .character($0) }
                pending.append(.enter)
            } else if case .posing(_, let pose) = booth.state, pose.readySince != nil {
                press()
            }
        case .review where now - stateSince >= 0.5: press()
        default: break
        }
    }

    private mutating func press() {
        pending = [.shootOrAccept]
        keysOfStudent += 1
        mostKeys = max(mostKeys, keysOfStudent)
    }

    mutating func show(_ scene: CounterScene) {
        let now = scene.time.seconds
        lastTime = now
        studio.watch(scene.booth, at: now)
        for language in Language.allCases {
            let line = BoothWords.screenLine(scene.booth, language, isKept: false)
            if !screen.hasSuffix(line + "\n") { screen += line + "\n" }
        }
        if let number = scene.booth.sitting.map(BoothWords.number)?.en,
            !screen.hasSuffix(number + "\n")
        {
            screen += number + "\n"
        }
        let name = scene.booth.state.name
        guard name != state else { return }
        steps[state, default: []].append(now - stateSince)
        (state, stateSince) = (name, now)
        if case .review(_, let shot) = scene.booth.state, shot.verdict == .fail {
            retaken.append("  taken again, student \(studio.index): \(BoothWords.result(shot).en)")
        }
        if name == .stored {
            storedAt.append(now)
            keysOfStudent = 0
        }
    }

    mutating func tell(_ notice: BoothNotice, at time: FrameTime) {
        for language in Language.allCases { screen += BoothWords.notice(notice, language) + "\n" }
    }

    /// Percentiles of the time in each state and from one portrait to the next, seconds.
    func table() -> [String] {
        var all = steps.map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
        all.append(("a student", zip(storedAt.dropFirst(), storedAt).map { $0 - $1 }))
        return all.map { name, values in
            let sorted = values.sorted()
            let at = { (share: Double) in
                sorted.isEmpty
                    ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
            }
            let figures = [0.5, 0.9, 0.99].map { String(format: "%.1f", at($0)) }
            return "  \(name): p50 \(figures[0])  p90 \(figures[1])  p99 \(figures[2]) s"
        } + retaken
    }
}
