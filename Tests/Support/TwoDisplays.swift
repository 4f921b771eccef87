import Foundation
import KioskCore

/// An X server with two displays of 1280×720 beside each other that are no glass (Xorg's dummy driver): the second can
/// be plugged out and in.
public final class TwoDisplays {
    private let server: XServer
    private let folder: TestFolder

    /// Whether such a server can be started here.
    public static var isPossible: Bool {
        let files = [
            "/usr/lib/xorg/Xorg", "/usr/lib/xorg/modules/drivers/dummy_drv.so", "/usr/bin/xrandr",
        ]
        return geteuid() == 0 && files.allSatisfy(FileManager.default.fileExists)
    }

    /// Starts the server, both displays on.
    public init() throws {
        folder = try TestFolder()
        try folder.write(Self.configuration, to: "xorg.conf")
        server = try XServer(
            "/usr/lib/xorg/Xorg",
            ["-config", folder.file("xorg.conf"), "-logfile", folder.file("xorg.log")])
        try change("--addmode", "DUMMY1", "1280x720")
        try plugIn()
    }

    /// What a program needs to show itself here.
    public var environment: [String: String] { server.environment }

    /// Plugs the second display in, at the right of the first.
    public func plugIn() throws {
        try change("--output", "DUMMY1", "--mode", "1280x720", "--right-of", "DUMMY0")
    }

    /// Plugs it out.
    public func plugOut() throws { try change("--output", "DUMMY1", "--off") }

    /// The columns at which the windows of these names begin; none where there is no such window.
    public func columns(_ names: String...) throws -> [Int] {
        try names.flatMap { name in
            let run = try run(
                "xdotool",
                ["search", "--onlyvisible", "--name", name, "getwindowgeometry", "--shell"])
            return run.output.split(separator: "\n").filter { $0.hasPrefix("X=") }.compactMap {
                Int($0.dropFirst(2))
            }
        }
    }

    /// Presses a key, wherever the keyboard is.
    public func press(_ key: String) throws { _ = try run("xdotool", ["key", key]) }

    private func run(_ program: String, _ arguments: [String]) throws -> Program.Run {
        try server.run(program, arguments, in: folder)
    }

    /// Runs what has to work.
    private func change(_ arguments: String...) throws {
        let run = try run("xrandr", arguments)
        if run.status != 0 { throw KioskError(.bug, "xrandr", detail: run.errors) }
        // A list of what is there has the server look; until then it says what was there before.
        _ = try self.run("xrandr", [])
    }

    private static let configuration = """
        Section "Device"
            Identifier "device"
            Driver "dummy"
            VideoRam 256000
        EndSection
        Section "Monitor"
            Identifier "monitor"
            HorizSync 5.0-1000.0
            VertRefresh 5.0-200.0
            Modeline "1280x720" 74.48 1280 1336 1472 1664 720 721 724 746
        EndSection
        Section "Screen"
            Identifier "screen"
            Device "device"
            Monitor "monitor"
            DefaultDepth 24
            SubSection "Display"
                Depth 24
                Modes "1280x720"
            EndSubSection
        EndSection
        """
}
