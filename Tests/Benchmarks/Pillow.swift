import Foundation

/// Pillow, Debian's python3-pil, by the two scripts beside this file.
struct Pillow {
    private static let python = "/usr/bin/python3"

    /// nil, after a message, where it cannot be imported.
    init?() {
        let look =
            "import importlib.util, sys; sys.exit(importlib.util.find_spec('PIL') is None)"
        guard (try? Tool(command: [Self.python, "-c", look]).run()) != nil else {
            print("  Pillow cannot be imported (python3-pil): left out")
            return nil
        }
    }

    /// Runs one of the scripts.
    func run(_ script: String, _ arguments: String...) throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent(script).path
        try Tool(command: [Self.python, path] + arguments).run()
    }
}
