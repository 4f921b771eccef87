import Foundation
public import KioskCore
import KioskIO

/// An X server without a monitor (Xvfb): windows are shown on it, keys pressed, and what stands
/// there looked at.
public final class VirtualScreen {
    private let server: XServer
    private let folder: TestFolder

    /// Starts a server with a screen of that size.
    public init(_ size: Size = Size(width: 1280, height: 720)) throws {
        folder = try TestFolder()
        server = try XServer(
            "/usr/bin/Xvfb", ["-screen", "0", "\(size.width)x\(size.height)x24"])
    }

    /// The display's name, as DISPLAY takes it.
    public var display: String { server.display }

    /// Ends it, as a crash does.
    public func end() { server.end() }

    /// What a program needs to show itself here.
    public var environment: [String: String] { server.environment }

    private func run(_ program: String, _ arguments: [String]) throws -> Program.Run {
        try server.run(program, arguments, in: folder)
    }

    /// Gives a window of that name the keyboard, as a window manager would; false where there is
    /// none yet.
    public func focus(_ name: String) throws -> Bool {
        try run("xdotool", ["search", "--onlyvisible", "--name", name, "windowfocus", "--sync"])
            .status == 0
    }

    /// A person's pause between two keys, microseconds.
    private static let pause: UInt32 = 160_000

    /// Presses keys by their X names, one after the other, as a person does.
    public func press(_ keys: String...) throws {
        for key in keys {
            usleep(Self.pause)
            _ = try run("xdotool", ["key", key])
        }
    }

    /// Presses keys as a card reader or a scanner does, a few milliseconds apart.
    public func send(_ keys: [String]) throws {
        _ = try run("xdotool", ["key", "--delay", "4"] + keys)
    }

    /// Where a window of that name stands, px.
    public func geometry(_ name: String) throws -> Rect? {
        let run = try run(
            "xdotool", ["search", "--onlyvisible", "--name", name, "getwindowgeometry", "--shell"])
        let values = run.output.split(separator: "\n").reduce(into: [Substring: Int]()) {
            let parts = $1.split(separator: "=")
            if parts.count == 2 { $0[parts[0]] = Int(parts[1]) }
        }
        guard let x = values["X"], let y = values["Y"], let width = values["WIDTH"],
            let height = values["HEIGHT"]
        else { return nil }
        return Rect(x: x, y: y, width: width, height: height)
    }

    /// Presses the mouse's first button in the middle of a place.
    public func click(_ place: Rect) throws {
        usleep(Self.pause)
        let (x, y) = (place.x + place.width / 2, place.y + place.height / 2)
        _ = try run("xdotool", ["mousemove", "\(x)", "\(y)", "click", "1"])
    }

    /// Presses a key and keeps it down.
    public func hold(_ key: String) throws { _ = try run("xdotool", ["keydown", key]) }

    /// Lets a key go.
    public func release(_ key: String) throws { _ = try run("xdotool", ["keyup", key]) }

    /// Types a text.
    public func type(_ text: String) throws {
        usleep(Self.pause)
        _ = try run("xdotool", ["type", "--delay", "40", text])
    }

    /// What stands on the screen.
    public func picture() throws -> Photo {
        let run = try run("import", ["-silent", "-window", "root", "screen.png"])
        guard run.status == 0 else { throw CocoaError(.fileReadUnknown) }
        return try PictureFile.load(folder.file("screen.png"))
    }
}
