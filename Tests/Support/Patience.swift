import Foundation

/// How long a test waits for a program: a hang must be a failure, not a run without an end.
struct Patience {
    private let start = ContinuousClock.now

    /// Longer than any step of a test takes on a busy machine.
    private static let limit = Duration.seconds(120)

    var isOver: Bool { start.duration(to: .now) > Self.limit }

    /// Waits for a program's end; kills it when that does not come.
    func wait(for process: Process) {
        while process.isRunning && !isOver { usleep(5_000) }
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
