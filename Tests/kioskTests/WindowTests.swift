import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import TestTraits
import Testing

/// The built program's window on an X server without a monitor, its keys pressed as a keyboard does.
@Suite(.wholeMachine)
struct WindowTests {
    private let screen: VirtualScreen
    private let folder: TestFolder

    init() throws {
        screen = try VirtualScreen()
        folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: Program.settings)
    }

    private func start(_ arguments: String...) throws -> Running {
        try Program.start(
            Program.kiosk,
            ["run", "--screen", "window", "--session", "day", "--data", "data"] + arguments,
            in: folder, environment: screen.environment)
    }

    /// Keeps what stands on the screen where KIOSK_SHOTS names a folder for it.
    private func keep(_ name: String) throws {
        guard let path = ProcessInfo.processInfo.environment["KIOSK_SHOTS"] else { return }
        usleep(800_000)
        let jpeg = try JPEGCodec().encode(screen.picture(), quality: 90, subsampling: .half)
        try FileAccess.write(jpeg.bytes, to: "\(path)/\(name).jpg", replacing: true)
    }

    /// What the counter has logged so far.
    private func log() -> String {
        String(decoding: (try? folder.bytes("data/kiosk.log")) ?? [], as: UTF8.self)
    }

    /// How often the counter has logged something so far.
    private func count(_ text: String) -> Int { log().components(separatedBy: text).count - 1 }

    private func wait(for text: String, times: Int = 1, of running: Running) throws {
        let isThere = running.waits { count(text) >= times }
        try #require(isThere, "\(text) is not in the log: \(log().suffix(400))")
    }

    /// Waits for the window and gives it the keyboard.
    private func focus(of running: Running) throws {
        let isThere = try Patience.wait { try !running.isRunning || screen.focus("kiosk") }
        try #require(isThere && running.isRunning, "\(running.errors)")
    }

    /// Presses a key again and again, until the log says something.
    private func press(_ key: String, until text: String, of running: Running) throws {
        let isThere = try running.waits {
            guard !log().contains(text) else { return true }
            try screen.press(key)
            return log().contains(text)
        }
        try #require(isThere, "\(text) is not in the log: \(log().suffix(400))")
    }

    @Test("settings are changed by keys and stand in kiosk.conf with its comments")
    func settings() throws {
        try folder.write("# mine\n[screen]\nmirror = true # as in a mirror\n", to: "my.conf")
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start("--camera", camera.name, "--config", "my.conf")
        try focus(of: running)
        try screen.press("t", "2", "3")
        try keep("settings")
        try screen.press("Return")
        let text = "# mine\n[screen]\nmirror = false # as in a mirror\n\n[sound]\nvolume = 80\n"
        let isThere = try running.waits { try folder.bytes("my.conf") == Array(text.utf8) }
        #expect(isThere, "\(log().suffix(300))")
        try wait(for: "preferencesSaved", of: running)
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
    }

    @Test("before the window a missing camera is waited for, until the operator leaves")
    func noCamera() throws {
        let running = try start("--camera", "/dev/kiosk-none")
        try focus(of: running)
        #expect(running.waits(for: "camera.missing"))
        try screen.press("space", "1", "Escape")
        sleep(2)
        try keep("no-camera")
        #expect(running.isRunning && !running.errors.contains("session day"))
        try screen.press("q")
        #expect(try running.wait().status == 69)
    }

    @Test("a whole attended sitting is driven by the window's keys, with a mistake on the way")
    func sitting() throws {
        let student = Student(seed: 3, index: 0)
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start("--camera", camera.name)
        try focus(of: running)
        try camera.shows(.code(0))
        #expect(running.waits(for: "code read"))
        try keep("code")
        try type(student.idNumber, of: running)
        try camera.shows(.empty)
        try wait(for: "\"posing\"", of: running)
        try camera.shows(.pose(0))
        try keep("counter")
        try shoot(of: running, log: log) { try screen.press("space") }
        try retake(of: running)
        try standOnPedal(of: running)
        try keep("review")
        try retake(of: running)
        try shoot(of: running, log: log) { try screen.press("space") }
        try press("space", until: "\"event\":\"stored\"", of: running)
        try keep("stored")
        try camera.shows(.empty)
        try screen.press("q")
        try wait(for: "endOfDay", of: running)
        try keep("end")
        try screen.press("2")
        let run = try running.wait()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("1 stored, 2 retaken"), "\(run.errors)")
        #expect(log().contains("endOfDay"), "the day ended by itself")
        #expect(try RecordedDay.stored(in: folder) == [1])
        #expect(!run.errors.contains(student.idNumber.prefix(14)))
    }

    /// Types a number after one that was begun wrongly.
    private func type(_ number: String, of running: Running) throws {
        try screen.type("11010")
        try screen.press("Escape")
        try screen.type(number)
        try screen.press("Return")
        #expect(running.waits(for: "number taken"), "\(running.errors)")
    }

    /// Rejects the shot that is under review.
    private func retake(of running: Running) throws {
        let poses = count("\"posing\"")
        try screen.press("r")
        try wait(for: "\"posing\"", times: poses + 1, of: running)
    }

    /// Stands on a pedal from the press that shoots: a keyboard repeats it after two thirds of a
    /// second, 25 times a second.
    private func standOnPedal(of running: Running) throws {
        try shoot(of: running, log: log) {
            try screen.release("space")
            try screen.hold("space")
        }
        usleep(2_000_000)
        try screen.release("space")
        #expect(!log().contains("\"event\":\"stored\""), "the repeats of a held key accepted")
    }

    @Test("the demo plays in two windows, the student's beside the operator's")
    func demo() throws {
        let running = try Program.start(
            Program.kiosk, ["demo", "--screen", "window", "--views", "both", "-o", "demo.iso"],
            in: folder, environment: screen.environment)
        try focus(of: running)
        #expect(running.waits(for: "code read"))
        let half = Rect(x: 0, y: 0, width: 640, height: 720)
        #expect(try screen.geometry("^kiosk$") == half)
        let student = Rect(x: 640, y: 0, width: 640, height: 720)
        #expect(try screen.geometry("kiosk: student") == student)
        running.signal(SIGTERM)
        #expect(try running.wait().status == 143)
        #expect(try !folder.names().contains("demo.iso"))
    }

    @Test("SIGTERM ends the window in order")
    func ends() throws {
        let running = try start("--camera", "studio:3:2000", "--auto", "--fps", "0")
        try focus(of: running)
        #expect(running.waits(for: "code read"))
        running.signal(SIGTERM)
        let run = try running.wait()
        #expect(run.status == 143, "\(run.errors)")
    }

    @Test("without a display the window is refused by name, and the terminal goes on without it")
    func noDisplay() throws {
        try folder.write(try StudioRecording.motionJPEG(students: 1), to: "day.mjpeg")
        let arguments = ["run", "--auto", "--camera", "day.mjpeg", "--fps", "0", "--data", "data"]
        let broken = ["DISPLAY": ":9999"]
        let refused = try Program.run(
            Program.kiosk, arguments + ["--screen", "window"], in: folder, environment: broken)
        #expect(refused.status != 0 && refused.errors.contains("screen.missing"))
        let gone = try Program.run(
            Program.kiosk, arguments, in: folder, environment: broken)
        #expect(gone.status == 0 && gone.errors.contains("stored as number 1"), "\(gone.errors)")
    }
}
