import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct StudioCommandTests {
    private static let columns =
        "file\tkind\tcode\thairTop\teyeLeftX\teyeLeftY\teyeRightX\teyeRightY\tchinX\tchinY\tfaceLeft\tfaceRight\troll\tyaw\tpitch\tfault\tsize"

    private static func table(_ folder: TestFolder) throws -> [[String]] {
        String(decoding: try folder.bytes("truth.tsv"), as: UTF8.self).split(separator: "\n")
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    @Test("posed students come as PNG files with their truth")
    func posed() throws {
        let folder = try TestFolder()
        let run = try Program.kiosk(
            "studio", "--seed", "4", "--count", "3", "--size", "1920x1080", "--fault", "tilt=5",
            "-o", "s",
            in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let drawn = try TestFolder(at: folder.file("s"))
        let table = try Self.table(drawn)
        #expect(table.first?.joined(separator: "\t") == Self.columns)
        #expect(table.count == 4 && table.allSatisfy { $0.count == 17 })
        for line in table.dropFirst() {
            #expect(
                line[1] == "person" && line[15] == "tilt" && Double(line[16]) == 5
                    && Double(line[12]) == 5)
            let photo = try PictureFile.load(drawn.file(line[0]))
            #expect(photo.size == Size(width: 1920, height: 1080))
        }
    }

    @Test("whole sittings can be played back as a camera, and kiosk works the day from them")
    func sittings() throws {
        let folder = try TestFolder()
        let drawn = try Program.kiosk(
            "studio", "--seed", "3", "--count", "1", "--sittings", "-o", "s", in: folder)
        #expect(drawn.status == 0, "\(drawn.errors)")
        let kinds = Set(try Self.table(TestFolder(at: folder.file("s"))).dropFirst().map { $0[1] })
        #expect(kinds == ["empty", "code", "person"])
        let day = try Program.kiosk(
            "run", "--auto", "--camera", "s", "--fps", "0", "--session", "day", "--data", "data",
            in: folder)
        #expect(day.status == 0 && RecordedDay.acknowledged(day.errors) == [1], "\(day.errors)")
    }

    @Test("the help has a line for every fault, with its unit")
    func help() throws {
        let run = try Program.kiosk("studio", "--help", in: TestFolder())
        let lines = run.output.split(separator: "\n").map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        for name in StudioFault.Name.allCases {
            let line = lines.first { $0.hasPrefix(name.rawValue + " ") }
            #expect(line?.hasSuffix("\(name.unit): \(name.explanation)") == true, "\(name)")
        }
    }

    @Test("a folder that holds a truth already, a wrong size or fault is refused")
    func refused() throws {
        let folder = try TestFolder()
        try folder.write("x", to: "s/truth.tsv")
        #expect(try Program.kiosk("studio", "-o", "s", in: folder).status == 73)
        for wrong in [
            ["--size", "10x10"], ["--fault", "sneeze=1"], ["--count", "0"], ["--backdrop", "red"],
        ] {
            let run = try Program.run(Program.kiosk, ["studio", "-o", "t"] + wrong, in: folder)
            #expect(run.status == 64)
        }
    }
}
