import Foundation
import TestSupport

/// `make bench`: kiosk beside other tools, in one run. Times are medians of runs that take turns,
/// and are told as ratios, since machines differ and are never quiet. `kiosk-bench NAME…` runs
/// parts of it only.
@main
struct Bench {
    static func main() throws {
        let folder = try TestFolder()
        print("kiosk bench, \(date()), \(ProcessInfo.processInfo.activeProcessorCount) cores\n")
        let parts: [(name: String, run: () throws -> Void)] = [
            ("pixels", PixelBench().run),
            ("waiting", WaitingBench(folder: folder).run),
            ("shot", ShotBench(folder: folder).run),
            ("window", SizeWindowBench(folder: folder).run),
            ("checks", ChecksBench().run),
            ("grades", GradesBench().run),
            ("frames", FramesBench().run),
            ("alarms", AlarmsBench().run),
            ("marks", MarksBench().run),
            ("rooms", RoomsBench().run),
            ("enlarged", EnlargedBench().run),
            ("live", LiveBench().compare),
            ("growth", LiveBench().growth),
            ("crop", CropBench().run),
            ("codes", CodesBench(folder: folder).run),
            ("screen", ScreenBench(folder: folder).run),
            ("scaling", ScalingBench(folder: folder).run),
            ("memory", MemoryBench(folder: folder).run),
        ]
        let wanted = CommandLine.arguments.dropFirst()
        // Minutes and gigabytes: only by name.
        if wanted.contains("handover") { try HandOverBench(folder: folder).run() }
        for part in parts where wanted.isEmpty || wanted.contains(part.name) { try part.run() }
    }

    private static func date() -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }
}
