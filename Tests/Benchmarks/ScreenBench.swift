import Foundation
import KioskCore
import KioskIO
import TestSupport

/// How evenly the windows show the camera's pictures while every frame is looked at: the counter alone, on an X server
/// without a monitor, drawn by the processor, 1920×1080 a view.
struct ScreenBench {
    private let folder: TestFolder
    private static let seconds = 30

    init(folder: TestFolder) { self.folder = folder }

    func run() throws {
        print(
            "window under Xvfb, the studio as a camera of 30 pictures a second, \(Self.seconds) s each"
        )
        try compare(
            "one view of 1280×720", Size(width: 1280, height: 720), views: "operator", aim: "")
        try compare(
            "one view of 1920×1080", Size(width: 1920, height: 1080), views: "operator",
            aim: "30, 0.066 s")
        try compare(
            "two views of 1920×1080", Size(width: 3840, height: 1080), views: "both",
            aim: "20, 0.100 s")
        print("")
    }

    private func compare(_ name: String, _ size: Size, views: String, aim: String) throws {
        let (line, share) = try work(size, views)
        guard let rate = line.firstMatch(of: /"rate":([0-9.]+)/)?.1,
            let longest = line.firstMatch(of: /"longest":([0-9.]+)/)?.1
        else { throw KioskError(.bug, "screen") }
        let aimed = aim.isEmpty ? "" : " (aim: \(aim))"
        let cores = String(format: "%.2f", share)
        print(
            "  \(name): \(rate) pictures a second, longest gap \(longest) s, \(cores) cores\(aimed)"
        )
    }

    /// Works for a while; what the counter logs of its window at the end, and how many cores it used.
    private func work(_ size: Size, _ views: String) throws -> (Substring, Double) {
        let screen = try VirtualScreen(size)
        let name = "screen-\(size.width)-\(views)"
        let arguments = [
            "run", "--screen", "window", "--views", views, "--session", name, "--data", name,
            "--camera", "studio:3:99", "--auto",
        ]
        let running = try Program.start(
            Program.kiosk, arguments, in: folder, environment: screen.environment)
        guard running.waits(for: "session \(name)") else { throw KioskError(.bug, "run") }
        // Until the models are read.
        sleep(4)
        let before = ticks(of: running.id)
        sleep(UInt32(Self.seconds))
        let used = ticks(of: running.id) - before
        running.signal(SIGTERM)
        _ = try running.wait()
        let log = String(decoding: try folder.bytes("\(name)/kiosk.log"), as: UTF8.self)
        guard let line = log.split(separator: "\n").last(where: { $0.contains("\"screen\"") })
        else { throw KioskError(.bug, "screen") }
        return (line, used / Double(sysconf(Int32(_SC_CLK_TCK))) / Double(Self.seconds))
    }

    /// The processor's time of a process, user and system.
    private func ticks(of process: Int32) -> Double {
        let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 12 ? (Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0) : 0
    }
}
