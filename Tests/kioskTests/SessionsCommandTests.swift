import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct SessionsCommandTests {
    private let folder: TestFolder
    private let second = Student(seed: 1, index: 1).idNumber

    /// A session of three students, whose second has no number yet.
    init() throws {
        folder = try TestFolder()
        let store = try SessionStore.open(SessionName("day"), in: Stored.files(folder))
        for index in 0..<3 { _ = try store.add(Stored.portrait(index, number: index != 1)) }
    }

    private func kiosk(_ arguments: String..., input: String = "") throws -> Program.Run {
        try Program.run(
            Program.kiosk, arguments + ["--data", "."], in: folder, input: input)
    }

    private func number(of sequence: Int) throws -> String? {
        try SessionStore.read(SessionName("day"), in: Stored.files(folder)).portraits()[
            sequence - 1
        ].idNumber?.text
    }

    @Test("a number is added at the prompt, and never shown in full")
    func edit() throws {
        let run = try kiosk("sessions", "edit", "day", "2", input: second + "\n")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try number(of: 2) == second)
        #expect(!(run.output + run.errors).contains(second.prefix(14)))
        #expect(run.output.contains(second.suffix(4)))
    }

    @Test(
        "a number that is wrong, or another's, changes nothing",
        arguments: ["110105194912310021", "11010", "", Student(seed: 1, index: 0).idNumber])
    func wrongNumber(typed: String) throws {
        let run = try kiosk("sessions", "edit", "day", "2", input: typed + "\n")
        #expect(run.status == 65, "\(run.errors)")
        #expect(run.errors.contains("number.wrong"))
        #expect(try number(of: 2) == nil)
        #expect(typed.isEmpty || !run.errors.contains(typed))
    }

    @Test("Ctrl-C at the prompt changes nothing and gives the terminal back")
    func interrupted() throws {
        let terminal = try PseudoTerminal(
            Program.kiosk, ["sessions", "edit", "day", "2", "--data", "."], in: folder)
        var person = OperatorAtTerminal(terminal)
        try person.sees("number", then: "110105")
        #expect(Patience.wait { !terminal.echoes })
        terminal.signal(SIGINT)
        #expect(terminal.wait() == 130, "\(terminal.output)")
        #expect(terminal.echoes)
        #expect(try number(of: 2) == nil)
    }

    @Test(
        "a portrait that was stored though it fails is shown with its reason",
        arguments: [true, false])
    func failed(isChinese: Bool) throws {
        var new = try Stored.portrait(3)
        new.portrait.checks.append(
            PortraitCheck(
                name: .eyesOpen, value: 0.1, unit: "", allowed: 0.2...1, verdict: .fail))
        new.sitting.failedBecause = .cannotBeOther
        do {
            let files = Stored.files(folder)
            _ = try SessionStore.openExisting(SessionName("day"), in: files).add(new)
        }
        let run = try Program.run(
            Program.kiosk, ["sessions", "show", "day", "--data", "."], in: folder,
            environment: ["LANG": isChinese ? "zh_CN.UTF-8" : "en_GB.UTF-8"])
        let why = isChinese ? "身体或相貌原因" : "features or health"
        #expect(run.output.matches(of: try Regex("fail  ! \(why)")).count == 1, "\(run.output)")
        let json = try kiosk("sessions", "show", "day", "--json").output
        #expect(json.matches(of: /"failedBecause":"cannotBeOther"/).count == 1, "\(json)")
    }

    @Test("a session that cannot be read hides none of the others")
    func unreadable() throws {
        try folder.write(String(repeating: "no session ", count: 20), to: "another.kiosk")
        symlink("day.kiosk", folder.file("link.kiosk"))
        for arguments in [["sessions"], ["sessions", "list", "--json"]] {
            let run = try Program.run(
                Program.kiosk, arguments + ["--data", "."], in: folder)
            #expect(run.status == 74)
            #expect(run.output.contains("day") && run.output.split(separator: "\n").count == 1)
            #expect(run.errors.contains("session.foreign") && run.errors.contains("file.foreign"))
        }
    }

    @Test("a withdrawn portrait is listed with its reason and goes to no disc")
    func void() throws {
        #expect(try kiosk("sessions", "void", "day", "2", "--reason", " ").status == 64)
        let run = try kiosk("sessions", "void", "day", "2", "--reason", "eyes closed")
        #expect(run.status == 0, "\(run.errors)")
        let list = try kiosk("sessions", "show", "day")
        #expect(list.output.contains("eyes closed"))
        let json = try kiosk("sessions", "show", "day", "--json")
        #expect(json.output.matches(of: /"voided":true/).count == 1)
        let only = try kiosk("export", "day", "-o", "a.iso", "--only", "2")
        #expect(only.status == 65 || only.status == 66, "\(only.status) \(only.errors)")
        #expect(try !folder.names().contains("a.iso"))
        #expect(try kiosk("export", "day", "-o", "b.iso").status == 0)
        let disc = try Program.run(
            "xorriso", ["-osirrox", "on", "-indev", "b.iso", "-extract", "/", "disc"], in: folder)
        #expect(disc.status == 0)
        #expect(try TestFolder(at: folder.file("disc/PHOTOS")).names().count == 2)
    }

    @Test(
        "a withdrawal without a reason, of a number or of a session that is not there is refused",
        arguments: [
            (["day", "2"], 64), (["day", "9", "--reason", "x"], 66),
            (["none", "1", "--reason", "x"], 66),
        ])
    func refused(arguments: [String], status: Int) throws {
        let run = try Program.run(
            Program.kiosk, ["sessions", "void"] + arguments + ["--data", "."], in: folder)
        #expect(run.status == Int32(status), "\(run.status) \(run.errors)")
        #expect(
            try SessionStore.read(SessionName("day"), in: Stored.files(folder)).portraits()
                .allSatisfy { !$0.isVoided })
    }

    @Test("a session that a counter holds is edited by nobody else, and it is said who holds it")
    func held() throws {
        let store = try SessionStore.openExisting(SessionName("day"), in: Stored.files(folder))
        for arguments in [
            ["sessions", "void", "day", "1", "--reason", "x"], ["sessions", "edit", "day", "1"],
            ["run", "--screen", "none", "--camera", "studio", "--session", "day"],
        ] {
            let run = try Program.run(Program.kiosk, arguments + ["--data", "."], in: folder)
            #expect(run.status == 75, "\(run.errors)")
            #expect(run.errors.contains("session.held") && run.errors.contains("\(getpid())"))
        }
        #expect(try store.portraits().count == 3)
    }
}

