import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// The portraits that stand, of those that were asked for, oldest first. Codes and numbers are
    /// found by their keyed hashes, whatever the session's size.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func find(_ wanted: LookUp) throws(KioskError) -> [EarlierPortrait] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                let hash = try Self.keyedHash(database)
                switch wanted {
                case .code(let code):
                    return try Self.earlier(
                        "person.code_lookup = ?", [Data(hash.lookup(code.bytes))], database)
                case .number(let number, let code):
                    return try Self.earlier(
                        "person.id_number_lookup = ? AND person.code_lookup <> ?",
                        [
                            Data(hash.lookup(Array(number.text.utf8))),
                            Data(hash.lookup(code.bytes)),
                        ], database)
                case .last:
                    return try Self.earlier(
                        """
                        portrait.sequence =
                            (SELECT max(sequence) FROM portrait WHERE voided_because IS NULL)
                        """, [], database)
                }
            }
        }
    }

    private static func earlier(_ condition: String, _ values: [Data], _ database: Database) throws
        -> [EarlierPortrait]
    {
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT portrait.sequence, portrait.taken_at_ms, portrait.utc_offset, person.code
                FROM portrait JOIN person ON person.id = portrait.person
                WHERE portrait.voided_because IS NULL AND \(condition) ORDER BY portrait.sequence
                """,
            arguments: StatementArguments(values))
        let today = WallClock.now().local.date
        return try rows.map { row in
            let takenAt = try row.time("taken_at_ms")
            let code = Data.fromDatabaseValue(row["code"]) ?? Data()
            return EarlierPortrait(
                sequence: Int.fromDatabaseValue(row["sequence"]) ?? 0,
                takenAt: takenAt,
                maskedName: CodeFields(parsing: Array(code)).maskedName.map(Mask.name) ?? "",
                isOfAnotherDay: takenAt.local.date != today)
        }
    }
}
