import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// An operator at a terminal, mistakes included, from the opening of the day to the disc.
struct AttendedTests {
    /// Two students, each with time enough for an operator who errs, 10 frames a second; then the
    /// empty studio.
    private static func recording() throws -> [UInt8] {
        try StudioRecording.frames(
            [(.empty, 50)]
                + (0..<2).flatMap { index in
                    [
                        (.code(index), 20), (.empty, 8), (.pose(index), 160), (.empty, 25),
                    ]
                } + [(.empty, 300)]
        ).flatMap(\.self)
    }

    @Test("an operator with mistakes gets through the day, and the screen tells no secret")
    func day() throws {
        let folder = try TestFolder()
        try folder.write(Self.recording(), to: "day.mjpeg")
        try folder.write(
            StudioRecording.settings + "\nabsence = 20.0\n[export]\nfolder = \"discs\"\n",
            to: "kiosk.conf")
        let terminal = try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", "day.mjpeg", "--fps", "10", "--session",
                "day",
                "--data", "data",
            ], in: folder)
        var person = OperatorAtTerminal(terminal)
        let (one, two) = (Student(seed: 3, index: 0), Student(seed: 3, index: 1))
        let wrong = one.idNumber.dropLast() + (one.idNumber.last == "1" ? "2" : "1")
        person.sees("code read", then: wrong + "\r")
        person.sees("check character is wrong", then: two.idNumber + "\r")
        person.sees("not the one the code shows", then: "1")
        person.sees("[c cancel]", then: one.idNumber + "\r")
        person.sees("number taken", then: "")
        person.sees("Good. Please keep still.", then: " ")
        person.sees("[space accept]", then: "r")
        person.sees("Good. Please keep still.", then: " ")
        person.sees("[space accept]", then: " ")
        person.sees("stored as number 1", then: "e\r")
        person.sees("1 exported", then: "u")
        person.sees("Withdraw number 1", then: "c")
        person.sees("code read", then: two.idNumber + "\r")
        person.sees("Good. Please keep still.", then: " ")
        person.sees("[space accept]", then: "q")
        person.sees("a sitting is under way", then: " ")
        person.sees("stored as number 2", then: "a")
        person.sees("set aside, 1 by now", then: "g")
        person.sees("No code yet?", then: " q")
        person.sees("1 portraits have not been exported", then: "1")
        #expect(terminal.wait() == 0, "\(terminal.output.suffix(600))")
        #expect(terminal.output.contains("2 stored, 1 retaken"))
        try Self.checkDiscs(folder)
        try Self.searchForPersons(folder, terminal.output, [one, two])
    }

    private static func checkDiscs(_ folder: TestFolder) throws {
        let names = try TestFolder(at: folder.file("discs")).names()
        #expect(names.count == 2 && names.contains("day.iso"), "\(names)")
        for name in names {
            let run = try Program.kiosk("verify", "discs/\(name)", in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        let image = names.first { $0 != "day.iso" } ?? ""
        #expect(image.hasPrefix("1-") && image.count == "1-002X.iso".count)
    }

    /// Every byte outside the session file and the discs.
    private static func searchForPersons(
        _ folder: TestFolder, _ screen: String, _ students: [Student]
    ) throws {
        var texts = [("screen", screen)]
        for name in try TestFolder(at: folder.file("data")).names() where name != "day.kiosk" {
            texts.append(
                (name, String(decoding: try folder.bytes("data/\(name)"), as: UTF8.self)))
        }
        #expect(texts.contains { $0.0 == "kiosk.log" } && texts.contains { $0.0 == "day.exports" })
        for student in students {
            let code = String(decoding: student.code, as: UTF8.self)
            for (name, text) in texts {
                #expect(!text.contains(student.idNumber.prefix(14)), "\(name)")
                #expect(!text.contains(code.prefix(24)), "\(name)")
            }
        }
    }
}
