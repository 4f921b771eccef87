import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// The built program at a terminal through a day with a crash in the middle, judged from what the
/// terminal shows and from the session.
@Suite(
    .enabled(if: Acceptance.students > 0, "make accept: it takes minutes"))
struct TerminalDayTests {
    private static let students = 8
    private static let columns = 80

    private let folder: TestFolder
    private let camera: StudioCamera

    init() throws {
        folder = try TestFolder()
        camera = try StudioCamera(in: folder)
        try folder.write(StudioRecording.settings, to: Program.settings)
    }

    private func start() throws -> PseudoTerminal {
        try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", camera.name, "--session", "day", "--data",
                "data",
            ], in: folder, columns: UInt16(Self.columns))
    }

    /// What stands on the terminal now, line ends left out: rows are folded.
    private static func shows(_ terminal: PseudoTerminal) -> String {
        TerminalPicture(columns: columns, after: terminal.output).text.suffix(12)
            .joined(separator: " ")
    }

    private static func waits(_ terminal: PseudoTerminal, _ text: String) throws {
        let isThere = terminal.waits { Self.shows($0).contains(text) || !$0.isRunning }
        try #require(isThere && Self.shows(terminal).contains(text), "\(text): \(shows(terminal))")
    }

    private func serve(_ index: Int, _ terminal: PseudoTerminal, accepts: Bool = true) throws {
        let student = Student(seed: 3, index: index)
        try camera.shows(.empty)
        try Self.waits(terminal, "Please show your code")
        terminal.send(#"{"xm":"李*","zjhm":"1234"}"# + "\r\n")
        usleep(300_000)
        try camera.shows(.code(index))
        try Self.waits(terminal, "put the phone away")
        try camera.shows(.empty)
        try Self.waits(terminal, "Please sit")
        try camera.shows(.pose(index))
        terminal.send("\u{1B}[A\u{1B}[Bqqaa")
        usleep(300_000)
        terminal.send(student.idNumber + "\r\n")
        try Self.waits(terminal, "number taken")
        try Self.waits(terminal, "Good. Please keep still")
        terminal.type(" ")
        try Self.waits(terminal, "[space accept]")
        terminal.send("\r\r \r")
        usleep(600_000)
        #expect(Self.shows(terminal).contains("[space accept]"), "accepted by a burst")
        terminal.type(" ")
        // The words for the one before may still stand there.
        if accepts { try Self.waits(terminal, "stored as number \(index + 1)") }
    }

    @Test("killed in the middle, the day goes on, and nothing said to be stored is lost")
    func day() throws {
        var terminal = try start()
        for index in 0..<4 { try serve(index, terminal) }
        try serve(4, terminal, accepts: false)
        terminal.signal(SIGKILL)
        _ = terminal.wait()
        var said = RecordedDay.acknowledged(terminal.output)
        #expect(Set(said).isSuperset(of: 1...4))
        terminal = try start()
        let isStored = try RecordedDay.stored(in: folder).count == 5
        for index in (isStored ? 5 : 4)..<Self.students { try serve(index, terminal) }
        said += RecordedDay.acknowledged(terminal.output)
        // A camera that has ended would end the day first.
        terminal.signal(SIGTERM)
        #expect(terminal.wait() == 143)
        camera.ends()
        try judge(said)
        let picture = TerminalPicture(columns: Self.columns, after: terminal.output)
        #expect(!picture.text.joined().contains("110105"))
    }

    private func judge(_ said: [Int]) throws {
        let files = Stored.files(try TestFolder(at: folder.file("data")))
        let store = try SessionStore.read(SessionName("day"), in: files)
        let portraits = try store.portraits()
        #expect(Set(said).isSubset(of: portraits.map(\.sequence)))
        #expect(portraits.count == Self.students)
        for (index, portrait) in portraits.enumerated() {
            let student = Student(seed: 3, index: index)
            #expect(portrait.code == student.code && portrait.idNumber?.text == student.idNumber)
            let pose = try StudioRecording.jpeg(of: .pose(index))
            #expect(try store.original(portrait.sequence).bytes == pose)
        }
    }
}
