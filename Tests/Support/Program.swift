import Foundation

/// A program run to its end.
public struct Program: Sendable {
    /// What a run came to.
    public struct Run: Sendable {
        /// The exit status; 128 + the signal's number where one ended it.
        public let status: Int32
        /// Standard output.
        public let output: String
        /// Standard error.
        public let errors: String
    }

    /// The built kiosk, which lies beside the test runner.
    public static let kiosk: String = {
        let runner =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return (runner as NSString).deletingLastPathComponent + "/kiosk"
    }()

    /// What the sanitizers of this process were told, for those it starts; nothing in a usual build.
    static let sanitizers = ProcessInfo.processInfo.environment.filter {
        $0.key.hasSuffix("SAN_OPTIONS") || $0.key == "SWIFT_BACKTRACE"
    }

    /// Where the settings of a program that runs in a folder stand in it: the folder is its home.
    public static let settings = ".config/kiosk/kiosk.conf"

    /// Runs kiosk in a folder.
    public static func kiosk(
        _ arguments: String..., in folder: TestFolder, environment: [String: String] = [:],
        input: String = ""
    ) throws -> Run {
        try run(kiosk, arguments, in: folder, environment: environment, input: input)
    }

    /// Runs a program in a folder, in English and with a home of its own, and waits for its end.
    public static func run(
        _ program: String, _ arguments: [String], in folder: TestFolder,
        environment: [String: String] = [:], input: String = ""
    ) throws -> Run {
        let started = try start(
            program, arguments, in: folder, environment: environment, input: input)
        return try started.wait()
    }

    /// Starts a program in a folder.
    public static func start(
        _ program: String, _ arguments: [String], in folder: TestFolder,
        environment: [String: String] = [:], input: String = ""
    ) throws -> Running {
        try Running(program, arguments, folder, environment, input)
    }
}

extension Program {
    /// Whoever started the tests may have signals ignored (nohup, a shell's background); programs that the tests
    /// start are to hear them.
    static let hearSignals: Void = {
        for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] { signal(number, SIG_DFL) }
    }()
}

/// A program at work.
public final class Running {
    private let process = Process()
    private let folder: TestFolder
    private let outputs: (output: String, errors: String)

    init(
        _ program: String, _ arguments: [String], _ folder: TestFolder,
        _ environment: [String: String], _ input: String
    ) throws {
        self.folder = folder
        let id = UUID().uuidString
        outputs = (folder.file(".\(id).out"), folder.file(".\(id).err"))
        try folder.write("", to: ".\(id).out")
        try folder.write("", to: ".\(id).err")
        let typed = try folder.write(input, to: ".\(id).in")
        process.executableURL = URL(fileURLWithPath: Self.found(program))
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        process.environment = [
            "HOME": folder.path, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin:/usr/sbin:/sbin",
            "TMPDIR": folder.path,
        ].merging(Program.sanitizers) { $1 }.merging(environment) { $1 }
        process.standardInput = FileHandle(forReadingAtPath: typed)
        process.standardOutput = FileHandle(forWritingAtPath: outputs.output)
        process.standardError = FileHandle(forWritingAtPath: outputs.errors)
        Program.hearSignals
        try process.run()
    }

    // A test that failed before the program's end must not leave it at work beside the others.
    deinit {
        if process.isRunning { kill(id, SIGKILL) }
    }

    private static func found(_ program: String) -> String {
        guard !program.contains("/") else { return program }
        return ["/usr/bin", "/bin", "/usr/sbin"].map { "\($0)/\(program)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) } ?? program
    }

    /// The process's number.
    public var id: Int32 { process.processIdentifier }

    /// Whether it still works.
    public var isRunning: Bool { process.isRunning }

    /// What it has said on standard error so far.
    public var errors: String {
        (try? String(contentsOfFile: outputs.errors, encoding: .utf8)) ?? ""
    }

    /// Waits until standard error holds a text; false where the program ended without it, or hangs.
    ///
    /// - Parameter start: how many characters it had said already, which do not count.
    public func waits(for text: String, after start: Int = 0) -> Bool {
        waits(until: { errors.dropFirst(start).contains(text) })
    }

    /// Waits until something is so; false where the program ended first, or hangs.
    public func waits(until isSo: () throws -> Bool) rethrows -> Bool {
        // What was so once may not be any more when it is asked for again.
        var wasSo = false
        _ = try Patience.wait {
            wasSo = try isSo()
            return wasSo || !process.isRunning
        }
        return try wasSo || isSo()
    }

    /// Sends a signal.
    public func signal(_ number: Int32) { kill(id, number) }

    /// Waits for its end, which is made where it hangs.
    public func wait() throws -> Program.Run {
        Patience.wait(for: process)
        let status = process.terminationStatus
        let isSignal = process.terminationReason == .uncaughtSignal
        return Program.Run(
            status: isSignal ? 128 + status : status,
            output: String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: outputs.output)), as: UTF8.self),
            errors: String(
                decoding: try Data(contentsOf: URL(fileURLWithPath: outputs.errors)), as: UTF8.self)
        )
    }
}
