import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

/// An operator at a terminal, mistakes included, from the opening of the day to the disc.
@Suite(.wholeMachine)
struct AttendedTests {
    @Test("an operator with mistakes gets through the day, and the screen tells no secret")
    func day() throws {
        let folder = try TestFolder()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        try folder.write(
            StudioRecording.settings + "\n[export]\nfolder = \"discs\"\n", to: Program.settings)
        let terminal = try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", camera.name, "--session", "day", "--data",
                "data",
            ], in: folder)
        var person = OperatorAtTerminal(terminal, camera: camera)
        let (one, two) = (Student(seed: 3, index: 0), Student(seed: 3, index: 1))
        try Self.first(one, neighbour: two, &person)
        try Self.second(two, &person)
        #expect(terminal.wait() == 0, "\(terminal.output.suffix(600))")
        #expect(terminal.output.contains("2 stored, 1 retaken"))
        try Self.checkDiscs(folder)
        try Self.searchForPersons(folder, terminal.output, [one, two])
    }

    /// A student whose number is mistyped twice and who is taken twice.
    private static func first(
        _ student: Student, neighbour: Student, _ person: inout OperatorAtTerminal
    ) throws {
        let number = student.idNumber
        let wrong = number.dropLast() + (number.last == "1" ? "2" : "1")
        try person.sees("Please show your code", camera: .code(0))
        try person.sees("code read", then: wrong + "\r")
        try person.sees("check character is wrong", then: neighbour.idNumber + "\r")
        try person.sees("not the one the code shows", then: "1")
        // The wrong number stays, to be corrected: no question stands behind it any more.
        try person.sees("exported 0\r\r\nThe code was read", then: number + "\r")
        try person.sees("number taken", camera: .empty)
        try person.sees("Please sit", camera: .pose(0))
        try person.sees("Good. Please keep still.", then: " ")
        try person.sees("[space accept]", then: "r")
        try person.sees("Good. Please keep still.", then: " ")
        try person.sees("[space accept]", then: " ")
        try person.sees("stored as number 1", then: "e\r", camera: .empty)
        try person.sees("1 exported", then: "u")
        try person.sees("Withdraw number 1", then: "c")
        // Withdrawn by mistake, found again, and taken back.
        try person.sees("[f find]", then: "u")
        try person.sees("Withdraw number 1", then: "3")
        try person.sees("number 1 is withdrawn", then: "f")
        try person.sees("Find:", then: number.suffix(4) + "\r")
        try person.sees("withdrawn: another reason", then: "u")
        try person.sees("number 1 stands again", then: "\u{1B}")
        try person.sees("[Enter open the first]", then: "\u{1B}")
        try person.sees("[g no code?]", camera: .code(1))
    }

    /// A student in whose sitting the operator wants to go home.
    private static func second(_ student: Student, _ person: inout OperatorAtTerminal) throws {
        try person.sees("code read", then: student.idNumber + "\r", camera: .empty)
        try person.sees("Please sit", camera: .pose(1))
        try person.sees("Good. Please keep still.", then: " ")
        try person.sees("[space accept]", then: "q")
        try person.sees("a sitting is under way", then: " ")
        try person.sees("stored as number 2", then: "a", camera: .empty)
        try person.sees("set aside, 1 by now", then: "g")
        try person.sees("No code yet?", then: " q")
        try person.sees("2 portraits have not been exported", then: "1")
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
