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

    /// A state of an attended sitting: what the camera sees, and how an operator comes to it.
    struct Moment: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var views: [(StudioRecording.View, Int)] = [(.empty, 250)]
        var steps: [(sees: String, keys: String)] = []
        let end: String
        var stored = 0

        static let code: [(StudioRecording.View, Int)] = [(.empty, 20), (.code(0), 250)]
        static let pose: [(StudioRecording.View, Int)] = [
            (.empty, 20), (.code(0), 40), (.empty, 8), (.pose(0), 120),
        ]
        static let ready = "Good. Please keep still."

        static let all = [
            Moment(testDescription: "waiting", end: "Please show your code"),
            Moment(
                testDescription: "the card", steps: [("Please show your code", "g")],
                end: "No code yet?"),
            Moment(
                testDescription: "a path", steps: [("Please show your code", "o/media/x")],
                end: "/media/x"),
            Moment(
                testDescription: "several codes", views: [(.empty, 20), (.codes(0, 1), 250)],
                end: "several codes"),
            Moment(testDescription: "the code", views: code, end: "code read"),
            Moment(
                testDescription: "half a number", views: code, steps: [("code read", "11010")],
                end: "*****_"),
            Moment(testDescription: "the pose", views: pose, end: ready),
            Moment(
                testDescription: "whose turn", views: pose + [(.code(1), 150)], end: "hose turn"),
            Moment(
                testDescription: "the review", views: pose, steps: [(ready, " ")],
                end: "[space accept]"),
            Moment(
                testDescription: "stored", views: pose + [(.empty, 150)],
                steps: [(ready, " "), ("[space accept]", " ")], end: "stored as number 1",
                stored: 1),
            Moment(
                testDescription: "a code taken before",
                views: pose + [(.empty, 40), (.code(0), 200)],
                steps: [(ready, " "), ("[space accept]", " "), ("stored as number 1", "")],
                end: "[1 ", stored: 1),
            Moment(
                testDescription: "undo", views: pose + [(.empty, 150)],
                steps: [(ready, " "), ("[space accept]", " "), ("stored as number 1", "u")],
                end: "Withdraw number 1", stored: 1),
            Moment(
                testDescription: "the end of the day", views: pose + [(.empty, 150)],
                steps: [(ready, " "), ("[space accept]", " "), ("stored as number 1", "q")],
                end: "have not been exported", stored: 1),
        ]
    }

    @Test(
        "SIGTERM in every state ends in order and leaves no half of a sitting",
        arguments: Moment.all)
    func everyState(moment: Moment) throws {
        let folder = try TestFolder()
        let frames = try StudioRecording.frames(moment.views)
        try folder.write(frames.flatMap(\.self), to: "day.mjpeg")
        try folder.write(StudioRecording.settings, to: "kiosk.conf")
        let arguments = [
            "run", "--screen", "none", "--camera", "day.mjpeg", "--fps", "10", "--session", "day",
            "--data", "data",
        ]
        let terminal = try PseudoTerminal(Program.kiosk, arguments, in: folder)
        var person = OperatorAtTerminal(terminal)
        for step in moment.steps { person.sees(step.sees, then: step.keys) }
        person.sees(moment.end)
        terminal.signal(SIGTERM)
        #expect(terminal.wait() == 143)
        #expect(terminal.output.contains("stopped.terminate"))
        #expect(terminal.echoes)
        #expect(try RecordedDay.stored(in: folder).count == moment.stored)
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
