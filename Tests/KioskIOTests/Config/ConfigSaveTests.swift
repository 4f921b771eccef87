import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// Settings that are changed at the counter and written into kiosk.conf.
struct ConfigSaveTests {
    private static func save(_ text: String, _ changes: ConfigChange...) throws -> (
        String, KioskConfig
    ) {
        let folder = try TestFolder()
        try folder.write(text, to: "kiosk.conf")
        let config = try ConfigFile.save(changes, named: folder.file("kiosk.conf"))
        #expect(try config == ConfigFile.load(folder.file("kiosk.conf")))
        return (String(decoding: try folder.bytes("kiosk.conf"), as: UTF8.self), config)
    }

    private static let mirror = ConfigChange("screen.mirror", .flag(false))

    @Test(
        "one line changes and every other stays, comments, blanks and order too",
        arguments: [
            ("[screen]\nmirror = true\n", "[screen]\nmirror = false\n"),
            (
                "# mine\n[screen] # why\n  mirror=true   # as in a mirror = true\nviews = \"both\"\n",
                "# mine\n[screen] # why\n  mirror=false   # as in a mirror = true\nviews = \"both\"\n"
            ),
            ("[screen]\nviews = \"both\"\n", "[screen]\nmirror = false\nviews = \"both\"\n"),
            ("[sound]\nvolume = 5\n", "[sound]\nvolume = 5\n\n[screen]\nmirror = false\n"),
            ("", "[screen]\nmirror = false\n"),
            ("screen.mirror = true\n", "screen.mirror = false\n"),
            ("[screen]\r\nmirror = true\r\n", "[screen]\r\nmirror = false\r\n"),
            ("[screen]\nmirror = true", "[screen]\nmirror = false"),
        ])
    func flag(before: String, after: String) throws {
        #expect(try Self.save(before, Self.mirror).0 == after)
    }

    @Test("the shipped file, changed in every setting, differs in those lines alone")
    func shipped() throws {
        let shipped = try String(
            contentsOf: Checkout.file("kiosk.conf"), encoding: .utf8)
        let (text, config) = try Self.save(
            shipped, Self.mirror, ConfigChange("sound.volume", .whole(20)),
            ConfigChange("screen.text_scale", .number(1.4)),
            ConfigChange("camera.source", .text("/dev/v4l/by-id/usb-\"a\\b\"")),
            ConfigChange("portrait.rule", .text("chsi-white")),
            ConfigChange("screen.student_display", .text("DELL 24\"")),
            ConfigChange("studio.hours", .text("09:00-11:30")))
        let (old, new) = (
            shipped.split(separator: "\n", omittingEmptySubsequences: false),
            text.split(separator: "\n", omittingEmptySubsequences: false)
        )
        #expect(old.count == new.count && zip(old, new).filter { $0 != $1 }.count == 7)
        #expect(!config.mirrorsScreen && config.volume == 20 && config.textScale == 1.4)
        #expect(config.cameraSource == "/dev/v4l/by-id/usb-\"a\\b\"")
        #expect(config.ruleName == "chsi-white" && config.studentDisplay == "DELL 24\"")
        #expect(config.openingHours?.description == "09:00-11:30")
    }

    @Test(
        "a file that is written otherwise is left as it was, and that is said",
        arguments: [
            "screen = { mirror = true, views = \"both\" }\n", "screen = { views = \"both\" }\n",
            "[disc]\nreadme = \"\"\"\n[screen]\n\"\"\"\n", "[screen]\nmirror =\n",
        ])
    func refused(text: String) throws {
        let folder = try TestFolder()
        try folder.write(text, to: "kiosk.conf")
        do {
            _ = try ConfigFile.save([Self.mirror], named: folder.file("kiosk.conf"))
            // Where it can be done after all it was done right.
            #expect(try !ConfigFile.load(folder.file("kiosk.conf")).mirrorsScreen)
        } catch {
            #expect([.configWritten, .configSyntax].contains(error.code), "\(error)")
            #expect(try folder.bytes("kiosk.conf") == Array(text.utf8))
        }
    }

    @Test("who could read the file still can; a first one is the user's alone")
    func modes() throws {
        let folder = try TestFolder()
        try folder.write("[screen]\nmirror = true\n", to: "kiosk.conf")
        for mode in [0o644, 0o600, 0o640] as [mode_t] {
            chmod(folder.file("kiosk.conf"), mode)
            _ = try ConfigFile.save([Self.mirror], named: folder.file("kiosk.conf"))
            var status = stat()
            #expect(stat(folder.file("kiosk.conf"), &status) == 0)
            #expect(status.st_mode & 0o777 == mode)
        }
    }

    @Test("a comment of an older encoding is no TOML: it stays byte for byte, and that is said")
    func foreignBytes() throws {
        let folder = try TestFolder()
        let bytes: [UInt8] = Array("# ".utf8) + [0xCF, 0xE0] + Array("\n[screen]\n".utf8)
        try FileAccess.write(bytes, to: folder.file("kiosk.conf"), replacing: false)
        #expect(throws: KioskError.self) {
            try ConfigFile.save([Self.mirror], named: folder.file("kiosk.conf"))
        }
        #expect(try folder.bytes("kiosk.conf") == bytes)
    }

    @Test("a link to the file stays one")
    func link() throws {
        let folder = try TestFolder()
        try folder.write("[screen]\nmirror = true\n", to: "mine.conf")
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("kiosk.conf"), withDestinationPath: "mine.conf")
        _ = try ConfigFile.save([Self.mirror], named: folder.file("kiosk.conf"))
        #expect(FileAccess.isLink(folder.file("kiosk.conf")))
        #expect(try folder.bytes("mine.conf") == Array("[screen]\nmirror = false\n".utf8))
    }
}
