import Foundation
import TestSupport

/// `make bench`: kiosk beside other tools, in one run. Times are medians of runs that take turns,
/// and are told as ratios, since machines differ and are never quiet.
@main
struct Bench {
    static func main() throws {
        let folder = try TestFolder()
        print("kiosk bench, \(date()), \(ProcessInfo.processInfo.activeProcessorCount) cores\n")
        try PixelBench().run()
        try ShotBench(folder: folder).run()
        try SizeWindowBench(folder: folder).run()
        try MemoryBench(folder: folder).run()
    }

    private static func date() -> String {
        let formatter = DateFormatter()
        formatter.dateFormat = "yyyy-MM-dd"
        return formatter.string(from: Date())
    }
}
