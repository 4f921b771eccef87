import KioskCore
import KioskIO

/// Writes disc images while the counter goes on, one at a time, on a thread of its own.
struct Clerk {
    /// What was written, or why it was not.
    typealias Outcome = Result<Written, KioskError>

    /// A disc image that was written and read back.
    struct Written: Sendable {
        let path: String
        let portraits: Int
    }

    private struct Job: Sendable {
        let export: Export
        let name: String
        let exports: Station.Exports
    }

    private let worker = Worker<Job, Outcome>("clerk") {
        Self.write($0.export, $0.name, $0.exports)
    }
    private var isBusy = false

    /// Begins to write an image of some portraits of a session into the exports' folder; false where
    /// one is being written already.
    mutating func begin(
        _ export: Export, named name: String, in exports: Station.Exports
    ) -> Bool {
        guard !isBusy else { return false }
        isBusy = true
        worker.post(Job(export: export, name: name, exports: exports))
        return true
    }

    /// The outcome, once there is one.
    mutating func takeOutcome() -> Outcome? { finish(worker.takeAnswer()) }

    /// Waits for what is being written, at the end of a day.
    mutating func waitForOutcome() -> Outcome? {
        isBusy ? finish(worker.waitForAnswer()) : nil
    }

    /// Lets the thread end.
    func stop() { worker.stop() }

    private mutating func finish(_ outcome: Outcome?) -> Outcome? {
        if outcome != nil { isBusy = false }
        return outcome
    }

    private static func write(_ export: Export, _ name: String, _ exports: Station.Exports)
        -> Outcome
    {
        do throws(KioskError) {
            try exports.checkMedium()
            try FileAccess.makeFolder(exports.folder)
            let path = free(name, in: exports.folder)
            let portraits = try export.write(to: path, as: .iso, replacing: false).portraits
            return .success(Written(path: path, portraits: portraits))
        } catch {
            return .failure(error)
        }
    }

    /// A name that is not taken: `day.iso`, `day-2.iso`, …
    private static func free(_ name: String, in folder: String) -> String {
        let candidates = ["\(name).iso"] + (2...9_999).map { "\(name)-\($0).iso" }
        let paths = candidates.lazy.map { "\(folder)/\($0)" }
        return paths.first { !FileAccess.exists($0) } ?? "\(folder)/\(name).iso"
    }
}
