import Foundation
import KioskCore

/// The right to write a session: flock(2) on a file beside it, with our process number inside.
///
/// It is free at once after any end of the process, kill -9 included; the file is never removed,
/// because removing it would let two processes lock two files of one name.
struct SessionLock: ~Copyable {
    /// What it is held for.
    enum Purpose {
        /// A day at the counter, or a change: who comes second is refused.
        case writing
        /// Putting a session in order that a crash left, before it is read: who comes second waits.
        case mending
    }

    private let file: Int32
    /// How often, and after how many microseconds each, somebody who mends is waited for: ten seconds.
    private static let (tries, pause): (Int, UInt32) = (500, 20_000)

    /// Takes the lock.
    ///
    /// - Throws: `session.held` with the holder's process number; `file.foreign` or another `file.*`.
    init(besides session: String, name: String, for purpose: Purpose = .writing) throws(KioskError)
    {
        let path = session + ".lock"
        let file = try OwnFile.open(path, O_RDWR | O_CREAT)
        guard Self.take(file) else {
            let holder = Self.holder(file).process
            close(file)
            throw KioskError(.sessionHeld, name, detail: holder)
        }
        Self.sign(file, purpose)
        self.file = file
    }

    /// Takes it as soon as nobody mends; false where a writer holds it.
    private static func take(_ file: Int32) -> Bool {
        for _ in 0..<tries {
            if flock(file, LOCK_EX | LOCK_NB) == 0 { return true }
            let holder = holder(file)
            if let process = pid_t(holder.process), !holder.isMending,
                kill(process, 0) == 0 || errno == EPERM
            {
                return false
            }
            // Somebody mends, or has just taken it and not yet signed over who is dead.
            usleep(pause)
        }
        return false
    }

    // A child that is just being started has the file too until its own program begins: closing alone would leave
    // the lock to it.
    deinit {
        flock(file, LOCK_UN)
        close(file)
    }

    private static func holder(_ file: Int32) -> (process: String, isMending: Bool) {
        var text = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &text, text.count, 0)
        let words = String(decoding: text.prefix(max(0, count)), as: UTF8.self).split(
            whereSeparator: \.isWhitespace)
        return (words.first.map(String.init) ?? "", words.count > 1)
    }

    private static func sign(_ file: Int32, _ purpose: Purpose) {
        ftruncate(file, 0)
        let text = Array("\(getpid())\(purpose == .mending ? " mending" : "")\n".utf8)
        pwrite(file, text, text.count, 0)
    }
}
