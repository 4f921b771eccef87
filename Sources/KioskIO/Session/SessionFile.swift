import Foundation
import GRDB
import KioskCore

/// What makes a SQLite file a session, and whether it is whole.
enum SessionFile {
    /// Looks at a file before anything is written to it.
    ///
    /// - Returns: whether the session has begun; false for an empty file, or one that a crash left
    ///   before the tables were made.
    /// - Throws: `session.foreign` where it is another program's or has other tables, `session.newer` where a newer
    ///   kiosk wrote it, `session.damaged` where SQLite's own check finds a fault.
    static func check(_ queue: DatabaseQueue, path: String, forWriting: Bool = false) throws -> Bool
    {
        try queue.read { database in
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            if application == 0, tables == 0 { return false }
            guard application == SessionSchema.applicationID else {
                throw KioskError(.sessionForeign, path)
            }
            guard version <= SessionSchema.version else { throw KioskError(.sessionNewer, path) }
            guard try SessionSchema.Shape(of: database).isOurs(version) else {
                throw KioskError(.sessionForeign, path)
            }
            guard try forWriting && hasFreePages(database) ? isWhole(database) : isSound(database)
            else { throw KioskError(.sessionDamaged, path) }
            return version > 0
        }
    }

    /// Tables whose rows are too many or too large to be read at each start: pictures have checksums of their own.
    private static let large: Set = [
        "picture", "thumbnail", "original", "portrait_check", "attempt",
    ]

    /// Whether the next row may take a page that was freed: one that is in use by a fault would be overwritten. Nothing is
    /// deleted from a session; only what brought an older one up to date has freed any.
    private static func hasFreePages(_ database: Database) throws -> Bool {
        try Int.fetchOne(database, sql: "PRAGMA freelist_count") ?? 0 > 0
    }

    /// Whether SQLite finds no fault in all of the file.
    private static func isWhole(_ database: Database) throws -> Bool {
        try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok"
    }

    /// Whether SQLite finds no fault: in the tables that say whose what is everywhere, in the large ones on the way to
    /// where the next row will stand.
    private static func isSound(_ database: Database) throws -> Bool {
        let tables = try String.fetchAll(
            database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
        for table in tables {
            guard !large.contains(table) else {
                _ = try Row.fetchOne(
                    database, sql: "SELECT rowid FROM \(table) ORDER BY rowid DESC LIMIT 1")
                continue
            }
            let words = try String.fetchOne(database, sql: "PRAGMA quick_check('\(table)')")
            guard words == "ok" else { return false }
        }
        return true
    }

    /// Brings the tables up to date; begins a new session. The file says whose it is before there
    /// is anything in it, and that it has begun in the transaction that makes the tables, so a
    /// crash in between leaves a session that can still be begun.
    static func migrate(_ queue: DatabaseQueue, name: SessionName) throws {
        try queue.write { database in
            try database.execute(sql: "PRAGMA application_id = \(SessionSchema.applicationID)")
        }
        try SessionSchema.migrator(name: name).migrate(queue)
    }
}
