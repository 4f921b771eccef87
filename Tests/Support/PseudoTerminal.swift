import Foundation
import Synchronization

/// A program at a terminal of its own: what it shows is kept, and keys can be typed.
public final class PseudoTerminal: Sendable {
    private let master: Int32
    private let process: Process
    private let shown = Shown()

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
        let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        self.master = master
        var (unlocked, number) = (Int32(0), Int32(0))
        guard master >= 0, ioctl(master, Self.lock, &unlocked) == 0,
            ioctl(master, Self.number, &number) == 0
        else { throw CocoaError(.fileReadUnknown) }
        var size = winsize(ws_row: 50, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        // Then the program alone has the terminal, and its end is the end of what can be read.
        defer { close(slave) }
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = [
            "HOME": folder.path, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin", "TERM": "xterm",
            "TMPDIR": folder.path,
        ].merging(Program.sanitizers) { $1 }.merging(environment) { $1 }
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        process.standardInput = handle
        process.standardOutput = handle
        process.standardError = handle
        Program.hearSignals
        try process.run()
        let thread = Thread { [shown] in shown.follow(master) }
        thread.start()
    }

    // A test that failed before the program's end must not leave it at work beside the others.
    deinit {
        if process.isRunning { kill(id, SIGKILL) }
        process.waitUntilExit()
        shown.waitForEnd()
        close(master)
    }

    /// What the program has shown.
    private final class Shown: Sendable {
        private let bytes = Mutex<[UInt8]>([])
        private let isWhole = Atomic<Bool>(false)

        /// Keeps what comes until nobody is left at the terminal and all of it was read.
        func follow(_ master: Int32) {
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(master, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                bytes.withLock { $0 += buffer.prefix(count) }
            }
            isWhole.store(true, ordering: .releasing)
        }

        var isEnded: Bool { isWhole.load(ordering: .acquiring) }

        func waitForEnd() { _ = Patience.wait { isEnded } }

        var all: [UInt8] { bytes.withLock { $0 } }

        /// Where a text ends that begins at a place or behind it.
        func end(of text: String, after start: Int) -> Int? {
            let data = Data(all)
            return data.range(of: Data(text.utf8), in: min(start, data.count)..<data.count)?
                .upperBound
        }
    }

    /// The program's process number.
    public var id: Int32 { process.processIdentifier }

    /// Everything shown so far.
    public var output: String { String(decoding: shown.all, as: UTF8.self) }

    /// Waits until a text is shown behind a place, counted in bytes, and gives the place where it
    /// ends; nil where the program ended without it, or hangs.
    ///
    /// What is shown next may be there already: a test that is slow to look misses nothing.
    public func waits(for text: String, after start: Int) -> Int? {
        _ = Patience.wait { shown.isEnded || shown.end(of: text, after: start) != nil }
        return shown.end(of: text, after: start)
    }

    /// Waits until something is so of the program; false where it never is.
    public func waits(until isSo: (PseudoTerminal) -> Bool) -> Bool {
        Patience.wait { isSo(self) }
    }

    /// Whether the program still works.
    public var isRunning: Bool { process.isRunning }

    /// Whether the program was stopped, as by Ctrl-Z (proc(5), state T).
    public var isStopped: Bool {
        let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8)
        let state = text?.split(separator: ")").last?.split(separator: " ").first
        return state == "T"
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

    /// Waits for the program's end, which is made where it hangs, and gives its status; 128 + the
    /// signal's number where one ended it.
    public func wait() -> Int32 {
        Patience.wait(for: process)
        shown.waitForEnd()
        let status = process.terminationStatus
        return process.terminationReason == .uncaughtSignal ? 128 + status : status
    }
}
