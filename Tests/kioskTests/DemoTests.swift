import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

struct DemoTests {
    @Test(
        "the demo works five students to a verified disc, in every language masked", .wholeMachine)
    func demo() throws {
        let folder = try TestFolder()
        let run = try Program.kiosk("demo", "-o", "demo.iso", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(RecordedDay.acknowledged(run.errors) == [1, 2, 3, 4, 5])
        #expect(run.errors.contains("5 stored, 1 retaken"))
        #expect(run.errors.contains("come a little closer"), "one student is too far away at first")
        #expect(run.output.contains("demo.iso"), "it says where to look")
        #expect(try HandOverVerifier.verify(folder.file("demo.iso")).problems.isEmpty)
        #expect(try HandOverVerifier.verify(folder.file("demo-files")).problems.isEmpty)
        try Self.checkTables(folder)
        Self.checkPrivacy(run)
        let visible = try folder.names().filter { !$0.hasPrefix(".") }
        #expect(visible == ["demo-files", "demo.iso"], "the demo's sessions are gone with it")
    }

    /// Each portrait stands under the number of its own code's owner.
    private static func checkTables(_ folder: TestFolder) throws {
        let text = String(decoding: try folder.bytes("demo-files/codes.csv"), as: UTF8.self)
        let lines = text.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
        #expect(lines.count == 5)
        for (index, line) in lines.enumerated() {
            let student = Student(seed: 1, index: index)
            #expect(line[2] == "PHOTOS/\(student.idNumber).jpg")
            #expect(Data(base64Encoded: String(line[3])).map(Array.init) == student.code)
        }
    }

    private static func checkPrivacy(_ run: Program.Run) {
        for index in 0..<5 {
            let student = Student(seed: 1, index: index)
            let code = String(decoding: student.code, as: UTF8.self)
            for said in [run.output, run.errors] {
                #expect(!said.contains(student.idNumber))
                #expect(!said.contains(student.idNumber.prefix(14)))
                #expect(!said.contains(code.prefix(24)))
            }
        }
    }
}