struct DoctorTests {
    private static let parts = [
        "config", "rule", "session", "disk", "clock", "codes", "faces", "jpeg", "font", "screen",
        "camera",
    ]

    private static func doctor(_ arguments: String...) throws -> Program.Run {
        let folder = try TestFolder()
        try folder.write("[ui]\nlanguage = \"auto\"\n", to: Program.settings)
        return try Program.run(
            Program.kiosk, ["doctor", "--json", "--data", "data"] + arguments, in: folder)
    }

    @Test("every part works here, and each is named")
    func works() throws {
        let run = try Self.doctor("--camera", "studio")
        #expect(run.status == 0, "\(run.output) \(run.errors)")
        for part in Self.parts { #expect(run.output.contains("\"part\":\"\(part)\""), "\(part)") }
        #expect(!run.output.contains("\"works\":false"))
    }

    @Test("what does not work is named with its code, and the rest is tried all the same")
    func broken() throws {
        let run = try Self.doctor("--camera", "/dev/kiosk-none")
        #expect(run.status == 69, "\(run.output)")
        #expect(run.output.contains("camera.missing"))
        #expect(run.output.matches(of: /"works":true/).count == Self.parts.count - 1)
    }

    @Test(
        "the card names the three ways to a code, in both languages",
        arguments: [("en_GB.UTF-8", "album"), ("zh_CN.UTF-8", "相册")])
    func guide(language: String, word: String) throws {
        let run = try Program.kiosk(
            "guide", in: TestFolder(), environment: ["LANG": language])
        #expect(run.status == 0)
        for text in ["学信档案", "微信", "图像采集码", word] where language.hasPrefix("zh") {
            #expect(run.output.contains(text), "\(text)")
        }
        #expect(run.output.contains(word) && run.output.contains("图像采集码"))
    }
}
