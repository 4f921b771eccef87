import Foundation
import TestSupport

/// The memory of a whole day, student by student: the peak must not grow after the third.
struct MemoryBench {
    let folder: TestFolder
    private static let students = 8

    func run() throws {
        print("memory: a demo day of \(Self.students) students")
        let running = try Program.start(
            Program.kiosk, ["demo", "--students", "\(Self.students)", "-o", "demo.iso"], in: folder)
        var peaks: [Int] = []
        for student in 1...Self.students where running.waits(for: "stored as number \(student)") {
            peaks.append(peak(of: running.id))
        }
        let end = try running.wait()
        let megabytes = peaks.map { "\($0 / 1024)" }.joined(separator: ", ")
        print("  peak RSS after each student: \(megabytes) MB (status \(end.status))")
        // Two students may be stored between two looks.
        if peaks.count > 3, let last = peaks.last {
            print("  growth after the third: \((last - peaks[2]) / 1024) MB")
        }
    }

    /// VmHWM, kB.
    private func peak(of process: Int32) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") } ?? ""
        return Int(line.filter(\.isNumber)) ?? 0
    }
}

/// VmRSS of this process, kB.
func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return Int(line.filter(\.isNumber)) ?? 0
}
