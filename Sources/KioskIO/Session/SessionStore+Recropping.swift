import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// Stores a portrait that was made again of an earlier one's original: the same person, original
    /// and time of the shot; the earlier attempts and one more. The earlier portrait is withdrawn as
    /// replaced, in the same transaction.
    ///
    /// - Parameters:
    ///   - time: now, when it is cropped again.
    ///   - reason: why it is stored should it fail the rule.
    /// - Returns: the new sequence number.
    /// - Throws: `session.sequence` where there is none of that number that still stands,
    ///   `disk.full`, `file.write` or `session.damaged`; nothing of it is stored then.
    public func recrop(
        _ earlier: Int, as portrait: Portrait, at time: ShotTime,
        failedBecause reason: String? = nil
    ) throws(KioskError) -> Int {
        try Self.mapping("\(name)") {
            try queue.write { database in
                var owner = try Self.owner(of: earlier, database)
                owner.failedBecause = reason
                let sequence = try Self.insert(portrait, of: owner, database)
                try Self.copy(.original, of: earlier, to: sequence, database)
                try Self.copy(.attempt, of: earlier, to: sequence, database)
                try Self.addAttempt(portrait.verdict, to: sequence, database)
                try Self.withdraw(
                    earlier, because: "replaced by \(sequence)", at: time, database)
                return sequence
            }
        }
    }

    private static func owner(of sequence: Int, _ database: Database) throws -> Owner {
        let row = try Row.fetchOne(
            database,
            sql: """
                SELECT person, code, number_because, taken_at_ms, utc_offset, class
                FROM portrait JOIN person ON person.id = portrait.person
                WHERE sequence = ? AND voided_because IS NULL
                """,
            arguments: [sequence])
        guard let row else { throw try notStanding(sequence, database) }
        return Owner(
            person: try row.value("person"),
            codeDigest: SHA256.hex(Array(try row.value("code") as Data)),
            because: String.fromDatabaseValue(row["number_because"]),
            failedBecause: nil,
            takenAt: try row.time("taken_at_ms"),
            classID: Int64.fromDatabaseValue(row["class"]))
    }

    /// The attempt after the last: it took no shot, and has the last one's time.
    private static func addAttempt(
        _ verdict: Verdict, to sequence: Int, _ database: Database
    ) throws {
        let last = try Row.fetchOne(
            database,
            sql: """
                SELECT number, seconds FROM attempt WHERE portrait = ? ORDER BY number DESC LIMIT 1
                """,
            arguments: [sequence])
        let attempt = Attempt(
            seconds: try last?.value("seconds") ?? 0, outcome: .recropped, verdict: verdict)
        try insert(attempt, number: (try last?.value("number") ?? 0) + 1, sequence, database)
    }
}
