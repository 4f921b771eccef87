import KioskCore
import KioskIO

/// Reads codes in the operator's picture files while the counter goes on: a large one takes seconds. Of several that
/// are named in the meantime the last one counts.
struct CodeFiles {
    /// The codes in a file, or why there are none.
    typealias Outcome = Result<[CaptureCode], KioskError>

    private let worker = Worker<String, Outcome>("code files") { path in
        Result { () throws(KioskError) in try CodeFile.codes(in: path, CodeReader()) }
    }
    private var isReading = false
    private var next: String?

    /// Has a file read.
    mutating func read(_ path: String) {
        guard !isReading else { return next = path }
        isReading = true
        worker.post(path)
    }

    /// What was read, once it is there.
    ///
    /// - Parameter waits: whether to wait for it.
    mutating func takeOutcome(waits: Bool) -> Outcome? {
        guard isReading, let outcome = waits ? worker.waitForAnswer() : worker.takeAnswer() else {
            return nil
        }
        isReading = false
        guard let path = next.take() else { return outcome }
        read(path)
        return takeOutcome(waits: waits)
    }

    /// Lets the thread end.
    func stop() { worker.stop() }
}
