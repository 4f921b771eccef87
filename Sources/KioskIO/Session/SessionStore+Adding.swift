import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// Stores a portrait with its original, code, checks and attempts in one transaction. When it
    /// returns, all of it is safe on the disk.
    ///
    /// - Returns: the portrait's sequence number.
    /// - Throws: `disk.full`, `file.write` or `session.damaged`; nothing of it is stored then.
    public func add(_ new: NewPortrait) throws(KioskError) -> Int {
        try Self.mapping("\(name)") {
            try queue.write { database in
                let owner = Owner(
                    person: try Self.person(of: new.sitting, at: new.takenAt, database),
                    codeDigest: SHA256.hex(new.sitting.code.bytes),
                    because: Self.reason(new.sitting),
                    failedBecause: new.sitting.failedBecause?.rawValue, takenAt: new.takenAt,
                    classID: try Self.openClass(database)?.id)
                let sequence = try Self.insert(new.portrait, of: owner, database)
                try Self.insert(new.original, sequence, database)
                try Self.insert(new.sitting.attempts, sequence, database)
                if let earlier = new.sitting.replaces {
                    try Self.withdraw(
                        earlier, because: "replaced by \(sequence)", at: new.takenAt, database)
                }
                return sequence
            }
        }
    }

    /// Stores an earlier portrait again, for the code of another programme of the same person; file,
    /// original and checks are the same.
    ///
    /// - Returns: the new sequence number.
    /// - Throws: `session.sequence` where there is no such portrait, and as `add`.
    public func addAgain(_ earlier: Int, for sitting: Sitting, at time: ShotTime)
        throws(KioskError) -> Int
    {
        try Self.mapping("\(name)") {
            try queue.write { database in
                let person = try Self.person(of: sitting, at: time, database)
                let sequence = try Self.copy(earlier, to: person, sitting, database)
                try Self.note(.reused, "portrait \(earlier)", sequence, at: time, database)
                return sequence
            }
        }
    }

    private static func copy(
        _ earlier: Int, to person: Int64, _ sitting: Sitting, _ database: Database
    ) throws -> Int {
        let columns = """
            taken_at_ms, utc_offset, rule, crop_x, crop_y, crop_width, crop_height, byte_count,
            sha256, quality, subsampling, verdict, pixels_sha256, rule_width, rule_height, rule_dpi,
            failed_because, profile_sha256, colour_engine
            """
        try database.execute(
            sql: """
                INSERT INTO portrait (person, code_digest, number_because, class, \(columns))
                SELECT ?, ?, ?, ?, \(columns) FROM portrait
                WHERE sequence = ? AND voided_because IS NULL
                """,
            arguments: [
                person, SHA256.hex(sitting.code.bytes), reason(sitting),
                try openClass(database)?.id, earlier,
            ])
        guard database.changesCount == 1 else {
            throw try notStanding(earlier, database)
        }
        let sequence = Int(database.lastInsertedRowID)
        for table in Copied.allCases { try copy(table, of: earlier, to: sequence, database) }
        return sequence
    }

    /// A table whose rows belong to a portrait, and their columns besides `portrait`.
    enum Copied: String, CaseIterable {
        case original, attempt, picture, thumbnail
        case check = "portrait_check"

        fileprivate var columns: String {
            switch self {
            case .original: "format, width, height, stride, matrix, full_range, mount, bytes"
            case .check: "name, value, unit, low, high, verdict"
            case .attempt: "number, seconds, outcome, verdict"
            case .picture, .thumbnail: "jpeg"
            }
        }
    }

    /// Gives a portrait the same rows of a table as an earlier one has.
    static func copy(
        _ table: Copied, of earlier: Int, to sequence: Int, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO \(table.rawValue) (portrait, \(table.columns))
                SELECT ?, \(table.columns) FROM \(table.rawValue) WHERE portrait = ?
                """,
            arguments: [sequence, earlier])
    }

    /// Why a number that the code does not show was taken.
    private static func reason(_ sitting: Sitting) -> String? {
        guard let overridden = sitting.overridden, overridden.number == sitting.idNumber else {
            return nil
        }
        return overridden.because.rawValue
    }

    /// The row of the person with this code; a number that came later is added to it.
    private static func person(
        of sitting: Sitting, at time: ShotTime, _ database: Database
    ) throws -> Int64 {
        let (code, number) = (sitting.code, sitting.idNumber)
        guard let known = try knownPerson(code, database) else {
            return try newPerson(code: code, number: number, database)
        }
        if let number {
            try setNumber(
                number, of: known, because: reason(sitting) ?? "typed anew", at: time, database)
        }
        return known
    }

    /// The row of the person with this code, of whom nothing new is known.
    static func person(code: CaptureCode, _ database: Database) throws -> Int64 {
        try knownPerson(code, database) ?? newPerson(code: code, number: nil, database)
    }

    private static func knownPerson(_ code: CaptureCode, _ database: Database) throws -> Int64? {
        let lookup = Data(try keyedHash(database).lookup(code.bytes))
        return try Int64.fetchOne(
            database, sql: "SELECT id FROM person WHERE code_lookup = ?", arguments: [lookup])
    }

    /// Gives a person another number. Portraits that stand under the one before are changed by that.
    static func setNumber(
        _ number: IDNumber, of person: Int64, because reason: String, at time: ShotTime,
        _ database: Database
    ) throws {
        let before = try String.fetchOne(
            database, sql: "SELECT id_number FROM person WHERE id = ?", arguments: [person])
        guard before != number.text else { return }
        let lookup = Data(try keyedHash(database).lookup(Array(number.text.utf8)))
        try database.execute(
            sql: "UPDATE person SET id_number = ?, id_number_lookup = ? WHERE id = ?",
            arguments: [number.text, lookup, person])
        let portraits = try Int.fetchAll(
            database, sql: "SELECT sequence FROM portrait WHERE person = ?", arguments: [person])
        for portrait in portraits {
            try note(.numberCorrected, reason, portrait, at: time, database)
        }
    }

    private static func newPerson(
        code: CaptureCode, number: IDNumber?, _ database: Database
    ) throws -> Int64 {
        let hash = try keyedHash(database)
        try database.execute(
            sql: """
                INSERT INTO person (code, code_lookup, code_reader, id_number, id_number_lookup)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                Data(code.bytes), Data(hash.lookup(code.bytes)), code.reader, number?.text,
                number.map { Data(hash.lookup(Array($0.text.utf8))) },
            ])
        return database.lastInsertedRowID
    }

    static func keyedHash(_ database: Database) throws -> KeyedHash {
        let key = try Data.fetchOne(database, sql: "SELECT lookup_key FROM session")
        return KeyedHash(key: Array(key ?? Data()))
    }

    /// Whose a portrait is, and when it was taken.
    struct Owner {
        /// The person's row.
        let person: Int64
        /// SHA-256 of the raw code, 64 lower-case hex digits.
        let codeDigest: String
        /// Why a number that the code does not show was taken.
        let because: String?
        /// Why it is stored all the same, should it fail the rule.
        var failedBecause: String?
        /// When the shot was taken.
        let takenAt: ShotTime
        /// The row of the class it belongs to.
        let classID: Int64?
    }

    /// Adds a portrait's row and its checks; the result is its sequence number.
    static func insert(_ portrait: Portrait, of owner: Owner, _ database: Database) throws -> Int {
        try database.execute(
            sql: """
                INSERT INTO portrait (
                    person, code_digest, number_because, taken_at_ms, utc_offset, rule, crop_x,
                    crop_y, crop_width, crop_height, byte_count, sha256, quality, subsampling, verdict,
                    pixels_sha256, rule_width, rule_height, rule_dpi, failed_because,
                    profile_sha256, colour_engine, class)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                owner.person, owner.codeDigest, owner.because, owner.takenAt.unixMilliseconds,
                owner.takenAt.utcOffset, portrait.rule.name, portrait.crop.x, portrait.crop.y,
                portrait.crop.width, portrait.crop.height, portrait.jpeg.bytes.count,
                SHA256.hex(portrait.jpeg.bytes), portrait.jpeg.quality,
                portrait.jpeg.subsampling.rawValue, portrait.verdict.rawValue,
                portrait.pixelDigest, portrait.rule.size.width, portrait.rule.size.height,
                portrait.rule.dpi, portrait.verdict == .fail ? owner.failedBecause : nil,
                portrait.colours?.profileDigest, portrait.colours?.engine, owner.classID,
            ])
        let sequence = Int(database.lastInsertedRowID)
        try insert(portrait.jpeg, sequence, database)
        try insert(portrait.checks, sequence, database)
        return sequence
    }

    /// Adds a portrait's file and the small picture of it.
    private static func insert(_ jpeg: JPEG, _ sequence: Int, _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO picture (portrait, jpeg) VALUES (?, ?)",
            arguments: [sequence, Data(jpeg.bytes)])
        // No portrait is refused for want of a small one, which can be made later.
        guard let small = try? Thumbnail.of(jpeg.bytes) else { return }
        try database.execute(
            sql: "INSERT INTO thumbnail (portrait, jpeg) VALUES (?, ?)",
            arguments: [sequence, Data(small)])
    }

    private static func insert(_ frame: CapturedFrame, _ sequence: Int, _ database: Database) throws
    {
        let layout = frame.layout
        try database.execute(
            sql: """
                INSERT INTO original (
                    portrait, format, width, height, stride, matrix, full_range, mount, bytes)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, "\(layout.format)", layout.size.width, layout.size.height, layout.stride,
                layout.encoding.matrix.rawValue, layout.encoding.fullRange,
                layout.mount.rawValue, Data(frame.bytes),
            ])
    }

    private static func insert(_ checks: [PortraitCheck], _ sequence: Int, _ database: Database)
        throws
    {
        for check in checks {
            try database.execute(
                sql: """
                    INSERT INTO portrait_check (portrait, name, value, unit, low, high, verdict)
                    VALUES (?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    sequence, check.name.rawValue, check.value, check.unit,
                    check.allowed.lowerBound, check.allowed.upperBound, check.verdict.rawValue,
                ])
        }
    }

    private static func insert(_ attempts: [Attempt], _ sequence: Int, _ database: Database) throws
    {
        for (index, attempt) in attempts.enumerated() {
            try insert(attempt, number: index + 1, sequence, database)
        }
    }

    /// Adds an attempt to a portrait's.
    static func insert(
        _ attempt: Attempt, number: Int, _ sequence: Int, _ database: Database
    ) throws {
        try database.execute(
            sql: """
                INSERT INTO attempt (portrait, number, seconds, outcome, verdict)
                VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [
                sequence, number, attempt.seconds, attempt.outcome.rawValue,
                attempt.verdict?.rawValue,
            ])
    }
}
