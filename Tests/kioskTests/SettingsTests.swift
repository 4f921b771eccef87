import Foundation
import TestSupport
import Testing

struct SettingsTests {
    @Test("a kiosk.conf in the folder one stands in is not read, and doctor says which one is")
    func place() throws {
        let folder = try TestFolder()
        try folder.write("[ui]\nlanguage = \"zh\"\n", to: "kiosk.conf")
        let without = try Program.kiosk("doctor", "--json", in: folder)
        #expect(try Self.settings(without) == nil)
        #expect(try Program.kiosk("doctor", in: folder).output.contains("configuration "))
        try folder.write("[ui]\nlanguage = \"en\"\n", to: Program.settings)
        let own = try Program.kiosk("doctor", "--json", in: folder)
        #expect(try Self.settings(own) == folder.file(Program.settings))
        let named = try Program.kiosk("doctor", "--config", "kiosk.conf", in: folder)
        #expect(named.output.contains("设置文件 (kiosk.conf)"))
    }

    @Test("errors are said in the language of the settings, whatever the locale's")
    func language() throws {
        let folder = try TestFolder()
        try folder.write("[ui]\nlanguage = \"zh\"\n", to: Program.settings)
        for command in [
            ["verify", "none.iso"], ["sessions", "show", "none"], ["scan", "none.png"],
        ] {
            let run = try Program.run(Program.kiosk, command, in: folder)
            #expect(run.status != 0 && run.errors.contains("代码："), "\(run.errors)")
        }
    }

    private static func settings(_ run: Program.Run) throws -> String? {
        let line = try #require(
            run.output.split(separator: "\n").first { $0.contains("\"config\"") })
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return object?["name"] as? String
    }
}
