import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// What a school orders, by one command.
struct HandOverCommandTests {
    private let folder: TestFolder

    /// Two sessions: five students of two classes and none, and eleven more.
    init() throws {
        folder = try TestFolder()
        let store = try Stored.session("day", 5, in: folder)
        try store.setClass(of: [1, 3], to: ClassName("软件1班"), at: WallClock.now())
        try store.setClass(of: [2, 4], to: ClassName("软件2班"), at: WallClock.now())
        let eve = try SessionStore.open(SessionName("eve"), in: Stored.files(folder))
        for index in 5..<16 { _ = try eve.add(Stored.portrait(index)) }
    }

    private func kiosk(_ arguments: String..., input: String = "") throws -> Program.Run {
        try Program.run(Program.kiosk, arguments + ["--data", "."], in: folder, input: input)
    }

    /// What lies in the folder, but for what the started programs said.
    private func outputs() throws -> [String] { try folder.names().filter { !$0.hasPrefix(".") } }

    private func photos(_ name: String) throws -> Int {
        try TestFolder(at: folder.file("\(name)/PHOTOS")).names().count
    }

    @Test(
        "portraits are chosen by class, those of none too",
        arguments: [(["软件1班"], 2), (["软件1班", "软件2班"], 4), ([""], 12), (["", "软件1班"], 14)])
    func classes(names: [String], count: Int) throws {
        let options = names.flatMap { ["--class", $0] }
        let run = try Program.run(
            Program.kiosk,
            ["export", "day", "eve", "-o", "out", "--format", "folder", "--data", "."] + options,
            in: folder)
        #expect(run.status == 0, "\(run)")
        #expect(try photos("out") == count)
    }

    @Test("a class that has no portrait is named, and nothing is written")
    func emptyClass() throws {
        let run = try kiosk(
            "export", "day", "-o", "out.iso", "--class", "软件1班", "--class", "软件3班")
        #expect(run.status == 66 && run.errors.contains("class.missing"), "\(run.errors)")
        #expect(run.errors.contains("软件3班"))
        #expect(!FileAccess.exists(folder.file("out.iso")))
    }

    @Test(
        "what was not exported yet, or was changed since, is exported by itself, and known to all lists"
    )
    func notExported() throws {
        #expect(try kiosk("sessions").output.contains("day  5  5 not exported"))
        #expect(try kiosk("export", "day", "-o", "a.iso", "--only", "1,2").status == 0)
        let listed = try kiosk("sessions", "--json")
        #expect(listed.output.contains(#""name":"day","notExported":3"#), "\(listed.output)")
        #expect(try kiosk("sessions", "edit", "day", "1", "--class", "软件9班").status == 0)
        let rest = try kiosk("export", "day", "-o", "out", "--format", "folder", "--not-exported")
        #expect(rest.status == 0, "\(rest)")
        #expect(try photos("out") == 4)
        #expect(try kiosk("sessions").output.contains("day  5\n"))
        let none = try kiosk("export", "day", "-o", "b.iso", "--not-exported")
        #expect(none.status == 66 && none.errors.contains("session.exported"), "\(none)")
    }

    @Test("nothing stands in for a folder, and nobody is told to force it")
    func folders() throws {
        try folder.write([1], to: "file")
        let session = try folder.bytes("eve.kiosk")
        let exports = [
            ["-o", "a"], ["-o", "a", "--force"], ["-o", "a", "--format", "folder", "--force"],
            ["-o", "file", "--format", "folder", "--force"], ["-o", "file", "--per-student"],
            ["-o", "file", "--force"], ["-o", "eve.kiosk", "--force"],
        ]
        #expect(try kiosk("export", "day", "-o", "a", "--format", "folder").status == 0)
        let names = try outputs()
        for export in exports {
            let run = try Program.run(
                Program.kiosk, ["export", "day", "--data", "."] + export, in: folder)
            #expect(run.status == 73 && run.errors.contains("output.exists"), "\(export) \(run)")
            #expect(!run.errors.contains("--force"), "\(run)")
        }
        #expect(try outputs() == names && folder.bytes("eve.kiosk") == session)
        #expect(try folder.bytes("file") == [1])
    }

