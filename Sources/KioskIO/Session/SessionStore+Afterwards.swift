import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// What can be done to a stored portrait.
    enum Change: String {
        case withdrawn, restored, numberCorrected, classCorrected, reused
    }

    /// Withdraws a portrait: it is kept and recorded, and never exported.
    ///
    /// - Throws: `session.sequence` where there is none of that number that still stands,
    ///   `session.held` where the session is open for reading only, `disk.full`, `file.write`.
    public func void(_ sequence: Int, because reason: String, at time: ShotTime)
        throws(KioskError)
    {
        try Self.mapping("\(name)") {
            try queue.write { try Self.withdraw(sequence, because: reason, at: time, $0) }
        }
    }

    /// What is wrong with a number under which no portrait stands: it was withdrawn, or never was.
    static func notStanding(_ sequence: Int, _ database: Database) throws -> KioskError {
        let isThere = try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM portrait WHERE sequence = ?)",
            arguments: [sequence])
        return KioskError(isThere == true ? .sessionVoided : .sessionSequence, "\(sequence)")
    }

    static func withdraw(
        _ sequence: Int, because reason: String, at time: ShotTime, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                UPDATE portrait SET voided_because = ?
                WHERE sequence = ? AND voided_because IS NULL
                """,
            arguments: [reason, sequence])
        guard database.changesCount == 1 else {
            throw try notStanding(sequence, database)
        }
        try note(.withdrawn, reason, sequence, at: time, database)
    }

    /// Takes the withdrawal of a portrait back: it stands again, and is exported as any other.
    ///
    /// - Throws: `session.sequence` where there is none of that number that was withdrawn, or another replaced it;
    ///   else as `void`.
    public func restore(_ sequence: Int, at time: ShotTime) throws(KioskError) {
        try Self.mapping("\(name)") {
            try queue.write { database in
                try database.execute(
                    sql: """
                        UPDATE portrait SET voided_because = NULL WHERE sequence = ?
                        AND voided_because IS NOT NULL AND voided_because NOT LIKE 'replaced by %'
                        """,
                    arguments: [sequence])
                guard database.changesCount == 1 else {
                    throw KioskError(.sessionSequence, "\(sequence)")
                }
                try Self.note(.restored, "", sequence, at: time, database)
            }
        }
    }

    /// The checks of a portrait that do not pass, the worst first; empty where there is none of that number.
    public func checks(of sequence: Int) throws(KioskError) -> [FoundCheck] {
        try Self.mapping("\(name)") {
            try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT name, verdict FROM portrait_check WHERE portrait = ?",
                    arguments: [sequence])
                let checks = rows.compactMap { row -> FoundCheck? in
                    let text = String.fromDatabaseValue(row["verdict"])
                    let name = String.fromDatabaseValue(row["name"]) ?? ""
                    guard let verdict = text.flatMap(Verdict.init(rawValue:)), verdict != .pass
                    else { return nil }
                    return FoundCheck(name: CheckName(rawValue: name), verdict: verdict)
                }
                return checks.filter { $0.verdict == .fail } + checks.filter { $0.verdict != .fail }
            }
        }
    }

    /// Corrects the ID number of a portrait's person, for all portraits under the same code.
    ///
    /// - Throws: as `void`.
    public func correct(
        _ sequence: Int, number: IDNumber, because reason: String, at time: ShotTime
    ) throws(KioskError) {
        try Self.mapping("\(name)") {
            try queue.write { database in
                let person = try Int64.fetchOne(
                    database, sql: "SELECT person FROM portrait WHERE sequence = ?",
                    arguments: [sequence])
                guard let person else { throw KioskError(.sessionSequence, "\(sequence)") }
                try Self.setNumber(number, of: person, because: reason, at: time, database)
            }
        }
    }

    /// Notes a student who will come back.
    ///
    /// - Returns: how many were set aside and have no portrait yet.
    /// - Throws: `disk.full`, `file.write`.
    public func setAside(_ code: CaptureCode?, at time: ShotTime) throws(KioskError) -> Int {
        try Self.mapping("\(name)") {
            try queue.write { database in
                let person = try code.map {
                    try Self.person(code: $0, database)
                }
                try database.execute(
                    sql: """
                        INSERT INTO set_aside (person, at_ms, utc_offset, class) VALUES (?, ?, ?, ?)
                        """,
                    arguments: [
                        person, time.unixMilliseconds, time.utcOffset,
                        try Self.openClass(database)?.id,
                    ])
            }
        }
        return try studentsSetAside().count
    }

    /// The students who were set aside and have no portrait yet: when, and what the code shows of
    /// the name; empty where they had none. One who was set aside twice is listed once.
    ///
    /// - Throws: `session.damaged`.
    public func studentsSetAside() throws(KioskError) -> [(at: ShotTime, maskedName: String)] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: """
                        SELECT max(set_aside.at_ms) AS at_ms, set_aside.utc_offset, person.code
                        FROM set_aside LEFT JOIN person ON person.id = set_aside.person
                        WHERE person IS NULL OR NOT EXISTS (
                            SELECT 1 FROM portrait WHERE portrait.person = set_aside.person
                            AND voided_because IS NULL)
                        GROUP BY ifnull(-set_aside.person, set_aside.id) ORDER BY at_ms
                        """)
                return try rows.map(Self.setAside)
            }
        }
    }

    private static func setAside(_ row: Row) throws -> (at: ShotTime, maskedName: String) {
        let fields = Data.fromDatabaseValue(row["code"]).map { CodeFields(parsing: Array($0)) }
        return (try row.time("at_ms"), fields?.maskedName.map(Mask.name) ?? "")
    }

    static func note(
        _ change: Change, _ reason: String, _ sequence: Int, at time: ShotTime,
        _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO change (portrait, at_ms, utc_offset, what, because)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, time.unixMilliseconds, time.utcOffset, change.rawValue, reason,
            ])
    }
}
