import GRDB
import KioskCore
import Synchronization

extension SessionSchema {
    /// Everything that a database has by name, tables and indexes, as it was made.
    struct Shape: Hashable, Sendable {
        private let rows: Set<[String]>

        /// The shape of a database; nothing of its tables is read.
        init(of database: Database) throws {
            let rows = try Row.fetchAll(
                database, sql: "SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master")
            self.rows = Set(
                rows.map { row in row.databaseValues.map { String.fromDatabaseValue($0) ?? "" } })
        }

        /// Whether it is that of a session of a version, to the letter. One that a crash left before its first
        /// table has none, or the list of migrations alone.
        func isOurs(_ version: Int) throws -> Bool {
            guard version > 0 else {
                return try rows.isEmpty || rows.isSubset(of: Self.of(version: 1).rows)
            }
            return try self == Self.of(version: version)
        }

        /// The shape of a session of a version from 1 on, by its migrations in a database in memory.
        private static func of(version: Int) throws -> Shape {
            if let known = known.withLock({ $0[version] }) { return known }
            let queue = try DatabaseQueue()
            let migrator = SessionSchema.migrator(name: try SessionName("shape"))
            try migrator.migrate(queue, upTo: migrator.migrations[version - 1])
            let shape = try queue.read { try Shape(of: $0) }
            known.withLock { $0[version] = shape }
            return shape
        }

        private static let known = Mutex<[Int: Shape]>([:])
    }
}
