import Foundation
import TestSupport
import Testing

/// What a machine meets that had an earlier version, or has not all of this one.
struct OldSettingsTests {
    @Test("an old kiosk.conf is told of its old keys, and stops nothing")
    func oldKeys() throws {
        let folder = try TestFolder()
        try folder.write(
            "[face]\nlandmarks = false\nmodel = \"/x.dat\"\n\n[ui]\nlanguage = \"zh\"\n",
            to: Program.settings)
        let run = try Program.run(Program.kiosk, ["sessions", "--data", "data"], in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("kiosk.conf:2 face.landmarks"))
        #expect(run.errors.contains("kiosk.conf:3 face.model"))
    }

    @Test(
        "a program without its models says which is missing and what to do",
        .enabled(if: !FileManager.default.fileExists(atPath: "/usr/share/kiosk/models")))
    func noModels() throws {
        let folder = try TestFolder()
        let program = folder.file("kiosk")
        try FileManager.default.copyItem(atPath: Program.kiosk, toPath: program)
        try folder.write("P6 1 1 255\nabc", to: "a.ppm")
        let run = try Program.run(
            program, ["doctor", "--camera", "studio", "--data", "d"], in: folder)
        #expect(run.status != 0)
        let said = run.output + run.errors
        #expect(said.contains("face.model") && said.contains("Tools/models"), "\(said)")
    }
}
