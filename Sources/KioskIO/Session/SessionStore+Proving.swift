import Foundation
import GRDB
public import KioskCore

extension SessionStore {
    /// How a portrait was made, withdrawn ones included.
    ///
    /// - Throws: `session.sequence` where there is none of that number, `session.damaged`.
    public func recipe(_ sequence: Int) throws(KioskError) -> PortraitRecipe {
        guard hasBegun else { throw KioskError(.sessionSequence, "\(sequence)") }
        return try Self.mapping("\(name)") {
            let row = try queue.read { database in
                try Row.fetchOne(
                    database,
                    sql: """
                        SELECT portrait.*, picture.jpeg FROM portrait
                        JOIN picture ON picture.portrait = portrait.sequence WHERE sequence = ?
                        """,
                    arguments: [sequence])
            }
            guard let row else { throw KioskError(.sessionSequence, "\(sequence)") }
            return try Self.recipe(row)
        }
    }

    private static func recipe(_ row: Row) throws -> PortraitRecipe {
        guard let subsampling = Subsampling(rawValue: try row.value("subsampling")) else {
            throw KioskError(.sessionDamaged, "subsampling")
        }
        let bytes: Data = try row.value("jpeg")
        let side = 0...1_000_000
        return PortraitRecipe(
            rule: try row.value("rule"),
            crop: Rect(
                x: try row.value("crop_x", in: side), y: try row.value("crop_y", in: side),
                width: try row.value("crop_width", in: side),
                height: try row.value("crop_height", in: side)),
            jpeg: JPEG(
                bytes: Array(bytes), quality: try row.value("quality", in: 1...100),
                subsampling: subsampling),
            fileDigest: try row.value("sha256"), scaling: try scaling(row),
            colours: colours(row))
    }

    private static func colours(_ row: Row) -> ColourConversion? {
        guard row.hasColumn("profile_sha256"),
            let digest = String.fromDatabaseValue(row["profile_sha256"]),
            let engine = String.fromDatabaseValue(row["colour_engine"])
        else { return nil }
        return ColourConversion(profileDigest: digest, engine: engine)
    }

    /// nil for a portrait of a session before version 4, also where a reader met its file before
    /// anybody could bring the tables up to date.
    private static func scaling(_ row: Row) throws -> PortraitRecipe.Scaling? {
        guard row.hasColumn("pixels_sha256"),
            let digest = String.fromDatabaseValue(row["pixels_sha256"])
        else { return nil }
        return PortraitRecipe.Scaling(
            size: Size(
                width: try row.value("rule_width", in: 1...65_535),
                height: try row.value("rule_height", in: 1...65_535)),
            dpi: try row.value("rule_dpi", in: 1...65_535), pixelDigest: digest)
    }
}