    @Test("an export is recorded with when, what, to where and by what it is known again")
    func recorded() throws {
        _ = try kiosk("export", "day", "-o", "out", "--format", "folder", "--only", "2")
        let shown = try kiosk("sessions", "show", "day", "--json")
        let sum = SHA256.hex(try folder.bytes("out/SHA256SUMS"))
        #expect(shown.output.contains(#""checksums":["\#(sum)"]"#), "\(shown.output)")
        #expect(shown.output.contains(#""portraits":[2]"#) && shown.output.contains("/out\""))
        #expect(
            try kiosk("sessions", "show", "day").output.contains(
                "1 portraits \(folder.file("out"))"))
    }

    @Test(
        "an output for each student stands in one new folder, every one verified",
        arguments: ["iso", "zip", "folder"])
    func perStudent(format: String) throws {
        let run = try kiosk(
            "export", "day", "eve", "-o", "each", "--per-student", "--format", format)
        #expect(run.status == 0 && run.output.contains("16 portraits"), "\(run)")
        let names = try TestFolder(at: folder.file("each")).names()
        #expect(
            names.count == 16 && names.allSatisfy { $0.hasPrefix("day-") || $0.hasPrefix("eve-") })
        for name in names {
            let report = try HandOverVerifier.verify(folder.file("each/\(name)"))
            #expect(report.problems.isEmpty && report.files > 6, "\(name)")
        }
        let again = try kiosk("export", "day", "-o", "each", "--per-student")
        #expect(again.status == 73, "\(again)")
        #expect(try kiosk("sessions").output.contains("day  5\n"))
    }

    @Test("what is too much for a medium goes on several, by class, each with the whole manifest")
    func volumes() throws {
        let split = try kiosk("export", "day", "eve", "-o", "vol.iso", "--medium", "2200k")
        #expect(split.status == 0 && split.output.contains("vol-1.iso, vol-2.iso"), "\(split)")
        for number in 1...2 {
            #expect(try HandOverVerifier.verify(folder.file("vol-\(number).iso")).problems.isEmpty)
        }
        let size = try folder.bytes("vol-1.iso").count
        #expect(size < 2_200_000)
        #expect(!FileAccess.exists(folder.file("vol.iso")))
    }

    @Test("a second volume that cannot be leaves no first one")
    func brokenVolumes() throws {
        try folder.write("mine", to: "vol-2.iso")
        let run = try kiosk("export", "day", "eve", "-o", "vol.iso", "--medium", "2200k")
        #expect(run.status == 73, "\(run)")
        #expect(!FileAccess.exists(folder.file("vol-1.iso")))
        #expect(try folder.bytes("vol-2.iso") == Array("mine".utf8))
        #expect(try kiosk("sessions").output.contains("day  5  5 not exported"))
    }

    @Test(
        "a wrong word is told with what can be said",
        arguments: [
            (["--format", "tar"], 64, "folder, zip, iso"), (["--medium", "bluray"], 64, "cd, dvd"),
            (["--layout", "nobody"], 78, "notice, class, student, pspa"),
            (["--per-student", "--medium", "cd"], 64, "--per-student"),
        ] as [([String], Int32, String)])
    func wrong(options: [String], status: Int32, words: String) throws {
        let run = try Program.run(
            Program.kiosk, ["export", "day", "-o", "out", "--data", "."] + options, in: folder)
        #expect(run.status == status && run.errors.contains(words), "\(run)")
        #expect(!FileAccess.exists(folder.file("out")))
    }

    @Test(
        "a layout that leads out, or has a field that there is not, stops with file and line",
        arguments: [
            (#"folder = "../x""#, "config.path"), (#"folder = "/x""#, "config.path"),
            (#"file = "{name}""#, "config.range"), (#"picture = "photo""#, "config.range"),
            ("file = 3", "config.type"), ("files = 3", "config.unknown"),
        ])
    func badLayout(line: String, code: String) throws {
        try folder.write("[[layout]]\nname = \"x\"\n[[layout.tree]]\n\(line)\n", to: "bad.conf")
        let run = try kiosk("export", "day", "-o", "out", "--config", "bad.conf")
        #expect(run.status == 78 && run.errors.contains("bad.conf:4"), "\(run)")
        #expect(run.errors.contains(code), "\(run)")
    }

    @Test("a student's portraits are found in every session by the code's picture or the number")
    func find() throws {
        let student = Student(seed: 1, index: 2)
        let card = try #require(PrintedCode(student.code))
        try folder.write(PNG.encode(card.photo), to: "code.png")
        let byCode = try kiosk("find", "code.png")
        #expect(byCode.status == 0 && byCode.output.hasPrefix("day:3  "), "\(byCode)")
        let byNumber = try kiosk("find", "--number", input: student.idNumber + "\n")
        #expect(byNumber.output == byCode.output && byNumber.output.contains("not exported"))
        #expect(!(byNumber.output + byNumber.errors).contains(student.idNumber))
        let json = try kiosk("find", "code.png", "--json")
        #expect(
            json.output.contains(#""class":"软件1班""#) && json.output.contains(#""exported":false"#))
        let nobody = try kiosk(
            "find", "--number", input: Student(seed: 3, index: 1).idNumber + "\n")
        #expect(nobody.status == 65 && nobody.errors.contains("no portrait"), "\(nobody)")
        #expect(try kiosk("find").status == 64)
    }

    @Test("a slip of the fingers is not a student who was never taken")
    func slips() throws {
        let number = Student(seed: 1, index: 2).idNumber
        let wrong = String(number.dropLast()) + (number.hasSuffix("1") ? "2" : "1")
        for text in ["", "张三", "8579", String(number.dropLast()), wrong] {
            let run = try kiosk("find", "--number", input: text + "\n")
            #expect(run.status == 65 && run.errors.contains("number.wrong"), "\(run)")
            #expect(!run.errors.contains("used: \n") && !run.errors.contains("no portrait"))
        }
    }

    @Test("a withdrawn portrait is said to be withdrawn, and to be on a disc where it is")
    func withdrawn() throws {
        #expect(try kiosk("export", "day", "-o", "a.iso").status == 0)
        #expect(try kiosk("sessions", "void", "day", "3", "--reason", "x").status == 0)
        for arguments in [
            ["sessions", "void", "day", "3", "--reason", "x"], ["recrop", "day", "3"],
            ["sessions", "edit", "day", "3", "--class", "x"],
            ["export", "day", "-o", "b.iso", "--only", "3"],
        ] {
            let run = try Program.run(Program.kiosk, arguments + ["--data", "."], in: folder)
            #expect(run.status == 66 && run.errors.contains("session.voided"), "\(run)")
        }
        let found = try kiosk("find", "--number", input: Student(seed: 1, index: 2).idNumber + "\n")
        #expect(found.output.contains("withdrawn, was exported before"), "\(found)")
    }

    @Test("portraits that are in the class already are on a disc as they are")
    func sameClass() throws {
        #expect(try kiosk("export", "day", "-o", "a.iso").status == 0)
        #expect(try kiosk("sessions", "edit", "day", "1,2", "--class", "软件1班").status == 0)
        #expect(try kiosk("sessions").output.contains("day  5  1 not exported"))
    }

    @Test("a number of a person that stands where another is meant is not shown")
    func masked() throws {
        let number = Student(seed: 1, index: 2).idNumber
        for arguments in [
            ["export", "day", "-o", "b.iso", "--only", number], ["sessions", "show", number],
            ["sessions", "void", "day", number, "--reason", "x"], ["recrop", "day", number],
            ["export", "day", "-o", "b.iso", "--class", number], ["verify", "\(number).iso"],
        ] {
            let run = try Program.run(Program.kiosk, arguments + ["--data", "."], in: folder)
            #expect(run.status != 0 && !(run.errors + run.output).contains(number), "\(run)")
        }
    }

    @Test("a folder may be named with a slash behind, and one that is there exists")
    func slashes() throws {
        #expect(try kiosk("export", "day", "-o", "new/", "--format", "folder").status == 0)
        #expect(try photos("new") == 5)
        for name in ["new/", ".", "/"] {
            let run = try kiosk("export", "day", "-o", name, "--format", "folder")
            #expect(run.status == 73 && run.errors.contains("output.exists"), "\(run)")
        }
    }

    @Test("where a session cannot be read nobody is said not to be found")
    func findBeside() throws {
        try folder.write([UInt8](repeating: 7, count: 9_000), to: "bad.kiosk")
        let nobody = try kiosk(
            "find", "--number", input: Student(seed: 3, index: 1).idNumber + "\n")
        #expect(nobody.status == 74 && !nobody.errors.contains("no portrait"), "\(nobody)")
    }

    @Test("a class card's code is read as that class's", arguments: ["card.png", "card.svg"])
    func card(name: String) throws {
        let run = try Program.kiosk(
            "card", "--class", "计算机<&>2201班", "-o", name, in: folder)
        #expect(run.status == 0, "\(run)")
        if name.hasSuffix("png") {
            let codes = try CodeFile.codes(in: folder.file(name), CodeReader())
            #expect(codes.map { ClassCard.name(of: $0.bytes)?.description } == ["计算机<&>2201班"])
        } else {
            let text = String(decoding: try folder.bytes(name), as: UTF8.self)
            #expect(text.contains("计算机&lt;&amp;&gt;2201班</text>"))
        }
        #expect(try Program.kiosk("card", "--class", "a", "-o", name, in: folder).status == 73)
        #expect(try Program.kiosk("card", "--class", " ", "-o", "b.png", in: folder).status == 64)
        #expect(try Program.kiosk("card", "--class", "a", "-o", "b.txt", in: folder).status == 64)
    }

    @Test("a portrait's class is said afterwards by its numbers, all of them or none")
    func edit() throws {
        let run = try kiosk("sessions", "edit", "day", "1-2,5", "--class", "软件9班")
        #expect(run.status == 0 && run.output.contains("1, 2, 5"), "\(run)")
        let shown = try kiosk("sessions", "show", "day", "--class", "软件9班")
        #expect(
            shown.output.split(separator: "\n").count { $0.contains("软件9班  ") } == 3, "\(shown)")
        #expect(shown.output.contains("软件9班: 3 portraits"))
        #expect(try kiosk("sessions", "edit", "day", "1,9", "--class", "x").status == 66)
        #expect(try kiosk("sessions", "edit", "day", "1", "--class", "").status == 0)
        #expect(try kiosk("sessions", "edit", "day", "1-2").status == 64)
        #expect(try kiosk("sessions", "show", "day", "--class", "x").output.isEmpty)
    }
}
