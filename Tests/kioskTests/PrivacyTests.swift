import Foundation
import KioskIO
import StudioKit
import TestSupport
import Testing

/// What a run of the program leaves to others: nothing.
struct PrivacyTests {
    @Test(
        "a crash and Ctrl-\\ print no memory and leave no core",
        .unsanitized("a sanitizer is there to tell of crashes"),
        arguments: [SIGQUIT, SIGSEGV, SIGABRT])
    func crash(signal: Int32) throws {
        let folder = try TestFolder()
        let running = try Program.start(
            Program.kiosk, ["run", "--camera", "/dev/kiosk-none", "--wait-camera"], in: folder)
        #expect(running.waits(for: "camera.missing"))
        let said = running.errors
        running.signal(signal)
        let run = try running.wait()
        #expect(run.status == 128 + signal)
        #expect(run.errors == said && !run.output.contains("0x"))
        #expect(try !folder.names().contains { $0.hasPrefix("core") })
    }

    @Test("what is exported or made of a picture is this user's alone")
    func modes() throws {
        let folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
        try folder.write(PNG.encode(Studio(seed: 6).portrait(of: 0).photo), to: "a.png")
        for arguments in [
            ["export", "day", "-o", "out.iso", "--data", "."],
            ["export", "day", "-o", "out", "--format", "folder", "--data", "."],
            ["portrait", "a.png", "-o", "out.jpg"],
            ["studio", "--count", "1", "-o", "out-studio"],
        ] {
            let run = try Program.run(Program.kiosk, arguments, in: folder)
            #expect(run.status == 0, "\(run.errors)")
        }
        let made = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
        let ours = try #require(made).filter { $0.hasPrefix("out") }
        #expect(ours.count > 8)
        for name in ours {
            var status = stat()
            lstat(folder.file(name), &status)
            #expect(status.st_mode & 0o077 == 0, "\(name)")
        }
    }

    @Test("the demo removes no folder that was there, with --force neither")
    func demo() throws {
        let folder = try TestFolder()
        try folder.write("kept", to: "x-files/mine.txt")
        let run = try Program.kiosk("demo", "-o", "x.iso", "--force", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.bytes("x-files/mine.txt") == Array("kept".utf8))
        #expect(
            try folder.names().filter { !$0.hasPrefix(".") } == ["x-files", "x-files-2", "x.iso"])
        #expect(try TestFolder(at: folder.file("x-files")).names() == ["mine.txt"])
        #expect(run.output.contains("x-files-2"))
    }

    @Test("a disc that is wrong is told without a person's number, but for who asks for it")
    func verify() throws {
        let folder = try TestFolder()
        try Stored.session("day", 1, in: folder)
        let made = try Program.kiosk(
            "export", "day", "-o", "out", "--format", "folder", "--data", ".", in: folder)
        #expect(made.status == 0)
        try folder.write("x", to: "out/PHOTOS/11010519491231002X.jpg")
        let run = try Program.kiosk("verify", "out", in: folder)
        #expect(run.status == 74 && run.errors.contains("**************002X.jpg"))
        #expect((run.output + run.errors).firstMatch(of: /[0-9]{12}/) == nil)
        let json = try Program.kiosk("verify", "out", "--json", in: folder)
        #expect(json.output.contains("11010519491231002X"))
    }
}
