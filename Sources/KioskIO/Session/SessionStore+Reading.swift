import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// Every portrait in the order of storing, withdrawn ones included, without their pictures.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func portraits() throws(KioskError) -> [StoredPortrait] {
        try Self.mapping("\(name)") {
            try queue.read { database in
                try Row.fetchAll(database, sql: Self.selection).map(Self.portrait)
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
                    database, sql: "SELECT * FROM original WHERE portrait = ?",
                    arguments: [sequence])
            }
            guard let row else { throw KioskError(.sessionSequence, "\(sequence)") }
            return try Self.frame(row, sequence)
        }
    }

    private static let selection = """
        SELECT portrait.sequence, person.code, portrait.code_digest, person.id_number,
            portrait.taken_at_ms, portrait.utc_offset, length(portrait.jpeg) AS byte_count,
            portrait.quality, portrait.sha256, portrait.verdict, portrait.voided_because,
            (SELECT count(*) FROM attempt WHERE attempt.portrait = portrait.sequence) AS attempts
        FROM portrait JOIN person ON person.id = portrait.person
        ORDER BY portrait.sequence
        """

    private static func portrait(_ row: Row) throws -> StoredPortrait {
        let code: Data = row["code"]
        let number: String? = row["id_number"]
        let voided: String? = row["voided_because"]
        guard let verdict = Verdict(rawValue: row["verdict"]) else {
            throw KioskError(.sessionDamaged, "portrait \(row["sequence"] as Int)")
        }
        return StoredPortrait(
            sequence: row["sequence"], code: Array(code), codeDigest: row["code_digest"],
            fields: CodeFields(parsing: Array(code)), idNumber: number.flatMap { IDNumber($0) },
            takenAt: ShotTime(unixMilliseconds: row["taken_at_ms"], utcOffset: row["utc_offset"]),
            byteCount: row["byte_count"], quality: row["quality"], sha256: row["sha256"],
            attempts: row["attempts"], verdict: verdict, isVoided: voided != nil)
    }

    private static func frame(_ row: Row, _ sequence: Int) throws -> CapturedFrame {
        let bytes: Data = row["bytes"]
        let format: String = row["format"]
        guard let matrix = YUVEncoding.Matrix(rawValue: row["matrix"]),
            let fourCC = FourCC(parsing: format)
        else { throw KioskError(.sessionDamaged, "portrait \(sequence)") }
        let layout = FrameLayout(
            format: fourCC, size: Size(width: row["width"], height: row["height"]),
            stride: row["stride"],
            encoding: YUVEncoding(matrix: matrix, fullRange: row["full_range"]))
        return CapturedFrame(
            bytes: Array(bytes), layout: layout, sequence: 0, time: FrameTime(nanoseconds: 0))
    }
}
