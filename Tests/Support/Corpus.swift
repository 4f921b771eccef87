import Foundation

/// The pictures beside the checkout, which are not part of it.
public enum Corpus {
    private static let folder = Checkout.file("../shared/corpus").standardized.path

    /// Why tests are left out where the pictures are not there.
    public static let reason = "the pictures are not beside the checkout (../shared/corpus)"

    /// Whether the pictures are there.
    public static var isThere: Bool { FileManager.default.fileExists(atPath: folder) }

    /// The path of a small input that once failed.
    public static func fault(_ name: String) -> String {
        Checkout.file("../shared/faults/\(name)").standardized.path
    }

    /// The path of a file of the corpus.
    public static func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// The lines of a table, each by its column's name.
    public static func table(_ name: String) throws -> [[String: String]] {
        let text = try String(contentsOfFile: path(name), encoding: .utf8)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { line in
            Dictionary(zip(header, line)) { first, _ in first }
        }
    }
}
