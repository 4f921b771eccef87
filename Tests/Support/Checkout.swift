public import Foundation

/// The project's own folder, for tests of the files in it.
public enum Checkout {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder of it.
    public static func file(_ path: String) -> URL { root.appendingPathComponent(path) }
}
