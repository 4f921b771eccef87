import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

/// The built program's window on an X server without a monitor, its keys pressed as a keyboard does.
struct WindowTests {
    private let screen: VirtualScreen
    private let folder: TestFolder

    init() throws {
        screen = try VirtualScreen()
        folder = try TestFolder()
        try folder.write(StudioRecording.settings, to: "kiosk.conf")
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

    private func wait(for text: String, of running: Running) {
        while running.isRunning, !log().contains(text) { usleep(20_000) }
    }

    /// Presses a key, as somebody who does not wait for the hint, until the log says something.
    private func press(_ key: String, until text: String, of running: Running) throws {
        while running.isRunning, !log().contains(text) {
            try screen.press(key)
            usleep(200_000)
        }
    }

    /// Stands on a pedal, from its first press that shoots.
    private func hold(
        _ key: String, for seconds: Double, until text: String, count: Int, of running: Running
    ) throws {
        while running.isRunning, log().components(separatedBy: text).count <= count {
            try screen.release(key)
            try screen.hold(key)
            usleep(200_000)
        }
        usleep(UInt32(seconds * 1e6))
        try screen.release(key)
    }

    @Test("a whole attended sitting is driven by the window's keys, with a mistake on the way")
    func sitting() throws {
        let student = Student(seed: 3, index: 0)
        let camera = try StudioCamera(in: folder)
        defer { camera.ends() }
        let running = try start("--camera", camera.name)
        #expect(try screen.focus("kiosk"))
        try camera.shows(.code(0))
        #expect(running.waits(for: "code read"))
        try keep("code")
        try screen.type("11010")
        try screen.press("Escape")
        try screen.type(student.idNumber)
        try screen.press("Return")
        #expect(running.waits(for: "number taken"), "\(running.errors)")
        try camera.shows(.empty)
        wait(for: "\"posing\"", of: running)
        try camera.shows(.pose(0))
        try keep("counter")
        try press("space", until: "\"review\"", of: running)
        try screen.press("r")
        try hold("space", for: 2, until: "\"review\"", count: 2, of: running)
        #expect(!log().contains("\"event\":\"stored\""), "the repeats of a held key accepted")
        try keep("review")
        try screen.press("r")
        try press("space", until: "\"event\":\"stored\"", of: running)
        try keep("stored")
        try camera.shows(.empty)
        try screen.press("q")
        wait(for: "endOfDay", of: running)
        try keep("end")
        try screen.press("2")
        let run = try running.wait()
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("1 stored, 2 retaken"), "\(run.errors)")
        #expect(log().contains("endOfDay"), "the day ended by itself")
        #expect(try RecordedDay.stored(in: folder) == [1])
        #expect(!run.errors.contains(student.idNumber.prefix(14)))
    }

    @Test("SIGTERM ends the window in order")
    func ends() throws {
        let running = try start("--camera", "studio:3:5", "--auto")
        #expect(try screen.focus("kiosk"))
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

    /// KIOSK_SCREEN_SECONDS=60 makes it a minute (make day).
    @Test("the window keeps the camera's rate while every frame is looked at")
    func rate() throws {
        let seconds =
            Double(
                ProcessInfo.processInfo.environment["KIOSK_SCREEN_SECONDS"] ?? "") ?? 5
        let running = try start("--camera", "studio:3:9", "--auto")
        #expect(running.waits(for: "session day"))
        usleep(UInt32(seconds * 1e6))
        running.signal(SIGTERM)
        _ = try running.wait()
        let line = try #require(log().split(separator: "\n").first { $0.contains("\"screen\"") })
        print("window: \(line)")
        let found = try #require(line.firstMatch(of: /"rate":([0-9.]+)/))
        let rate = try #require(Double(found.1))
        #expect(rate > (seconds < 60 ? 15 : 29.5) && rate < 31)
    }
}
