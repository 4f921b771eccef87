import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct SignalTests {
    @Test(
        "SIGINT and SIGTERM end a counter in order, whatever it is doing",
        arguments: [SIGINT, SIGTERM],
        ["session day", "code read", "Please sit", "stored as number 1"])
    func counter(signal: Int32, moment: String) throws {
        let day = try RecordedDay()
        let arguments = [
            "run", "--auto", "--camera", "studio:3:20", "--fps", "0", "--session", "day", "--data",
            "data",
        ]
        let running = try Program.start(Program.kiosk, arguments, in: day.folder)
        #expect(running.waits(for: moment), "\(running.errors)")
        running.signal(signal)
        let run = try running.wait()
        #expect(run.status == 128 + signal)
        #expect(run.errors.contains(signal == SIGINT ? "stopped.interrupt" : "stopped.terminate"))
        let stored = try RecordedDay.stored(in: day.folder)
        #expect(stored.starts(with: RecordedDay.acknowledged(run.errors)))
    }

    @Test("a counter that waits for its camera can be stopped", arguments: [SIGINT, SIGTERM])
    func waiting(signal: Int32) throws {
        let folder = try TestFolder()
        let running = try Program.start(
            Program.kiosk, ["run", "--camera", "/dev/kiosk-none", "--wait-camera"], in: folder)
        #expect(running.waits(for: "camera.missing"))
        running.signal(signal)
        #expect(try running.wait().status == 128 + signal)
    }

    /// Runs kiosk and has the signal sent at a system call.
    private static func stopped(
        _ arguments: [String], at call: String, in folder: TestFolder
    ) throws -> Program.Run {
        try Program.run(
            "strace",
            ["-f", "-qq", "-o", "/dev/null"] + call.split(separator: " ").map(String.init)
                + [Program.kiosk] + arguments, in: folder)
    }

    @Test(
        "an export that is stopped leaves nothing behind and the old image as it was",
        arguments: ["INT", "TERM"], [1, 5, 9])
    func export(signal: String, write: Int) throws {
        let folder = try TestFolder()
        try Stored.session("day", 8, in: folder)
        try folder.write("old", to: "a.iso")
        let run = try Self.stopped(
            ["export", "day", "-o", "a.iso", "--force", "--data", "."],
            at: "-P \(folder.file("a.iso.part")) -e inject=write:signal=\(signal):when=\(write)",
            in: folder)
        #expect(run.status == (signal == "INT" ? 130 : 143), "\(run.errors)")
        #expect(try String(decoding: folder.bytes("a.iso"), as: UTF8.self) == "old")
        #expect(try !folder.names().contains("a.iso.part"))
    }

    @Test(
        "a portrait, a scan and a check that are stopped write nothing",
        arguments: ["portrait", "scan", "check"])
    func pictures(command: String) throws {
        let folder = try TestFolder()
        let photo = Studio(seed: 6).portrait(of: 0).photo
        try folder.write(PNG.encode(photo), to: "a.png")
        try folder.write(StudioRecording.settings, to: "kiosk.conf")
        let arguments = command == "portrait" ? ["a.png", "-o", "b.jpg"] : ["a.png", "a.png"]
        let run = try Self.stopped(
            [command] + arguments, at: "-P a.png -e inject=openat:signal=INT:when=1", in: folder)
        #expect(run.status == 130, "\(run.errors)")
        #expect(try !folder.names().contains { $0.hasPrefix("b.jpg") })
    }
}
