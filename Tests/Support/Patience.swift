import Foundation

/// How long a test waits for what has to come: a hang must be a failure, not a run without an end.
public struct Patience {
    private let start = ContinuousClock.now

    /// Only a hang reaches it: no machine is so busy that a step of a test takes half an hour.
    private static let limit = Duration.seconds(1800)

    private var isOver: Bool { start.duration(to: .now) > Self.limit }

    /// Waits until something is so; false where it has not become so.
    public static func wait(until isSo: () throws -> Bool) rethrows -> Bool {
        let patience = Patience()
        while try !isSo() {
            if patience.isOver { return false }
            usleep(10_000)
        }
        return true
    }

    /// Waits for a program's end; kills it when that does not come.
    static func wait(for process: Process) {
        if !wait(until: { !process.isRunning }) { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }
}
