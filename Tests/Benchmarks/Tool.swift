import Foundation

/// Another program, run to its end with nothing between: Foundation's Process looks only now and
/// then whether its program has ended.
struct Tool: Error {
    /// The program's path and arguments.
    let command: [String]

    /// Runs the program.
    ///
    /// - Throws: itself, where the program cannot be started or does not end with status 0.
    func run() throws {
        var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var process: pid_t = 0
        var status: Int32 = 0
        guard posix_spawn(&process, command[0], nil, nil, &arguments, environ) == 0,
            waitpid(process, &status, 0) == process, status == 0
        else { throw self }
    }
}
