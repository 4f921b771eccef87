import Foundation
public import KioskCore
import KioskIO

/// An X server without a monitor (Xvfb): windows are shown on it, keys pressed, and what stands
/// there looked at.
public final class VirtualScreen {
    private let process = Process()
    private let folder: TestFolder
    /// The display's name, as DISPLAY takes it.
    public let display: String

    /// Starts a server with a screen of that size.
    public init(_ size: Size = ScreenLayout.size) throws {
        folder = try TestFolder()
        let number = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/Xvfb")
        process.arguments = [
            "-displayfd", "1", "-screen", "0", "\(size.width)x\(size.height)x24", "-nolisten",
            "tcp",
        ]
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
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let number = display.dropFirst()
        unlink("/tmp/.X\(number)-lock")
        unlink("/tmp/.X11-unix/X\(number)")
    }

    /// What a program needs to show itself here.
    public var environment: [String: String] {
        ["DISPLAY": display, "SDL_VIDEODRIVER": "x11", "SDL_RENDER_DRIVER": "software"]
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Program.Run {
        try Program.run(program, arguments, in: folder, environment: ["DISPLAY": display])
    }

    /// Waits until a window of that name is there, and gives it the keyboard, as a window manager
    /// would.
    public func focus(_ name: String) throws -> Bool {
        try run("xdotool", ["search", "--sync", "--onlyvisible", "--name", name, "windowfocus"])
            .status == 0
    }

    /// Presses keys by their X names, one after the other.
    public func press(_ keys: String...) throws {
        _ = try run("xdotool", ["key", "--delay", "40"] + keys)
    }

    /// Presses a key and keeps it down.
    public func hold(_ key: String) throws { _ = try run("xdotool", ["keydown", key]) }

    /// Lets a key go.
    public func release(_ key: String) throws { _ = try run("xdotool", ["keyup", key]) }

    /// Types a text.
    public func type(_ text: String) throws {
        _ = try run("xdotool", ["type", "--delay", "40", text])
    }

    /// What stands on the screen.
    public func picture() throws -> Photo {
        let run = try run("import", ["-silent", "-window", "root", "screen.png"])
        guard run.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return try PictureFile.load(folder.file("screen.png"))
    }
}
