import Foundation
public import KioskCore

/// What was exported when: lines in `NAME.exports` beside the session, so that an export needs no
/// right to write the session that a counter is working on. It holds sequence numbers only.
public struct ExportRecord {
    private struct Line: Codable {
        let at: Int64
        let sequences: [Int]
    }

    private let path: String
    /// More than a year of exports: a longer one is none of ours.
    private static let most = 16 << 20

    /// The record of a session.
    public init(of name: SessionName, in files: SessionFiles) {
        path = files.folder + "/\(name).exports"
    }

    /// Notes that these portraits are on a verified disc image or in a verified folder; a disc is
    /// no worse for a record that could not be written, but then it is asked about again.
    ///
    /// - Throws: `file.foreign`, `file.permission`, `file.write` or `disk.full`.
    public func add(_ sequences: [Int], at time: ShotTime) throws(KioskError) {
        let line = Line(at: time.unixMilliseconds, sequences: sequences)
        guard var bytes = try? JSONEncoder().encode(line) else { return }
        bytes.append(UInt8(ascii: "\n"))
        let file = try OwnFile.open(path, O_WRONLY | O_CREAT | O_APPEND)
        defer { close(file) }
        guard FileAccess.writeAll(bytes, to: file) == 0, fsync(file) == 0 else {
            throw KioskError(errno: errno, writing: path)
        }
    }

    /// The portraits of a session that stand and are on no disc as they are now.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func missing(of store: SessionStore) throws(KioskError) -> [Int] {
        let exported = lastExports()
        let changes = try store.lastChanges()
        return try store.standing().filter { sequence in
            guard let at = exported[sequence] else { return true }
            return at < changes[sequence] ?? .min
        }
    }

    /// When each portrait was last exported. A line that a crash cut short counts for nothing.
    private func lastExports() -> [Int: Int64] {
        let bytes = (try? OwnFile.read(path, most: Self.most)) ?? []
        var last: [Int: Int64] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
                continue
            }
            for sequence in read.sequences {
                last[sequence] = max(last[sequence] ?? .min, read.at)
            }
        }
        return last
    }
}
