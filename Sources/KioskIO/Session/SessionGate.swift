import Foundation
import KioskCore

/// What a session's files have to be before SQLite sees a byte of them.
///
/// SQLite believes what lies beside a database: a journal may name another journal, which is deleted after
/// it was played back, and that name may be any file's; a write-ahead log replaces any page.
enum SessionGate {
    /// Looks at a session's file and at what stands beside it.
    ///
    /// - Throws: `file.foreign` where one of them is no plain file of this user's; `session.foreign` where it is
    ///   no database, or what kiosk never writes is beside it; `file.missing`, `file.permission`, `file.read`.
    static func check(_ path: String) throws(KioskError) {
        try checkHeader(path)
        for suffix in ["-wal", "-shm"] where !OwnFile.isNothing(path + suffix) {
            throw KioskError(.sessionForeign, path + suffix)
        }
        let journal = path + "-journal"
        if !OwnFile.isNothing(journal) { try checkJournal(journal) }
    }

    /// A file begins with the format's name (sqlite.org/fileformat.html, 1.3) and is written by journals; it is
    /// empty where a crash came before its first page.
    private static func checkHeader(_ path: String) throws(KioskError) {
        let file = try OwnFile.open(path, O_RDONLY)
        defer { close(file) }
        let header = bytes(of: file, at: 0, count: 100)
        guard !header.isEmpty else { return }
        guard header.count == 100, header.starts(with: Array("SQLite format 3\0".utf8)),
            header[18] == 1, header[19] == 1
        else { throw KioskError(.sessionForeign, path) }
    }

    /// A journal of ours names no other one: its last eight bytes would be the format's magic number (ibid., 3,
    /// and pager.c's `writeSuperJournal`).
    private static func checkJournal(_ path: String) throws(KioskError) {
        let file: Int32
        do throws(KioskError) {
            file = try OwnFile.open(path, O_RDONLY)
        } catch {
            // A counter at work has just removed it.
            guard error.code != .fileMissing else { return }
            throw error
        }
        defer { close(file) }
        let end = Int(lseek(file, 0, SEEK_END))
        guard bytes(of: file, at: max(0, end - 8), count: 8) != magic else {
            throw KioskError(.sessionForeign, path)
        }
    }

    private static let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]

    private static func bytes(of file: Int32, at place: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, read in
            read = max(0, pread(file, bytes.baseAddress, count, off_t(place)))
        }
    }
}
