import KioskCore
import KioskIO
import Synchronization

/// Does what takes long while the counter goes on, one job at a time, on a thread of its own.
struct Clerk<Value: Sendable>: Sendable {
    /// What a job came to, or why it came to nothing.
    typealias Outcome = Result<Value, KioskError>
    /// What is to be done; it tells how far it has come, and ends where that throws.
    typealias Job = @Sendable (@escaping HandOverProgress.Report) throws(KioskError) -> Value

    /// What the counter and the clerk's thread know of the job.
    private final class Desk: Sendable {
        private let state = Mutex<(progress: HandOverProgress?, isCancelled: Bool)>((nil, false))

        var progress: HandOverProgress? { state.withLock { $0.progress } }

        func clear() { state.withLock { $0 = (nil, false) } }

        func cancel() { state.withLock { $0.isCancelled = true } }

        func take(_ progress: HandOverProgress) throws(KioskError) {
            let isCancelled = state.withLock {
                $0.progress = progress
                return $0.isCancelled
            }
            if isCancelled { throw KioskError(.exportCancelled) }
        }
    }

    private let desk = Desk()
    private let worker: Worker<Job, Outcome>
    private(set) var isBusy = false

    /// A clerk with nothing to do.
    init() {
        worker = Worker("clerk") { [desk] job in
            Result { () throws(KioskError) in
                try job { progress throws(KioskError) in try desk.take(progress) }
            }
        }
    }

    /// How far the job has come; nil where there is none, or it has said nothing yet.
    var progress: HandOverProgress? { isBusy ? desk.progress : nil }

    /// Begins a job; false where one is under way.
    mutating func begin(_ job: @escaping Job) -> Bool {
        guard !isBusy else { return false }
        isBusy = true
        desk.clear()
        worker.post(job)
        return true
    }

    /// Has the job end where it next tells how far it has come.
    func cancel() { desk.cancel() }

    /// The outcome, once there is one.
    mutating func takeOutcome() -> Outcome? { finish(worker.takeAnswer()) }

    /// Waits for what is being done, at the end of a day.
    mutating func waitForOutcome() -> Outcome? {
        isBusy ? finish(worker.waitForAnswer()) : nil
    }

    /// Lets the thread end.
    func stop() { worker.stop() }

    private mutating func finish(_ outcome: Outcome?) -> Outcome? {
        if outcome != nil { isBusy = false }
        return outcome
    }
}
