import Foundation
public import KioskCore

/// What was exported when: lines in `NAME.exports` beside the session, so that an export needs no
/// right to write the session that a counter is working on. It holds sequence numbers only, and where they went.
public struct ExportRecord {
    /// One export: when, to where, and by what it is known again.
    public struct Export: Hashable, Sendable {
        /// When it was begun.
        public let at: ShotTime
        /// The outputs; empty where an earlier version noted none.
        public let paths: [String]
        /// The SHA-256 of each output's list of checksums.
        public let checksums: [String]

        /// An export that was written, read back and compared.
        public init(at: ShotTime, paths: [String] = [], checksums: [String] = []) {
            (self.at, self.paths, self.checksums) = (at, paths, checksums)
        }
    }

    /// One export. `of` is the revision that was read for it; earlier versions noted none, nor where it went, and
    /// listed each number in `sequences`.
    private struct Line: Codable {
        let at: Int64
        let offset: Int?
        let sequences: [Int]?
        let portraits: String?
        let of: SessionRevision?
        let to: [String]?
        let sums: [String]?

        var numbers: [Int] {
            let listed = portraits.flatMap { try? SequenceList(parsing: $0).sequences }
            return listed ?? sequences ?? []
        }
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
        _ sequences: [Int], of revision: SessionRevision?, _ export: Export
    ) throws(KioskError) {
        // Of many outputs, one a student, their folder is enough.
        let sums = export.checksums.count == export.paths.count ? export.checksums : []
        let line = Line(
            at: export.at.unixMilliseconds, offset: export.at.utcOffset, sequences: nil,
            portraits: SequenceList(sequences).text, of: revision, to: export.paths, sums: sums)
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

    /// The exports of a session, oldest first, and how many of its portraits each holds; those of another session of
    /// that name, or of a copy that came further, are none of it.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func exports(of store: SessionStore) throws(KioskError) -> [(
        export: Export, portraits: [Int]
    )] {
        guard let revision = try store.revision() else { return [] }
        return lines(of: revision).map { line, _ in
            let at = ShotTime(unixMilliseconds: line.at, utcOffset: line.offset ?? 0)
            let export = Export(at: at, paths: line.to ?? [], checksums: line.sums ?? [])
            return (export, line.numbers)
        }
    }

    /// At which change each portrait was last exported. A line that a crash cut short counts for nothing, nor does
    /// one of another session of that name, or of one that came further than this: an earlier copy was put back.
    /// What an earlier version noted counts as exported before every change.
    private func lastExports(of revision: SessionRevision) -> [Int: Int] {
        var last: [Int: Int] = [:]
        for (line, change) in lines(of: revision) {
            for sequence in line.numbers { last[sequence] = max(last[sequence] ?? 0, change) }
        }
        return last
    }

    /// The lines that count, each with the change that its session had come to.
    private func lines(of revision: SessionRevision) -> [(line: Line, change: Int)] {
        let bytes = (try? OwnFile.read(path, most: Self.most)) ?? []
        return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
            guard let read = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
                return nil
            }
            let of = read.of ?? SessionRevision(session: revision.session, change: 0)
            guard of.session == revision.session, of.change <= revision.change,
                ShotTime.allMilliseconds.contains(read.at),
                ShotTime.allOffsets.contains(read.offset ?? 0)
            else { return nil }
            return (read, of.change)
        }
    }
}
