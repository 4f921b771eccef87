import Foundation
import KioskCore

/// The right to write a session: flock(2) on a file beside it, with our process number inside.
///
/// It is free at once after any end of the process, kill -9 included; the file is never removed,
/// because removing it would let two processes lock two files of one name.
struct SessionLock: ~Copyable {
    private let file: Int32

    /// Takes the lock.
    ///
    /// - Throws: `session.held` with the holder's process number, or `file.*`.
    init(besides session: String, name: String) throws(KioskError) {
        let path = session + ".lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw KioskError(errno: errno, creating: path) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let holder = Self.holder(file)
            close(file)
            throw KioskError(.sessionHeld, name, detail: holder)
        }
        Self.sign(file)
        self.file = file
    }

    deinit { close(file) }

    private static func holder(_ file: Int32) -> String {
        var text = [UInt8](repeating: 0, count: 32)
        let count = pread(file, &text, text.count, 0)
        return String(decoding: text.prefix(max(0, count)), as: UTF8.self)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func sign(_ file: Int32) {
        ftruncate(file, 0)
        let text = Array("\(getpid())\n".utf8)
        pwrite(file, text, text.count, 0)
    }
}
