import Foundation
import KioskCore
import KioskIO
import Synchronization

/// Reads a terminal's keys on a thread of its own: a terminal does not say when a key was pressed, so
/// each is read when it comes, whatever the counter is busy with.
final class TerminalKeyboard: Sendable {
    /// What the thread and its owner share.
    private final class Shared: Sendable {
        let strokes = Mutex<[KeyStroke]>([])
        let isOver = Atomic<Bool>(false)
    }

    private let shared = Shared()

    /// How long nothing may come before a lone Esc is taken for what it is, milliseconds.
    private static let turn: Int32 = 25

    /// Begins to read standard input.
    init() {
        let thread = Thread { [shared] in Self.read(into: shared) }
        thread.start()
    }

    deinit { shared.isOver.store(true, ordering: .releasing) }

    /// The keys since the last call.
    func take() -> [KeyStroke] {
        shared.strokes.withLock { strokes in
            defer { strokes = [] }
            return strokes
        }
    }

    private static func read(into shared: Shared) {
        var keys = TerminalKeys()
        var bytes = [UInt8](repeating: 0, count: 4096)
        while !shared.isOver.load(ordering: .acquiring) {
            guard JobControl.isForeground else {
                usleep(100_000)
                continue
            }
            var ready = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
            let count =
                poll(&ready, 1, turn) > 0 ? Glibc.read(STDIN_FILENO, &bytes, bytes.count) : -1
            // The terminal has gone: SIGHUP tells the rest.
            if count == 0 || (count < 0 && ready.revents & Int16(POLLHUP | POLLERR) != 0) { return }
            let now = WallClock.monotonic()
            let new =
                count > 0 ? keys.take(bytes.prefix(count), at: now) : keys.settled(at: now)
            shared.strokes.withLock { $0 += new }
        }
    }
}
