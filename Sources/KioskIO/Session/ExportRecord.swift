import Foundation
public import KioskCore

/// What was exported when: lines in `NAME.exports` beside the session, so that an export needs no
/// right to write the session that a counter is working on. It holds sequence numbers only.
public struct ExportRecord {
    /// One export. `of` is the revision that was read for it; earlier versions noted none.
    private struct Line: Codable {
        let at: Int64
        let sequences: [Int]
        let of: SessionRevision?
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
    /// - Parameter revision: the session's before its portraits were read.
    /// - Throws: `file.foreign`, `file.permission`, `file.write` or `disk.full`.
    public func add(
        _ sequences: [Int], of revision: SessionRevision?, at time: ShotTime
    ) throws(KioskError) {
        let line = Line(at: time.unixMilliseconds, sequences: sequences, of: revision)
        guard var bytes = try? JSONEncoder().encode(line) else { return }
        bytes.append(UInt8(ascii: "\n"))
        let file = try OwnFile.openLines(path)
        defer { close(file) }
        let number = FileAccess.writeAll(bytes, to: file)
        guard number == 0 else { throw KioskError(errno: number, writing: path) }
        guard fsync(file) == 0 else { throw KioskError(errno: errno, writing: path) }
    }

    /// The portraits of a session that stand and are on no disc as they are now.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func missing(of store: SessionStore) throws(KioskError) -> [Int] {
        guard let revision = try store.revision() else { return [] }
        let exported = lastExports(of: revision)
        let changes = try store.lastChanges()
        return try store.standing().filter { sequence in
            guard let known = exported[sequence] else { return true }
            return known < changes[sequence] ?? 0
        }
    }

    /// At which change each portrait was last exported. A line that a crash cut short counts for nothing, nor does
    /// one of another session of that name, or of one that came further than this: an earlier copy was put back.
    /// What an earlier version noted counts as exported before every change.
    private func lastExports(of revision: SessionRevision) -> [Int: Int] {
        let bytes = (try? OwnFile.read(path, most: Self.most)) ?? []
        var last: [Int: Int] = [:]
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
                continue
            }
            let of = read.of ?? SessionRevision(session: revision.session, change: 0)
            guard of.session == revision.session, of.change <= revision.change else { continue }
            for sequence in read.sequences {
                last[sequence] = max(last[sequence] ?? 0, of.change)
            }
        }
        return last
    }
}
