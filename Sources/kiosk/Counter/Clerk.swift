import Foundation
import KioskCore
import KioskIO
import Synchronization

/// Writes disc images while the counter goes on, one at a time, on a thread of its own.
final class Clerk: Sendable {
    /// What was written, or why it was not.
    typealias Outcome = Result<Written, KioskError>

    /// A disc image that was written and read back.
    struct Written: Sendable {
        let path: String
        let portraits: Int
    }

    private let isBusy = Atomic<Bool>(false)
    private let outcome = Mutex<Outcome?>(nil)

    /// Begins to write an image of some portraits of a session into the exports' folder; false where
    /// one is being written already.
    func begin(_ export: Export, named name: String, in exports: Station.Exports) -> Bool {
        guard !isBusy.exchange(true, ordering: .acquiringAndReleasing) else { return false }
        let thread = Thread { [self] in
            let result = Self.write(export, name, exports)
            outcome.withLock { $0 = result }
        }
        thread.stackSize = 8 << 20
        thread.start()
        return true
    }

    /// The outcome, once there is one.
    func takeOutcome() -> Outcome? {
        guard let done = outcome.withLock({ $0.take() }) else { return nil }
        isBusy.store(false, ordering: .releasing)
        return done
    }

    /// Waits for what is being written, at the end of a day.
    func waitForOutcome() -> Outcome? {
        while isBusy.load(ordering: .acquiring) {
            if let done = takeOutcome() { return done }
            usleep(2_000)
        }
        return nil
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
