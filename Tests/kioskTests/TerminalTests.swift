import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

/// The built program at a terminal whose keyboard is a cat's, a reader's, a Chinese operator's.
@Suite(.wholeMachine)
struct TerminalTests {
    private let folder: TestFolder
    private let camera: StudioCamera

    init() throws {
        folder = try TestFolder()
        camera = try StudioCamera(in: folder)
        try folder.write(StudioRecording.settings, to: Program.settings)
    }

    private func start(columns: UInt16 = 200, language: String = "en_GB.UTF-8") throws
        -> PseudoTerminal
    {
        try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", camera.name, "--session", "day", "--data",
                "data",
            ], in: folder, environment: ["LANG": language], columns: columns)
    }

    /// Ends the day and says what was stored.
    private func end(_ terminal: PseudoTerminal) throws -> [Int] {
        camera.ends()
        terminal.signal(SIGTERM)
        #expect(terminal.wait() == 143)
        return try RecordedDay.stored(in: folder)
    }

    private func pose(_ person: inout OperatorAtTerminal) throws {
        try camera.shows(.code(0))
        try person.sees("code read", camera: .empty)
        try person.sees("Please sit", camera: .pose(0))
        try person.sees("Good. Please keep still.")
    }

    @Test("arrows, Del, F keys and Alt are no keys of the counter, in no state")
    func noKeys() throws {
        let terminal = try start()
        var person = OperatorAtTerminal(terminal, camera: camera)
        let press = {
            let before = terminal.output.count
            for key in ["\u{1B}[A", "\u{1B}[D", "\u{1B}[3~", "\u{1B}OP", "\u{1B}[[A", "\u{1B}q"] {
                terminal.send(key)
                usleep(150_000)
            }
            #expect(!terminal.output.dropFirst(before).contains("·"))
        }
        try person.sees("Please show your code")
        press()
        try pose(&person)
        press()
        terminal.type(" ")
        try person.sees("[space accept]")
        press()
        terminal.type(" ")
        try person.sees("stored as number 1")
        #expect(try end(terminal) == [1])
    }

    /// What scanners, pastes and cats send.
    private static let bursts = [
        #"{"xm":"张*三","zjhm":"002X"}"# + "\r\n", "HTTPS://MY.CHSI.COM.CN/ARCHIVE\r",
        "qaueo  r\r\r", "\u{1B}[200~aaqq\r\u{1B}[201~", "   \r\r", "q1\r",
    ]

    @Test("a scanner, a paste or a cat is no row of commands, in no state")
    func burst() throws {
        let terminal = try start()
        var person = OperatorAtTerminal(terminal, camera: camera)
        let send = { (person: inout OperatorAtTerminal) in
            for text in Self.bursts {
                terminal.send(text)
                try person.sees("many keys at once")
            }
        }
        try person.sees("Please show your code")
        try send(&person)
        try pose(&person)
        try send(&person)
        terminal.type(" ")
        try person.sees("[space accept]")
        try send(&person)
        #expect(!terminal.output.contains("set aside,") && !terminal.output.contains("cancelled"))
        terminal.type(" ")
        try person.sees("stored as number 1")
        #expect(try end(terminal) == [1])
    }

    @Test("what a hand-held scanner types is a code; the portrait is stored under it")
    func scanner() throws {
        let terminal = try start()
        var person = OperatorAtTerminal(terminal, camera: camera)
        let student = Student(seed: 9, index: 0)
        try person.sees("Please show your code")
        let scan = String(decoding: student.code, as: UTF8.self) + "\r\n"
        terminal.send(scan)
        try person.sees("scan it once more")
        terminal.send(scan)
        try person.sees("code read", camera: .empty)
        try person.sees("Please sit", camera: .pose(0))
        try person.sees("Good. Please keep still.")
        terminal.type(" ")
        try person.sees("[space accept]")
        terminal.type(" ")
        try person.sees("stored as number 1")
        #expect(try end(terminal) == [1])
        let shown = try Program.kiosk(
            "sessions", "show", "day", "--json", "--data", "data", in: folder)
        let base64 = Data(student.code).base64EncodedString()
        #expect(shown.output.replacing("\\/", with: "/").contains(base64))
        #expect(!terminal.output.contains(base64.prefix(12)))
    }

    @Test("a reader that ends with CR LF after a wrong number takes no shot and accepts none")
    func reader() throws {
        let terminal = try start()
        var person = OperatorAtTerminal(terminal, camera: camera)
        try pose(&person)
        terminal.send("110105194912310021\r\n")
        try person.sees("check character is wrong")
        usleep(500_000)
        #expect(!terminal.output.contains("Taking the portrait"))
        terminal.type("\u{1B} ")
        try person.sees("[space accept]")
        terminal.send("110105194912310021\r\n")
        try person.sees("check character is wrong")
        usleep(500_000)
        terminal.send("\r\r")
        try person.sees("check character is wrong")
        #expect(try end(terminal).isEmpty)
    }

    @Test("after Ctrl-Z and fg the terminal echoes nothing, and stopped it echoes as before")
    func stopped() throws {
        let terminal = try start()
        var person = OperatorAtTerminal(terminal, camera: camera)
        try person.sees("Please show your code", camera: .code(0))
        try person.sees("code read")
        for _ in 0..<2 {
            terminal.signal(SIGTSTP)
            #expect(terminal.waits { $0.isStopped && $0.echoes })
            terminal.signal(SIGCONT)
            #expect(terminal.waits { !$0.isStopped && !$0.echoes })
        }
        terminal.send(Student(seed: 3, index: 0).idNumber + "\r")
        try person.sees("number taken")
        #expect(!terminal.output.contains(Student(seed: 3, index: 0).idNumber.prefix(6)))
        #expect(try end(terminal).isEmpty)
        #expect(terminal.echoes)
    }

    @Test(
        "status rows leave nothing behind, however narrow the terminal",
        arguments: [44, 80] as [UInt16], ["en_GB.UTF-8", "zh_CN.UTF-8"])
    func narrow(columns: UInt16, language: String) throws {
        let terminal = try start(columns: columns, language: language)
        let words = Language(locale: language)
        var person = OperatorAtTerminal(terminal, camera: camera)
        let welcome = Phrase(zh: "请出示采集码", en: "Please show your code")[words]
        try person.sees(welcome, camera: .code(0))
        try person.sees(BoothWords.notice(.codeRead, words), camera: .empty)
        try person.sees(Phrase(zh: "请坐下", en: "Please sit")[words], camera: .pose(0))
        try person.sees(Phrase(zh: "很好", en: "Good.")[words], then: " ")
        try person.sees(Phrase(zh: "请核对照片", en: "look at the portrait")[words])
        usleep(500_000)
        terminal.type(" ")
        try person.sees(BoothWords.notice(.stored(sequence: 1), words), camera: .empty)
        try person.sees(welcome)
        let picture = TerminalPicture(columns: Int(columns), after: terminal.output)
        // Lines that scroll away (what was said) may be longer than the terminal; rows may not.
        let rows = picture.text.filter { row in row.contains("[") || row.contains("［") }
        let status =
            welcome + (words == .english ? "." : "")
            + BoothWords.keys(Booth(settings: BoothSettings()))[words]
        let solid = { (text: String) in text.filter { !$0.isWhitespace } }
        #expect(solid(rows.joined()) == solid(status), "\(picture.text)")
        #expect(try end(terminal) == [1])
    }
}
