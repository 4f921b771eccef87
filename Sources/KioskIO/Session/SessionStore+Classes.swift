import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// Begins a class, or goes on with one that ended; portraits belong to it from now on. The one before ends, and is
    /// forgotten where nothing came of it: it was begun by mistake.
    ///
    /// - Throws: `disk.full`, `file.write` or `session.damaged`.
    public func beginClass(_ name: ClassName, at time: ShotTime) throws(KioskError) {
        try Self.mapping("\(self.name)") {
            try queue.write { database in
                guard try Self.openClass(database)?.name != "\(name)" else { return }
                try Self.endTurn(at: time, database)
                try database.execute(
                    sql: """
                        INSERT INTO class_turn (class, began_at_ms, began_utc_offset)
                        VALUES (?, ?, ?)
                        """,
                    arguments: [
                        try Self.classID("\(name)", database), time.unixMilliseconds,
                        time.utcOffset,
                    ])
            }
        }
    }

    /// Ends the class that is being taken; portraits belong to none from now on.
    ///
    /// - Returns: what it came to; nil where none was being taken.
    /// - Throws: as `beginClass`.
    public func endClass(at time: ShotTime) throws(KioskError) -> ClassSummary? {
        guard var summary = try currentSummary() else { return nil }
        try Self.mapping("\(self.name)") {
            try queue.write { try Self.endTurn(at: time, $0) }
        }
        summary.ended = time
        return summary
    }

    /// The class that is being taken, if any; it outlives the counter.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func currentClass() throws(KioskError) -> ClassName? {
        guard hasBegun else { return nil }
        return try Self.mapping("\(name)") {
            try queue.read { try Self.openClass($0).map { try ClassName($0.name) } }
        }
    }

    /// What the class that is being taken has come to; nil where none is.
    ///
    /// - Throws: as `currentClass`.
    public func currentSummary() throws(KioskError) -> ClassSummary? {
        guard let name = try currentClass() else { return nil }
        return try Self.mapping("\(self.name)") {
            try queue.read { database in
                try Row.fetchOne(
                    database,
                    sql: Self.summaries.replacing(
                        "GROUP BY", with: "WHERE class.name = ? GROUP BY"),
                    arguments: ["\(name)"]
                ).map(Self.summary)
            }
        }
    }

    /// The class that was taken last, this one included.
    ///
    /// - Throws: as `currentClass`.
    public func lastClass() throws(KioskError) -> ClassName? {
        guard hasBegun else { return nil }
        return try Self.mapping("\(name)") {
            let last = try queue.read { database in
                try String.fetchOne(
                    database,
                    sql: """
                        SELECT name FROM class_turn JOIN class ON class.id = class_turn.class
                        ORDER BY class_turn.id DESC LIMIT 1
                        """)
            }
            return try last.map { try ClassName($0) }
        }
    }

    /// Notes that a shot of the class that is being taken could not be made a portrait.
    ///
    /// - Throws: as `beginClass`.
    public func noteRefused() throws(KioskError) {
        try Self.mapping("\(name)") {
            try queue.write { database in
                try database.execute(
                    sql: "UPDATE class_turn SET refused = refused + 1 WHERE ended_at_ms IS NULL")
            }
        }
    }

    /// What each class came to, in the order in which they were first taken.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func classes() throws(KioskError) -> [ClassSummary] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                try Row.fetchAll(database, sql: Self.summaries).map(Self.summary)
            }
        }
    }

    /// Says afterwards which class portraits belong to; nil for none. Portraits that are on a disc are on none as they
    /// are now.
    ///
    /// - Throws: `session.sequence` where there is none of a number that stands; as `beginClass`.
    public func setClass(of sequences: [Int], to name: ClassName?, at time: ShotTime)
        throws(KioskError)
    {
        try Self.mapping("\(self.name)") {
            try queue.write { database in
                let id = try name.map { try Self.classID("\($0)", database) }
                for sequence in sequences {
                    try Self.setClass(of: sequence, to: id, at: time, database)
                }
                try Self.forgetUnused(database)
            }
        }
    }

    /// One that is in the class already is left as it is: on a disc it stands as it is there.
    private static func setClass(
        of sequence: Int, to id: Int64?, at time: ShotTime, _ database: Database
    ) throws {
        let row = try Row.fetchOne(
            database,
            sql: "SELECT class FROM portrait WHERE sequence = ? AND voided_because IS NULL",
            arguments: [sequence])
        guard let row else { throw try notStanding(sequence, database) }
        guard Int64.fromDatabaseValue(row["class"]) != id else { return }
        try database.execute(
            sql: "UPDATE portrait SET class = ? WHERE sequence = ?", arguments: [id, sequence])
        try note(.classCorrected, "", sequence, at: time, database)
    }

    private static let summaries = """
        SELECT class.name, min(turn.began_at_ms) AS began, turn.began_utc_offset AS began_offset,
            max(turn.ended_at_ms) AS ended, turn.ended_utc_offset AS ended_offset,
            max(turn.id NOTNULL AND turn.ended_at_ms IS NULL) AS is_open, total(turn.refused) AS refused,
            (SELECT count(*) FROM portrait WHERE portrait.class = class.id AND voided_because IS NULL)
                AS portraits,
            (SELECT count(DISTINCT ifnull(-person, set_aside.id)) FROM set_aside
                WHERE set_aside.class = class.id AND (person IS NULL OR NOT EXISTS (
                    SELECT 1 FROM portrait WHERE portrait.person = set_aside.person
                    AND voided_because IS NULL))) AS set_aside
        FROM class LEFT JOIN class_turn AS turn ON turn.class = class.id
        GROUP BY class.id ORDER BY class.id
        """

    private static func summary(_ row: Row) throws -> ClassSummary {
        let time = { (column: String, offset: String) throws -> ShotTime? in
            guard let milliseconds = Int64.fromDatabaseValue(row[column]) else { return nil }
            guard ShotTime.allMilliseconds.contains(milliseconds) else {
                throw KioskError(.sessionDamaged, column)
            }
            return ShotTime(
                unixMilliseconds: milliseconds,
                utcOffset: try row.value(offset, in: ShotTime.allOffsets))
        }
        let isOpen = Int.fromDatabaseValue(row["is_open"]) == 1
        return ClassSummary(
            name: try ClassName(try row.value("name")), portraits: try row.value("portraits"),
            setAside: try row.value("set_aside"),
            refused: Int(exactly: try row.value("refused") as Double) ?? 0,
            began: try time("began", "began_offset"),
            ended: isOpen ? nil : try time("ended", "ended_offset"))
    }

    static func openClass(_ database: Database) throws -> (id: Int64, name: String)? {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT class.id, name FROM class_turn JOIN class ON class.id = class_turn.class
                WHERE ended_at_ms IS NULL
                """)
        return try row.map { (try $0.value("id"), try $0.value("name")) }
    }

    private static func classID(_ name: String, _ database: Database) throws -> Int64 {
        let known = try Int64.fetchOne(
            database, sql: "SELECT id FROM class WHERE name = ?", arguments: [name])
        if let known { return known }
        try database.execute(sql: "INSERT INTO class (name) VALUES (?)", arguments: [name])
        return database.lastInsertedRowID
    }

    /// Ends what is being taken.
    private static func endTurn(at time: ShotTime, _ database: Database) throws {
        try database.execute(
            sql: """
                UPDATE class_turn SET ended_at_ms = ?, ended_utc_offset = ? WHERE ended_at_ms IS NULL
                """,
            arguments: [time.unixMilliseconds, time.utcOffset])
        guard database.changesCount == 1 else { return }
        try forgetUnused(database)
    }

    /// Takes out of the lists what nothing came of; what is being taken stays.
    private static func forgetUnused(_ database: Database) throws {
        let isUsed = """
            (SELECT class FROM portrait WHERE class NOTNULL UNION
             SELECT class FROM set_aside WHERE class NOTNULL UNION
             SELECT class FROM class_turn WHERE refused > 0 OR ended_at_ms IS NULL)
            """
        try database.execute(sql: "DELETE FROM class_turn WHERE class NOT IN \(isUsed)")
        try database.execute(
            sql: """
                DELETE FROM class WHERE id NOT IN \(isUsed)
                AND id NOT IN (SELECT class FROM class_turn)
                """)
    }
}
