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
        return try codec.encode(
            small(photo), into: SizeWindow(bytes: 1...mostBytes, leastQuality: 1)
        ).bytes
    }

    /// A picture with its longer side as long as it may be: decoders reduce to an eighth at most.
    private static func small(_ photo: Photo) -> Photo {
        let longest = max(photo.width, photo.height)
        guard longest > longSide else { return photo }
        let size = Size(
            width: max(1, photo.width * longSide / longest),
            height: max(1, photo.height * longSide / longest))
        let whole = Rect(x: 0, y: 0, width: photo.width, height: photo.height)
        return photo.cropped(to: whole, scaledTo: size)
    }
}
