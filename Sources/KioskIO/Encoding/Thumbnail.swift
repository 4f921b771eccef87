import KioskCore

/// The small picture of a portrait that lists and sheets show.
enum Thumbnail {
    /// Its length at most, bytes: ten thousand of them are forty megabytes.
    static let mostBytes = 4_096
    /// Its longer side at most, px.
    static let longSide = 160

    /// The small picture of a portrait's file, a JPEG of at most `mostBytes`.
    ///
    /// - Throws: `picture.*` where the file is no whole picture, `size.above`, `jpeg.codec`.
    static func of(_ jpeg: [UInt8]) throws(KioskError) -> [UInt8] {
        let codec = try JPEGCodec()
        let size = JPEGHeader(parsing: jpeg)?.size ?? PortraitRule.chsi.size
        let photo = try codec.decode(
            jpeg, name: "", reduction: JPEGCodec.Reduction(size, toLongSide: longSide))
        // Decoders reduce to an eighth at most.
        return try codec.encode(
            photo.reduced(toLongSide: longSide).photo,
            into: SizeWindow(bytes: 1...mostBytes, leastQuality: 1)
        ).bytes
    }
}
