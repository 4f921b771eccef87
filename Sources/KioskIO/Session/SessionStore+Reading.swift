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
                try Row.fetchAll(database, sql: Self.selection).map(Self.portrait)
            }
        }
    }

    /// The sequence numbers of the portraits that stand, in order; quick in a long session too.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func standing() throws(KioskError) -> [Int] {
        guard hasBegun else { return [] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                try Int.fetchAll(
                    database,
                    sql: """
                        SELECT sequence FROM portrait WHERE voided_because IS NULL ORDER BY 1
                        """)
            }
        }
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
        try Self.mapping("\(name)") {
            let data = try queue.read { database in
                try Data.fetchOne(
                    database, sql: "SELECT jpeg FROM portrait WHERE sequence = ?",
                    arguments: [sequence])
            }
            guard let data else { throw KioskError(.sessionSequence, "\(sequence)") }
            return Array(data)
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
            portrait.taken_at_ms, portrait.utc_offset, length(portrait.jpeg) AS byte_count,
            portrait.quality, portrait.sha256, portrait.verdict, portrait.voided_because,
            portrait.failed_because,
            (SELECT count(*) FROM attempt WHERE attempt.portrait = portrait.sequence) AS attempts
        FROM portrait JOIN person ON person.id = portrait.person
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
            failedBecause: String.fromDatabaseValue(row["failed_because"]))
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
