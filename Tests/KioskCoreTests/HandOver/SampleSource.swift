@testable import KioskCore

/// Bytes for hand-overs in tests: each picture's are those of its label.
struct SampleSource: HandOverSource {
    /// The ending of originals.
    var suffix = ".jpg"

    func portrait(_ id: PortraitID) -> [UInt8] { Array("portrait \(id)".utf8) }

    func original(_ id: PortraitID) -> (bytes: [UInt8], suffix: String) {
        (Array("original \(id)".utf8), suffix)
    }

    func thumbnail(_ id: PortraitID) -> [UInt8] { Array("thumbnail \(id)".utf8) }

    func workbook(_ table: HandOverTable, at time: ShotTime) -> [UInt8] { table.csv }

    func sha256(_ bytes: [UInt8]) -> String { Sample.sum(bytes) }
}

extension HandOverPlan {
    /// The text of a file that the plan makes; nil where there is none of that path.
    func text(_ path: String) throws -> String? {
        guard let file = files.first(where: { $0.path == path }) else { return nil }
        return String(decoding: try bytes(of: file, from: SampleSource()), as: UTF8.self)
    }

    /// The paths that begin so.
    func paths(_ beginning: String) -> [String] {
        files.map(\.path).filter { $0.hasPrefix(beginning) }
    }
}
