import Foundation
import GRDB
import KioskCore

/// What makes a SQLite file a session, and whether it is whole.
enum SessionFile {
    /// Looks at a file before anything is written to it.
    ///
    /// - Throws: `session.foreign` where it is another program's, `session.newer` where a newer
    ///   kiosk wrote it, `session.damaged` where SQLite's own check finds a fault.
    static func check(_ queue: DatabaseQueue, path: String) throws {
        try queue.read { database in
            let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
            let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
            let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
            // A crash before the first commit leaves an empty file: a session not yet begun.
            if application == 0, tables == 0 { return }
            guard application == SessionSchema.applicationID else {
                throw KioskError(.sessionForeign, path)
            }
            guard version <= SessionSchema.version else { throw KioskError(.sessionNewer, path) }
            let words = try String.fetchOne(database, sql: "PRAGMA quick_check(1)") ?? ""
            guard words == "ok" else { throw KioskError(.sessionDamaged, path) }
        }
    }

    /// Brings the tables up to date; begins a new session.
    static func migrate(_ queue: DatabaseQueue, name: SessionName) throws {
        try SessionSchema.migrator().migrate(queue)
        try queue.write { database in
            guard try Int.fetchOne(database, sql: "SELECT count(*) FROM session") == 0 else {
                return
            }
            try database.execute(
                sql: "INSERT INTO session (id, name, lookup_key) VALUES (1, ?, ?)",
                arguments: ["\(name)", Data(KeyedHash.newKey())])
            try database.execute(sql: "PRAGMA application_id = \(SessionSchema.applicationID)")
            try database.execute(sql: "PRAGMA user_version = \(SessionSchema.version)")
        }
    }
}
