import Foundation
import KioskCore

/// A Wayland desktop with two displays of 1280×720 (weston, each display a window of a virtual X screen).
public final class WaylandDisplays {
    private let server: XServer
    private let compositor: Running
    private let folder: TestFolder

    /// Starts it, the displays beside each other.
    public init() throws {
        folder = try TestFolder()
        chmod(folder.path, 0o700)
        try folder.write(
            "[core]\nidle-time=0\n[shell]\npanel-position=none\nlocking=false\n", to: "weston.ini")
        server = try XServer("/usr/bin/Xvfb", ["-screen", "0", "2560x720x24"])
        compositor = try Program.start(
            "weston",
            [
                "-c", folder.file("weston.ini"), "--backend=x11-backend.so", "--use-pixman",
                "--output-count=2", "--width=1280", "--height=720", "--socket=displays",
            ], in: folder,
            environment: ["DISPLAY": server.display, "XDG_RUNTIME_DIR": folder.path])
        var found: [String] = []
        let (server, folder) = (server, folder)
        _ = try compositor.waits {
            // Its windows have names that the search does not read.
            let run = try server.run("xdotool", ["search", "--class", ""], in: folder)
            found = try run.output.split(separator: "\n").map(String.init).filter { window in
                try server.run("xdotool", ["getwindowname", window], in: folder).output
                    .contains("Weston")
            }
            let isListening = FileManager.default.fileExists(atPath: folder.file("displays"))
            return found.count == 2 && isListening
        }
        guard found.count == 2 else { throw KioskError(.bug, "weston", detail: compositor.errors) }
        // The keyboard is Weston's before any program opens: what of it comes and goes later it takes from the program and
        // does not always give back.
        let move = ["windowmove", "--sync", found[1], "1280", "0", "mousemove", "4", "4"]
        _ = try server.run("xdotool", move + ["windowfocus", "--sync", found[0]], in: folder)
    }

    deinit { compositor.signal(SIGKILL) }

    /// Ends the compositor, as a crash does.
    public func end() { compositor.signal(SIGKILL) }

    /// What a program needs to show itself here.
    public var environment: [String: String] {
        [
            "XDG_RUNTIME_DIR": folder.path, "WAYLAND_DISPLAY": "displays",
            "SDL_VIDEODRIVER": "wayland", "SDL_RENDER_DRIVER": "software",
        ]
    }

    /// Clicks near the upper left corner of the first display, where there are no buttons: what is clicked on has the
    /// keyboard.
    public func click() throws {
        _ = try server.run("xdotool", ["mousemove", "4", "4", "click", "1"], in: folder)
    }

    /// Presses a key.
    public func press(_ key: String) throws {
        _ = try server.run("xdotool", ["key", key], in: folder)
    }

    /// The colours near the upper left corner of both displays, as `#0F1216`.
    public func corners() throws -> [String] {
        try [4, 1284].map { column in
            let run = try server.run(
                "import", ["-window", "root", "-crop", "1x1+\(column)+4", "-depth", "8", "txt:-"],
                in: folder)
            let colour = run.output.firstRange(of: "#").map { run.output[$0.lowerBound...] } ?? ""
            let found = colour.dropFirst(1).firstRange(of: "#").map { colour[$0.lowerBound...] }
            return String((found ?? colour).prefix(7))
        }
    }
}
