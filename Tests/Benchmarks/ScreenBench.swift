import Foundation
import KioskCore
import KioskIO
import TestSupport

/// How evenly the window shows the camera's pictures while every frame is looked at: the counter
/// alone, on an X server without a monitor, drawn by the processor.
struct ScreenBench {
    private let folder: TestFolder
    private static let seconds = 60

    init(folder: TestFolder) { self.folder = folder }

    func run() throws {
        print(
            "window under Xvfb, the studio as a camera of 30 pictures a second, \(Self.seconds) s")
        let line = try work()
        guard let rate = line.firstMatch(of: /"rate":([0-9.]+)/)?.1,
            let longest = line.firstMatch(of: /"longest":([0-9.]+)/)?.1
        else { throw KioskError(.bug, "screen") }
        print("  \(rate) pictures a second (aim: 29.5 or more), longest gap \(longest) s\n")
    }

    /// Works for a while; what the counter logs of its window at the end.
    private func work() throws -> Substring {
        let screen = try VirtualScreen()
        let arguments = [
            "run", "--screen", "window", "--session", "screen", "--data", "screen", "--camera",
            "studio:3:99", "--auto",
        ]
        let running = try Program.start(
            Program.kiosk, arguments, in: folder, environment: screen.environment)
        guard running.waits(for: "session screen") else { throw KioskError(.bug, "run") }
        sleep(UInt32(Self.seconds))
        running.signal(SIGTERM)
        _ = try running.wait()
        let log = String(decoding: try folder.bytes("screen/kiosk.log"), as: UTF8.self)
        guard let line = log.split(separator: "\n").last(where: { $0.contains("\"screen\"") })
        else { throw KioskError(.bug, "screen") }
        return line
    }
}
