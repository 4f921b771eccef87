import GRDB
import KioskCore

extension SessionSchema {
    /// Lets a session of an earlier version be read as one of the newest without a byte of it being written, as where
    /// it lies on a medium that cannot be: temporary views add the columns that it lacks, with the value that the
    /// migration would give them.
    ///
    /// - Parameter database: a connection to it, for reading.
    static func showAsNewest(_ database: Database) throws {
        let newest = try DatabaseQueue()
        try migrator(name: try SessionName("newest")).migrate(newest)
        let tables = try newest.read { newest in
            try String.fetchAll(newest, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
                .map { (name: $0, columns: try columns(of: $0, newest)) }
        }
        for table in tables where !table.name.hasPrefix("sqlite_") {
            let known = Set(try columns(of: table.name, database).map(\.name))
            let new = table.columns.filter { !known.contains($0.name) }
            guard !new.isEmpty else { continue }
            let made =
                elsewhere[table.name].map { "VIEW \(table.name) AS \($0)" }
                ?? "TABLE \(table.name) (\(new.map(\.name).joined(separator: ", ")))"
            try database.execute(
                sql: known.isEmpty
                    ? "CREATE TEMP \(made)"
                    : """
                    CREATE TEMP VIEW \(table.name) AS SELECT *, \(new.map(\.value).joined(separator: ", "))
                    FROM main.\(table.name)
                    """)
        }
    }

    /// Where tables that an older version lacks have their rows there.
    private static let elsewhere = [
        "picture": "SELECT sequence AS portrait, jpeg FROM main.portrait"
    ]

    /// What columns that an older version lacks come to there, where that is more than their default.
    private static let computed = ["byte_count": "length(jpeg)"]

    /// A column of a table of ours.
    private struct Column {
        let name: String
        /// What a row has that was there before it, and its name: `0 AS mount`.
        let value: String
    }

    private static func columns(of table: String, _ database: Database) throws -> [Column] {
        try Row.fetchAll(
            database, sql: "SELECT name, dflt_value FROM pragma_table_info(?)", arguments: [table]
        ).map { row in
            let name: String = try row.value("name")
            let value =
                computed[name] ?? String.fromDatabaseValue(row["dflt_value"]) ?? "NULL"
            return Column(name: name, value: "\(value) AS \(name)")
        }
    }
}
