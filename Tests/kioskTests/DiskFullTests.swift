import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

struct DiskFullTests {
    /// Under such a limit even `--version` ends by a bus error.
    private static let ownFiles: Comment = "the thread sanitizer's own memory is a file"

    /// Runs kiosk where no file may grow over a number of bytes.
    private static func run(_ bytes: Int, _ arguments: [String], in folder: TestFolder) throws
        -> Program.Run
    {
        try Program.run("prlimit", ["--fsize=\(bytes)", Program.kiosk] + arguments, in: folder)
    }

    @Test(
        "a portrait that finds no room leaves nothing behind",
        .withoutThreadSanitizer(Self.ownFiles))
    func portrait() throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Studio(seed: 6).portrait(of: 0).photo), to: "a.png")
        try folder.write(StudioRecording.settings, to: Program.settings)
        let run = try Self.run(30_000, ["portrait", "a.png", "-o", "b.jpg"], in: folder)
        #expect(run.status == 74 && run.errors.contains("code: disk.full"), "\(run.errors)")
        #expect(try !folder.names().contains { $0.hasPrefix("b.jpg") })
    }

    @Test(
        "an image that finds no room leaves nothing behind", .withoutThreadSanitizer(Self.ownFiles),
        arguments: ["iso", "folder"])
    func export(format: String) throws {
        let folder = try TestFolder()
        try Stored.session("day", 2, in: folder)
        let run = try Self.run(
            60_000, ["export", "day", "-o", "out", "--format", format, "--data", "."], in: folder)
        #expect(run.status == 74 && run.errors.contains("code: disk.full"), "\(run.errors)")
        #expect(try !folder.names().contains { $0.hasPrefix("out") })
    }

    @Test(
        "a day alone whose disk fills up stops, says so, and keeps what it acknowledged",
        .withoutThreadSanitizer(Self.ownFiles))
    func day() throws {
        let day = try RecordedDay()
        let run = try Self.run(500_000, RecordedDay.arguments, in: day.folder)
        // SQLite calls a file that may not grow a failed write, and only ENOSPC a full disk.
        #expect(run.status == 74 && run.errors.contains("code: file.write"), "\(run.errors)")
        let acknowledged = RecordedDay.acknowledged(run.errors)
        #expect(!acknowledged.isEmpty && acknowledged.count < 4)
        #expect(try RecordedDay.stored(in: day.folder) == acknowledged)
        let rest = try day.work()
        #expect(rest.status == 0, "with room again the session goes on: \(rest.errors)")
    }

    @Test(
        "a file system that is full to the last block",
        .enabled(if: geteuid() == 0, "only root can mount one"))
    func fileSystem() throws {
        let day = try RecordedDay()
        let full = try TestFolder(at: day.folder.file("data"))
        let mounted = try Program.run(
            "mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", full.path], in: day.folder)
        guard mounted.status == 0 else { return }
        defer { _ = try? Program.run("umount", [full.path], in: day.folder) }
        let run = try day.work()
        #expect(run.status == 74 && run.errors.contains("code: disk.full"), "\(run.errors)")
        #expect(try RecordedDay.stored(in: day.folder) == RecordedDay.acknowledged(run.errors))
        let export = try Program.kiosk(
            "export", "day", "-o", "data/a.iso", "--data", "data", in: day.folder)
        #expect(export.status == 74 && export.errors.contains("code: disk.full"))
        #expect(try !full.names().contains { $0.hasPrefix("a.iso") })
    }
}
