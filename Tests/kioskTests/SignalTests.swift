import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

struct SignalTests {
    @Test(
        "SIGINT, SIGTERM and SIGHUP end a counter in order, whatever it is doing", .wholeMachine,
        arguments: [SIGINT, SIGTERM, SIGHUP],
        ["session day", "code read", "Please sit", "stored as number 1"])
    func counter(signal: Int32, moment: String) throws {
        let day = try RecordedDay()
        let arguments = [
            "run", "--auto", "--camera", "studio:3:2000", "--fps", "0", "--session", "day",
            "--data",
            "data",
        ]
        let running = try Program.start(Program.kiosk, arguments, in: day.folder)
        #expect(running.waits(for: moment), "\(running.errors)")
        running.signal(signal)
        let run = try running.wait()
        #expect(run.status == 128 + signal)
        let codes = [SIGINT: "interrupt", SIGTERM: "terminate", SIGHUP: "hangup"]
        #expect(run.errors.contains("stopped.\(codes[signal] ?? "?")"))
        let stored = try RecordedDay.stored(in: day.folder)
        #expect(stored.starts(with: RecordedDay.acknowledged(run.errors)))
    }

    /// A state of an attended sitting, and how people come to it.
    struct Moment: CustomTestStringConvertible, Sendable {
        /// What is shown, and what is done then.
        struct Step: Sendable {
            let sees: String
            var keys = ""
            var view: StudioRecording.View?
        }

        let testDescription: String
        var steps: [Step] = []
        let end: String
        var stored = 0

        private static let welcome = "Please show your code"
        private static let ready = "Good. Please keep still."
        private static let code = [Step(sees: welcome, view: .code(0))]
        private static let pose =
            code + [
                Step(sees: "code read", view: .empty), Step(sees: "Please sit", view: .pose(0)),
            ]
        private static let review = pose + [Step(sees: ready, keys: " ")]
        private static let stored = review + [Step(sees: "[space accept]", keys: " ")]
        private static let done = "stored as number 1"

        static let all = [
            Moment(testDescription: "waiting", end: welcome),
            Moment(
                testDescription: "the card", steps: [Step(sees: welcome, keys: "g")],
                end: "No code yet?"),
            Moment(
                testDescription: "a path", steps: [Step(sees: welcome, keys: "o/media/x")],
                end: "/media/x"),
            Moment(
                testDescription: "several codes", steps: [Step(sees: welcome, view: .codes(0, 1))],
                end: "several codes"),
            Moment(testDescription: "the code", steps: code, end: "code read"),
            Moment(
                testDescription: "half a number",
                steps: code + [Step(sees: "code read", keys: "11010")], end: "*****_"),
            Moment(testDescription: "the pose", steps: pose, end: ready),
            Moment(
                testDescription: "whose turn", steps: pose + [Step(sees: ready, view: .code(1))],
                end: "hose turn"),
            Moment(testDescription: "the review", steps: review, end: "[space accept]"),
            Moment(testDescription: "stored", steps: stored, end: done, stored: 1),
            Moment(
                testDescription: "a code taken before",
                steps: stored + [
                    Step(sees: done, view: .empty), Step(sees: welcome, view: .code(0)),
                ], end: "1  the new one replaces it", stored: 1),
            Moment(
                testDescription: "undo", steps: stored + [Step(sees: done, keys: "u")],
                end: "Withdraw number 1", stored: 1),
            Moment(
                testDescription: "the end of the day",
                steps: stored + [Step(sees: done, keys: "q")], end: "not been exported",
                stored: 1),
        ]
    }

    @Test(
        "SIGTERM in every state ends in order and leaves no half of a sitting", .wholeMachine,
        arguments: Moment.all)
    func everyState(moment: Moment) throws {
        let folder = try TestFolder()
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        try folder.write(StudioRecording.settings, to: Program.settings)
        let arguments = [
            "run", "--screen", "none", "--camera", camera.name, "--session", "day", "--data",
            "data",
        ]
        let terminal = try PseudoTerminal(Program.kiosk, arguments, in: folder)
        var person = OperatorAtTerminal(terminal, camera: camera)
        for step in moment.steps {
            try person.sees(step.sees, then: step.keys, camera: step.view)
        }
        try person.sees(moment.end)
        terminal.signal(SIGTERM)
        #expect(terminal.wait() == 143)
        #expect(terminal.output.contains("stopped.terminate"))
        #expect(terminal.echoes)
        #expect(try RecordedDay.stored(in: folder).count == moment.stored)
    }

    @Test(
        "a counter that waits for its camera can be stopped", arguments: [SIGINT, SIGTERM, SIGHUP])
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
            at: "-e inject=write:signal=\(signal):when=\(write)",
            in: folder)
        #expect(run.status == (signal == "INT" ? 130 : 143), "\(run.errors)")
        #expect(try String(decoding: folder.bytes("a.iso"), as: UTF8.self) == "old")
        #expect(try !folder.names().contains { $0.hasSuffix(".part") })
    }

    @Test(
        "a portrait, a scan and a check that are stopped write nothing",
        arguments: ["portrait", "scan", "check"])
    func pictures(command: String) throws {
        let folder = try TestFolder()
        let photo = Studio(seed: 6).portrait(of: 0).photo
        try folder.write(PNG.encode(photo), to: "a.png")
        try folder.write(StudioRecording.settings, to: Program.settings)
        let arguments = command == "portrait" ? ["a.png", "-o", "b.jpg"] : ["a.png", "a.png"]
        let run = try Self.stopped(
            [command] + arguments, at: "-P a.png -e inject=openat:signal=INT:when=1", in: folder)
        #expect(run.status == 130, "\(run.errors)")
        #expect(try !folder.names().contains { $0.hasPrefix("b.jpg") })
    }

    @Test(
        "a HEIC picture is read where whoever started the program had the ends of children ignored")
    func childrenIgnored() throws {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Studio(seed: 6).portrait(of: 0).photo), to: "a.png")
        let made = try Program.run("heif-enc", ["-o", "a.heic", "a.png"], in: folder)
        try #require(made.status == 0, "\(made.errors)")
        let usual = try Program.run(Program.kiosk, ["check", "a.heic"], in: folder)
        let other = try Program.run(
            "sh", ["-c", "trap '' CHLD; exec \"$0\" check a.heic", Program.kiosk], in: folder)
        #expect(usual.output.contains("a.heic"), "\(usual.errors)")
        #expect(other.output == usual.output && other.status == usual.status, "\(other.errors)")
    }
}
