import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

@testable import kiosk

/// How long an acceptance day is, by the environment.
enum Acceptance {
    /// `KIOSK_ACCEPT`: its students; 0 where none is wanted.
    static let students = number("KIOSK_ACCEPT")
    /// `KIOSK_ACCEPT_VISITS`: strokes of cats and scanners at the least.
    static let visits = number("KIOSK_ACCEPT_VISITS")

    private static func number(_ name: String) -> Int {
        Int(ProcessInfo.processInfo.environment[name] ?? "") ?? 0
    }
}

/// A day at the counter, judged only from files and from what window and terminal show.
/// `KIOSK_ACCEPT=40` is its number of students (make accept); without it nothing runs.
@Suite(
    .serialized,
    .enabled(if: Acceptance.students > 0, "make accept: it takes minutes"))
struct AcceptanceTests {
    private static let students = Acceptance.students

    @Test("no wrong person, nothing unasked, nothing lost, no day ended, every error in view")
    func day() throws {
        let machine = try Machine(portraits: Self.students)
        let files = Stored.files(machine.data)
        let store = try SessionStore.open(SessionName("day"), in: files)
        let (stage, witness) = (
            Stage(seconds: 60 * Self.students), try Witness(.chinese, store: store)
        )
        var person = Director(
            stage, witness, machine, students: Self.students, attacks: Acceptance.visits,
            seed: 20_261_127)
        var station = Station(
            Self.settings(machine, files), store: store,
            log: try EventLog(path: machine.data.file("kiosk.log")))
        var frames = StageFrames(stage)
        let counts = try station.work(from: &frames, with: &person)
        #expect(person.hasEnded, "the day was ended by nobody, or had no end: \(person.standing)")
        #expect(witness.faults.isEmpty, "\(witness.faults.sorted().prefix(20))")
        #expect(witness.secrets(of: Self.students).isEmpty)
        try Self.judge(store, person, counts)
        Self.report(person, witness, machine, stage)
    }

    private static func settings(_ machine: Machine, _ files: SessionFiles) -> Station.Settings {
        var config = KioskConfig()
        (config.booth.codeGone, config.booth.storedShown) = (0.3, 0.3)
        config.booth.numberPolicy = .required
        return Station.Settings(
            booth: config.booth, rule: .chsi, codesRate: 10,
            exports: Station.Exports(
                files: files, config: config, folder: machine.stick + "/discs"))
    }

    /// What the session holds is what was accepted, each under its own code and number, of its own
    /// student's picture.
    private static func judge(_ store: SessionStore, _ person: Director, _ counts: DayCounts) throws
    {
        let portraits = try store.portraits()
        #expect(portraits.map(\.sequence) == person.acknowledged)
        #expect(portraits.count == students && counts.stored == students)
        for portrait in portraits {
            let index = (0..<students).first {
                Student(seed: Stage.seed, index: $0).code == portrait.code
            }
            let student = try #require(index, "a code of nobody")
            #expect(person.accepted.contains(student), "\(student) was not accepted")
            #expect(portrait.idNumber?.text == Student(seed: Stage.seed, index: student).idNumber)
            let pose = try StudioRecording.jpeg(of: .pose(student), seed: Stage.seed)
            #expect(try store.original(portrait.sequence).bytes == pose, "\(student)")
            #expect(portrait.verdict != .fail || portrait.failedBecause != nil)
        }
    }

    private static func report(
        _ person: Director, _ witness: Witness, _ machine: Machine, _ stage: Stage
    ) {
        let errors = witness.shown.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        #expect(witness.shown["cameraLost"] ?? witness.shown["camera.gone"] != nil)
        #expect(witness.shown["numberNeeded"] != nil && witness.shown["numberWrong"] != nil)
        #expect(!machine.hasMedia || witness.shown["disk.full"] != nil)
        #expect(!machine.hasMedia || witness.shown["export.unmounted"] != nil)
        print(
            """
            acceptance: \(students) students, \(person.visits) strokes of visitors, \
            \(witness.moments) moments, \(stage.time) s; shown: \(errors.joined(separator: ", "))
            """)
    }
}
