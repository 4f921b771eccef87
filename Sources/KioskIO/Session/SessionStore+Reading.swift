import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// Every portrait in the order of storing, withdrawn ones included, without their pictures.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func portraits() throws(KioskError) -> [StoredPortrait] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                try Array(Row.fetchCursor(database, sql: Self.selection).map(Self.portrait))
            }
        }
    }

    /// By what a person's portraits are found.
    public enum Key: Hashable, Sendable {
        /// The code, as it was read.
        case code(CaptureCode)
        /// The ID number.
        case number(IDNumber)
    }

    /// A person's portraits, withdrawn ones included, in the order of storing; found by keyed hashes, whatever the
    /// session's size.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func portraits(under key: Key) throws(KioskError) -> [StoredPortrait] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                let hash = try Self.keyedHash(database)
                let (column, bytes) =
                    switch key {
                    case .code(let code): ("code_lookup", code.bytes)
                    case .number(let number): ("id_number_lookup", Array(number.text.utf8))
                    }
                return try Row.fetchAll(
                    database,
                    sql: Self.selection.replacing(
                        "ORDER BY", with: "WHERE person.\(column) = ? ORDER BY"),
                    arguments: [Data(hash.lookup(bytes))]
                ).map(Self.portrait)
            }
        }
    }

    /// How many portraits there are, withdrawn ones included.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func count() throws(KioskError) -> Int {
        guard hasBegun else { return 0 }
        return try Self.mapping("\(name)") {
            try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM portrait") ?? 0 }
        }
    }

    /// The sequence numbers of the portraits that stand, in order; quick in a long session too.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func standing() throws(KioskError) -> [Int] {
        try standing(where: "1", [])
    }

    private func standing(where condition: String, _ values: StatementArguments)
        throws(KioskError) -> [Int]
    {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                try Int.fetchAll(
                    database,
                    sql: """
                        SELECT sequence FROM portrait
                        WHERE voided_because IS NULL AND \(condition) ORDER BY 1
                        """,
                    arguments: values)
            }
        }
    }

    /// The sequence numbers of the portraits that stand though they fail the rule, in order.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func failedSequences() throws(KioskError) -> [Int] {
        try standing(where: "verdict = ?", [Verdict.fail.rawValue])
    }

    /// The portraits that stand though they fail the rule, in order.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func failed() throws(KioskError) -> [StoredPortrait] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                try Row.fetchAll(
                    database,
                    sql: Self.selection.replacing(
                        "ORDER BY", with: "WHERE verdict = ? AND voided_because IS NULL ORDER BY"),
                    arguments: [Verdict.fail.rawValue]
                ).map(Self.portrait)
            }
        }
    }

    /// A portrait's file.
    ///
    /// - Throws: `session.sequence` where there is none of that number, `session.damaged`.
    public func jpeg(_ sequence: Int) throws(KioskError) -> [UInt8] {
        guard let bytes = try picture("SELECT jpeg FROM picture WHERE portrait = ?", sequence)
        else { throw KioskError(.sessionSequence, "\(sequence)") }
        return bytes
    }

    /// A picture by its portrait's number. Statements are kept and no transaction is made for one row of one table: a
    /// hand-over asks for tens of thousands.
    private func picture(_ sql: StaticString, _ sequence: Int) throws(KioskError) -> [UInt8]? {
        try Self.mapping("\(name)") {
            try queue.unsafeRead { database in
                let statement = try database.cachedStatement(sql: "\(sql)")
                return try Data.fetchOne(statement, arguments: [sequence]).map { Array($0) }
            }
        }
    }

    /// A portrait's small picture, a JPEG of a few kilobytes; made now where the session has none.
    ///
    /// - Throws: as `jpeg`; `session.damaged` where the portrait's file is no whole picture.
    public func thumbnail(_ sequence: Int) throws(KioskError) -> [UInt8] {
        if let known = try picture("SELECT jpeg FROM thumbnail WHERE portrait = ?", sequence) {
            return known
        }
        let bytes = try jpeg(sequence)
        do throws(KioskError) {
            return try Thumbnail.of(bytes)
        } catch {
            throw KioskError(.sessionDamaged, "\(name)", detail: "portrait \(sequence)")
        }
    }

    /// The frame a portrait was made of, exactly as the camera delivered it.
    ///
    /// - Throws: `session.sequence` where there is none of that number, `session.damaged`.
    public func original(_ sequence: Int) throws(KioskError) -> CapturedFrame {
        try Self.mapping("\(name)") {
            let row = try queue.read { database in
                try Row.fetchOne(
                    database,
                    sql: """
                        SELECT format, width, height, stride, matrix, full_range, mount, bytes
                        FROM original WHERE portrait = ?
                        """,
                    arguments: [sequence])
            }
            guard let row else { throw KioskError(.sessionSequence, "\(sequence)") }
            return try Self.frame(row)
        }
    }

    private static let selection = """
        SELECT portrait.sequence, person.code, person.id_number,
            portrait.taken_at_ms, portrait.utc_offset, portrait.byte_count, class.name AS class_name,
            portrait.quality, portrait.sha256, portrait.verdict, portrait.voided_because,
            portrait.failed_because,
            (SELECT count(*) FROM attempt WHERE attempt.portrait = portrait.sequence) AS attempts
        FROM portrait JOIN person ON person.id = portrait.person
            LEFT JOIN class ON class.id = portrait.class
        ORDER BY portrait.sequence
        """

    private static func portrait(_ row: Row) throws -> StoredPortrait {
        let code = Array(try row.value("code") as Data)
        let number = String.fromDatabaseValue(row["id_number"])
        guard let verdict = Verdict(rawValue: try row.value("verdict")) else {
            throw KioskError(.sessionDamaged, "verdict")
        }
        return StoredPortrait(
            sequence: try row.value("sequence"), code: code,
            codeDigest: SHA256.hex(code), fields: CodeFields(parsing: code),
            idNumber: number.flatMap { IDNumber($0) }, takenAt: try row.time("taken_at_ms"),
            byteCount: try row.value("byte_count"), quality: try row.value("quality"),
            sha256: try row.value("sha256"), attempts: try row.value("attempts"),
            verdict: verdict,
            voidedBecause: String.fromDatabaseValue(row["voided_because"]),
            failedBecause: String.fromDatabaseValue(row["failed_because"]),
            className: String.fromDatabaseValue(row["class_name"]))
    }

    private static func frame(_ row: Row) throws -> CapturedFrame {
        let bytes: Data = try row.value("bytes")
        guard let matrix = YUVEncoding.Matrix(rawValue: try row.value("matrix")),
            let format = FourCC(parsing: try row.value("format")),
            let mount = CameraMount(rawValue: try row.value("mount"))
        else { throw KioskError(.sessionDamaged, "original") }
        var layout = FrameLayout(
            format: format,
            size: Size(
                width: try row.value("width", in: 1...65_535),
                height: try row.value("height", in: 1...65_535)),
            stride: try row.value("stride", in: 0...1_000_000),
            encoding: YUVEncoding(matrix: matrix, fullRange: try row.value("full_range")))
        layout.mount = mount
        return CapturedFrame(
            bytes: Array(bytes), layout: layout, sequence: 0, time: FrameTime(nanoseconds: 0))
    }
}

extension Row {
    /// A column's value. GRDB's own subscript traps where a damaged file holds another type.
    func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
        let stored: DatabaseValue = self[column]
        guard let value = Value.fromDatabaseValue(stored) else {
            throw KioskError(.sessionDamaged, column)
        }
        return value
    }

    /// A column's number, which has to be one that can be meant.
    func value<Number: FixedWidthInteger & DatabaseValueConvertible>(
        _ column: String, in allowed: ClosedRange<Number>
    ) throws -> Number {
        let number: Number = try value(column)
        guard allowed.contains(number) else { throw KioskError(.sessionDamaged, column) }
        return number
    }

    /// A column's moment, ms since 1970; its offset stands in `utc_offset`.
    func time(_ column: String) throws -> ShotTime {
        ShotTime(
            unixMilliseconds: try value(column, in: ShotTime.allMilliseconds),
            utcOffset: try value("utc_offset", in: ShotTime.allOffsets))
    }
}
