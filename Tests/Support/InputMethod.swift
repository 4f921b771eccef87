import Foundation

/// A Chinese input method (fcitx5 with pinyin) that is switched on, on a virtual screen, with a message
/// bus of its own.
public final class InputMethod {
    private let process = Process()
    private let folder: TestFolder
    private let screen: VirtualScreen
    /// What a program needs to be helped by it.
    public let environment: [String: String]

    private static let profile = """
        [Groups/0]
        Name=Default
        Default Layout=us
        DefaultIM=pinyin

        [Groups/0/Items/0]
        Name=pinyin
        Layout=

        [GroupOrder]
        0=Default
        """

    /// Starts the method for a screen.
    public init(on screen: VirtualScreen) throws {
        self.screen = screen
        folder = try TestFolder()
        try folder.write(Self.profile, to: ".config/fcitx5/profile")
        let address = Pipe()
        let own = [
            "HOME": folder.path, "XDG_RUNTIME_DIR": folder.path, "DISPLAY": screen.display,
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
            "XMODIFIERS": "@im=fcitx",
        ]
        process.executableURL = URL(fileURLWithPath: "/usr/bin/dbus-run-session")
        process.arguments = [
            "--", "sh", "-c", "echo $DBUS_SESSION_BUS_ADDRESS; exec fcitx5 --disable=notifications",
        ]
        process.environment = own
        process.standardOutput = address
        process.standardError = FileHandle.nullDevice
        try process.run()
        let line = String(decoding: address.fileHandleForReading.availableData, as: UTF8.self)
        environment = own.merging([
            "DBUS_SESSION_BUS_ADDRESS": line.trimmingCharacters(in: .whitespacesAndNewlines)
        ]) { $1 }
        // A program that opens its window before the method is there is never helped by it.
        _ = try Patience.wait {
            let answer = try run("fcitx5-remote", [])
            return answer.status == 0 && answer.output.first?.isNumber == true
        }
    }

    deinit {
        // The bus ends with its session's program.
        _ = try? run("pkill", ["-KILL", "-P", "\(process.processIdentifier)"])
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    private func run(_ program: String, _ arguments: [String]) throws -> Program.Run {
        try Program.run(program, arguments, in: folder, environment: environment)
    }

    /// Switches it on; false where it never answers.
    public func isOn() throws -> Bool {
        try Patience.wait {
            _ = try run("fcitx5-remote", ["-o"])
            return try run("fcitx5-remote", ["-n"]).output.hasPrefix("pinyin")
        }
    }

    /// Whether its window with candidates stands on the screen.
    public var showsCandidates: Bool {
        let found = try? run(
            "xdotool", ["search", "--onlyvisible", "--name", "Fcitx5 Input Window"])
        return found?.status == 0
    }

    /// Waits until it does, and types again and again.
    public func waitsForCandidates(typing: () throws -> Void) throws -> Bool {
        try Patience.wait {
            try typing()
            usleep(500_000)
            return showsCandidates
        }
    }
}
