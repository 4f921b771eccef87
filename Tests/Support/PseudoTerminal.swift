import Foundation
import Synchronization

/// A program at a terminal of its own: what it shows is kept, and keys can be typed.
public final class PseudoTerminal: Sendable {
    private let master: Int32
    private let process: Process
    private let shown = Mutex<[UInt8]>([])
    private let ended = Atomic<Bool>(false)

    /// TIOCSPTLCK and TIOCGPTN (ioctl_tty(2)).
    private static let lock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430
    /// A person's pause between two keys, microseconds.
    private static let pause: UInt32 = 150_000

    /// Starts a program in a folder, its standard streams all at the terminal.
    ///
    /// - Parameter columns: how wide the terminal is; most sentences fit into 200.
    public init(
        _ program: String, _ arguments: [String], in folder: TestFolder,
        environment: [String: String] = [:], columns: UInt16 = 200
    ) throws {
        // posix_openpt and its kin are not in the Glibc module: what they do, by pts(4).
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        var (unlocked, number) = (Int32(0), Int32(0))
        guard master >= 0, ioctl(master, Self.lock, &unlocked) == 0,
            ioctl(master, Self.number, &number) == 0
        else { throw CocoaError(.fileReadUnknown) }
        var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: true)
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = [
            "HOME": folder.path, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
            "TMPDIR": folder.path,
        ].merging(environment) { $1 }
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        try process.run()
        let thread = Thread { [self] in follow() }
        thread.start()
    }

    deinit { close(master) }

    private func follow() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !ended.load(ordering: .acquiring) {
            var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            guard poll(&ready, 1, 50) > 0 else { continue }
            let count = read(master, &buffer, buffer.count)
            guard count > 0 else { return }
            shown.withLock { $0 += buffer.prefix(count) }
        }
    }

    /// The program's process number.
    public var id: Int32 { process.processIdentifier }

    /// Everything shown so far.
    public var output: String { String(decoding: shown.withLock { $0 }, as: UTF8.self) }

    /// Waits until a text is shown that was not shown at the last call's end; false where the
    /// program ended without it, or has not shown it for minutes.
    public func waits(for text: String, after start: Int) -> Bool {
        let patience = Patience()
        while process.isRunning && !patience.isOver {
            if output.dropFirst(start).contains(text) { return true }
            usleep(20_000)
        }
        usleep(100_000)
        return output.dropFirst(start).contains(text)
    }

    /// Sends the program a signal.
    public func signal(_ number: Int32) { kill(id, number) }

    /// Whether the terminal shows what is typed, as it did before the program took it over.
    public var echoes: Bool {
        var settings = termios()
        return tcgetattr(master, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
    }

    /// Sends bytes at once, as a card reader or a paste does.
    public func send(_ text: String) {
        let bytes = Array(text.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// Presses keys one after the other, as a person does. A number of seven digits or more comes at
    /// once, as from a card reader.
    public func type(_ text: String) {
        var rest = text[...]
        while let first = rest.first {
            let digits = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
            let isNumber = digits.count >= 7 && digits.count(where: \.isNumber) >= 5
            let part = isNumber ? String(digits) : String(first)
            send(part)
            rest = rest.dropFirst(part.count)
            usleep(Self.pause)
        }
    }

    /// Waits for the program's end, which is made after minutes of waiting, and gives its status;
    /// 128 + the signal's number where one ended it.
    public func wait() -> Int32 {
        Patience().wait(for: process)
        usleep(100_000)
        ended.store(true, ordering: .releasing)
        let status = process.terminationStatus
        return process.terminationReason == .uncaughtSignal ? 128 + status : status
    }
}
