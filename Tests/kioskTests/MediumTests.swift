import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

@testable import kiosk

/// Exports to a stick, which can be there or not.
@Suite(.wholeMachine, .enabled(if: geteuid() == 0, "only root can mount a stick"))
struct MediumTests {
    private let folder: TestFolder
    /// A stick's place, as desktops make it.
    private let stick: String

    init() throws {
        folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
        try Stored.session("eve", 3, in: folder)
        stick = "/media/kiosk-test-\(UUID().uuidString)"
    }

    private func mount() throws -> Bool {
        try FileManager.default.createDirectory(
            atPath: stick, withIntermediateDirectories: true)
        return try Program.run(
            "mount", ["-t", "tmpfs", "-o", "size=8m", "tmpfs", stick], in: folder
        ).status == 0
    }

    private func unmount() {
        _ = try? Program.run("umount", ["-l", stick], in: folder)
        try? FileManager.default.removeItem(atPath: stick)
    }

    private func kiosk(_ arguments: String...) throws -> Program.Run {
        try Program.run(Program.kiosk, arguments + ["--data", "."], in: folder)
    }

    @Test("an export to a stick that is not there makes no folder and counts as none")
    func absent() throws {
        defer { unmount() }
        for format in ["iso", "folder"] {
            let run = try kiosk("export", "day", "-o", "\(stick)/out", "--format", format)
            #expect(run.status == 74 && run.errors.contains("export.unmounted"), "\(run.errors)")
        }
        #expect(!FileAccess.exists(stick) && !FileAccess.exists(folder.file("day.exports")))
        guard try mount() else { return }
        let run = try kiosk("export", "day", "-o", "\(stick)/out.iso")
        #expect(run.status == 0, "\(run.errors)")
        #expect(FileAccess.exists(folder.file("day.exports")))
    }

    @Test(
        "sessions on a medium that cannot be written are exported, older ones too", arguments: 1...7
    )
    func readOnly(version: Int) throws {
        defer { unmount() }
        guard try mount() else { return }
        try OlderSession.take("eve.kiosk", in: folder, backTo: version)
        for name in ["day.kiosk", "eve.kiosk"] {
            try FileManager.default.copyItem(
                atPath: folder.file(name), toPath: "\(stick)/\(name)")
        }
        let mounted = try Program.run("mount", ["-o", "remount,ro", stick], in: folder)
        #expect(mounted.status == 0, "\(mounted.errors)")
        let run = try Program.kiosk(
            "export", "day", "eve", "-o", "out.iso", "--data", stick, in: folder)
        #expect(run.status == 0 && run.output.contains("could not be noted"), "\(run)")
        #expect(try HandOverVerifier.verify(folder.file("out.iso")).problems.isEmpty)
        let shown = try Program.kiosk("sessions", "show", "eve", "--data", stick, in: folder)
        #expect(shown.status == 0 && shown.output.contains("3 "), "\(shown)")
    }

    @Test("where there is no room to bring an older session up to date it is exported all the same")
    func noRoom() throws {
        defer { unmount() }
        guard try mount() else { return }
        try OlderSession.take("eve.kiosk", in: folder, backTo: 6)
        try FileManager.default.copyItem(
            atPath: folder.file("eve.kiosk"), toPath: "\(stick)/eve.kiosk")
        let size = try folder.bytes("eve.kiosk").count / 1_024 + 64
        let full = try Program.run("mount", ["-o", "remount,size=\(size)k", stick], in: folder)
        #expect(full.status == 0, "\(full.errors)")
        let run = try Program.kiosk("export", "eve", "-o", "out.iso", "--data", stick, in: folder)
        #expect(run.status == 0, "\(run)")
        #expect(try HandOverVerifier.verify(folder.file("out.iso")).problems.isEmpty)
    }

    @Test(
        "a stick that cannot be written gets no hand-over, and none is noted",
        arguments: Medium.all.map(\.name))
    func writeProtected(format: String) throws {
        defer { unmount() }
        guard try mount() else { return }
        let mounted = try Program.run("mount", ["-o", "remount,ro", stick], in: folder)
        #expect(mounted.status == 0, "\(mounted.errors)")
        let run = try kiosk("export", "day", "-o", "\(stick)/out", "--format", format)
        #expect(run.status == 77 && run.errors.contains("file.permission"), "\(run)")
        #expect(run.errors.contains("try:"))
        #expect(try FileAccess.names(in: stick).isEmpty)
        #expect(!FileAccess.exists(folder.file("day.exports")))
    }

