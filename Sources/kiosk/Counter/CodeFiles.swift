import KioskCore
import KioskIO

/// Reads codes in the operator's picture files while the counter goes on: a large one takes seconds.
struct CodeFiles {
    /// The codes in a file, or why it could not be opened.
    typealias Outcome = Result<[CaptureCode], KioskError>

    private let worker = Worker<String, Outcome>("code files") { path in
        Result { () throws(KioskError) in try CodeFile.codes(in: path, CodeReader()) }
    }
    private(set) var isReading = false

    /// Begins to read a file; false where one is being read already.
    mutating func begin(_ path: String) -> Bool {
        guard !isReading else { return false }
        isReading = true
        worker.post(path)
        return true
    }

    /// What was read, once it is there.
    ///
    /// - Parameter waits: whether to wait for it.
    mutating func takeOutcome(waits: Bool) -> Outcome? {
        guard isReading, let outcome = waits ? worker.waitForAnswer() : worker.takeAnswer() else {
            return nil
        }
        isReading = false
        return outcome
    }

    /// Lets the thread end.
    func stop() { worker.stop() }
}
