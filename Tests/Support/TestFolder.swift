import Foundation

/// A temporary folder of a test's own, gone with the last reference to it.
public final class TestFolder: Sendable {
    /// The folder's path.
    public let path: String
    private let isOwn: Bool

    /// A new, empty folder, or one in another.
    public init(in parent: String? = nil) throws {
        let parent = parent ?? NSTemporaryDirectory()
        isOwn = true
        path = (parent as NSString).appendingPathComponent("kiosk-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    /// A folder of that path, which is another test folder's and goes with it.
    public init(at path: String) throws {
        self.path = path
        isOwn = false
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { if isOwn { try? FileManager.default.removeItem(atPath: path) } }

    /// The path of a file in the folder.
    public func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file in the folder and gives its path.
    @discardableResult
    public func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let url = URL(fileURLWithPath: file(name))
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return file(name)
    }

    /// Writes a text file in the folder and gives its path.
    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        try write(text.utf8, to: name)
    }

    /// A file's bytes.
    public func bytes(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
    }

    /// The names in the folder, sorted.
    public func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
}