    @Test(
        "a stick that is pulled out while its last volume is written leaves nothing, and nothing is noted",
        arguments: Medium.all.map(\.name), [1, 2])
    func pulledOut(format: String, volumes: Int) throws {
        defer { unmount() }
        guard try mount() else { return }
        let medium = try #require(Medium.named(format))
        var export = Export(
            sessions: [try SessionName("day"), try SessionName("eve")], files: Stored.files(folder),
            config: KioskConfig())
        if volumes > 1 { export.capacity = 1_200_000 }
        let error = #expect(throws: KioskError.self) {
            try export.write(to: "\(stick)/out\(medium.suffix)", on: medium, replacing: false) {
                progress throws(KioskError) in
                if progress.step != .checking, progress.share > 0.6 { unmount() }
            }
        }
        #expect(error?.code == .exportUnmounted, "\(String(describing: error))")
        #expect(!FileAccess.exists(stick) && !FileAccess.exists(folder.file("day.exports")))
    }

    @Test(
        "on a stick without permissions an output is whole, open to all, and replaces nothing unasked",
        arguments: Stick.Kind.allCases)
    func withoutPermissions(kind: Stick.Kind) throws {
        guard FileAccess.exists("/dev/fuse") else { return }
        let stick = try #require(try Stick(kind, in: folder))
        for format in ["iso", "folder"] {
            let out = "\(stick.path)/out-\(format)"
            let export = { (more: [String]) in
                try Program.run(
                    Program.kiosk,
                    ["export", "day", "-o", out, "--format", format, "--data", "."] + more,
                    in: folder)
            }
            let first = try export([])
            #expect(first.status == 0 && first.output.contains("keeps no permissions"), "\(first)")
            #expect(try HandOverVerifier.verify(out).problems.isEmpty)
            #expect(try export([]).status == 73)
            guard format == "iso" else { continue }
            #expect(try export(["--force"]).status == 0)
            #expect(try HandOverVerifier.verify(out).problems.isEmpty)
        }
        let full = try Program.kiosk(
            "export", "day", "eve", "-o", "\(stick.path)/no/out.iso", "--data", ".", in: folder)
        #expect(full.status == 73, "\(full)")
        #expect(try FileAccess.names(in: stick.path).filter { $0.hasPrefix("kiosk-") }.isEmpty)
    }

    @Test("a counter whose stick is out says so, keeps the day open, and writes when it is in")
    func counter() throws {
        defer { unmount() }
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        try folder.write(
            StudioRecording.settings + "\n[export]\nfolder = \"\(stick)/discs\"\n",
            to: "kiosk.conf")
        let terminal = try PseudoTerminal(
            Program.kiosk,
            [
                "run", "--screen", "none", "--camera", camera.name, "--session", "day", "--data",
                ".", "--config", "kiosk.conf",
            ], in: folder)
        var person = OperatorAtTerminal(terminal)
        try person.sees("Please show your code", then: "e\r")
        try person.sees("the medium is not there", then: "q")
        try person.sees("not been exported", then: "1")
        try person.sees("the medium is not there")
        #expect(!FileAccess.exists(stick))
        guard try mount() else { return terminal.signal(SIGTERM) }
        terminal.type("e\r")
        try person.sees("1 exported, read back and compared")
        terminal.type("q")
        try person.sees("not been exported", then: "1")
        #expect(terminal.wait() == 0, "\(terminal.output.suffix(500))")
        #expect(FileAccess.exists("\(stick)/discs/day.iso"))
    }

    @Test(
        "--only of several sessions names the session, or is refused",
        arguments: [
            ("day:2,eve:3", 0), ("eve:1", 0), ("2", 64), ("day:1,2", 64), ("other:1", 64),
            ("day:9", 66), ("day:", 64), ("day:0", 64), ("", 64), ("day:1,", 64),
        ] as [(String, Int32)])
    func only(text: String, status: Int32) throws {
        let run = try kiosk(
            "export", "day", "eve", "-o", "out", "--format", "folder", "--only", text)
        #expect(run.status == status, "\(run.errors)")
        #expect(FileAccess.exists(folder.file("out")) == (status == 0))
        guard text == "day:2,eve:3" else { return }
        #expect(try TestFolder(at: folder.file("out/PHOTOS")).names().count == 2)
    }

    @Test("of one session a number needs no name, and a session named twice is exported once")
    func one() throws {
        #expect(try kiosk("export", "day", "-o", "a.iso", "--only", "day:1").status == 0)
        let twice = try kiosk("export", "day", "day", "-o", "b.iso", "--only", "1,2")
        #expect(twice.status == 0 && twice.output.contains("2 portraits"), "\(twice.errors)")
    }
}
