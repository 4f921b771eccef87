import Foundation

/// A program run to its end with what it took.
public struct MeasuredRun: Sendable {
    /// The exit status; 128 + the signal's number where one ended it.
    public let status: Int32
    /// Both outputs.
    public let said: String
    /// The most memory it held, bytes.
    public let peak: Int

    /// Runs kiosk in a folder, which is its home too; ends it where it hangs.
    public static func kiosk(_ arguments: [String], in folder: TestFolder) throws -> MeasuredRun {
        let said = folder.file(".said-\(UUID().uuidString)")
        defer { unlink(said) }
        let id = try start(
            ["/usr/bin/env", "-C", folder.path, Program.kiosk] + arguments, in: folder, said)
        var (status, usage): (Int32, rusage) = (0, rusage())
        if !Patience.wait(until: { wait4(id, &status, WNOHANG, &usage) != 0 }) {
            kill(id, SIGKILL)
            wait4(id, &status, 0, &usage)
        }
        let signal = status & 0x7F
        return MeasuredRun(
            status: signal == 0 ? status >> 8 & 0xFF : 128 + signal,
            said: String(
                decoding: (try? Data(contentsOf: URL(fileURLWithPath: said))) ?? Data(),
                as: UTF8.self),
            peak: usage.ru_maxrss * 1024)
    }

    private static func start(
        _ words: [String], in folder: TestFolder, _ said: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, said, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        var strings = words.map { strdup($0) } + [nil]
        let settings: [String] = [
            "HOME=\(folder.path)", "LANG=en_GB.UTF-8", "PATH=/usr/bin:/bin",
            "TMPDIR=\(folder.path)",
        ]
        var environment = settings.map { strdup($0) } + [nil]
        defer { for string in strings + environment { free(string) } }
        var id: pid_t = 0
        let result = posix_spawn(&id, words[0], &actions, nil, &strings, &environment)
        guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EIO) }
        return id
    }
}
