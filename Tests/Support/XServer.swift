import Foundation

/// An X server of the tests' own, on the first display number that is free; it ends with its owner.
final class XServer {
    private let process = Process()
    /// The display's name, as DISPLAY takes it.
    let display: String

    /// Starts a server that takes `-displayfd`, and waits until it takes connections.
    init(_ program: String, _ arguments: [String]) throws {
        let number = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        // Without a reset: it begins anew whenever its only client leaves, and turns away who comes just then,
        // as a program does beside the tool that looks for its window.
        process.arguments = ["-displayfd", "1", "-nolisten", "tcp", "-noreset"] + arguments
        process.standardOutput = number
        process.standardError = FileHandle.nullDevice
        try process.run()
        // It writes the number once it takes connections.
        let line = String(decoding: number.fileHandleForReading.availableData, as: UTF8.self)
        display = ":" + line.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    deinit {
        // A child begins with the signals of the thread that started it blocked: it would not end
        // by SIGTERM, and what it leaves is removed here.
        // First what it leaves: after its end the number may be another server's at once.
        let number = display.dropFirst()
        unlink("/tmp/.X\(number)-lock")
        unlink("/tmp/.X11-unix/X\(number)")
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it, as a crash does.
    func end() { kill(process.processIdentifier, SIGKILL) }

    /// What a program needs to show itself here.
    var environment: [String: String] {
        ["DISPLAY": display, "SDL_VIDEODRIVER": "x11", "SDL_RENDER_DRIVER": "software"]
    }

    /// Runs a tool on the display.
    func run(_ program: String, _ arguments: [String], in folder: TestFolder) throws -> Program.Run
    {
        try Program.run(program, arguments, in: folder, environment: ["DISPLAY": display])
    }
}
