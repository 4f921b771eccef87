public import KioskCore

/// A stored portrait made again of its original, and compared bit for bit: first the pixels before
/// encoding, then the file, since versions of libjpeg-turbo may encode the same pixels differently.
///
/// It proves that the portrait is a crop of this original, scaled, and nothing else. What was changed
/// in the original outside the crop it cannot see.
public struct PortraitProof: Sendable {
    /// Two SHA-256 sums, 64 lower-case hex digits each.
    public struct Comparison: Hashable, Sendable {
        /// What the session has.
        public let stored: String
        /// What the original gives.
        public let recomputed: String
        /// Whether they are the same.
        public var isEqual: Bool { stored == recomputed }
    }

    /// How it was made.
    public let recipe: PortraitRecipe
    /// The pixels before encoding; nil where an older version stored no digest of them.
    public let pixels: Comparison?
    /// The stored file's own bytes and those of encoding again; nil where the original cannot be read
    /// or does not hold the crop.
    public let file: Comparison?

    /// Whether the digest that was stored beside the file is the file's.
    public var isFileAsNoted: Bool { file?.stored == recipe.fileDigest }

    /// Whether all that could be compared is the same.
    public var isProven: Bool {
        pixels?.isEqual != false && file?.isEqual == true && isFileAsNoted
    }

    /// Makes a portrait again.
    ///
    /// - Throws: `session.sequence` where there is none of that number, `session.damaged`,
    ///   `jpeg.codec`.
    public init(
        of sequence: Int, in store: SessionStore, codec: borrowing JPEGCodec
    ) throws(KioskError) {
        recipe = try store.recipe(sequence)
        let original = try store.original(sequence)
        guard let photo = try? FrameDecoder.photo(of: original, codec: codec),
            let made = try Self.make(recipe, of: photo, codec: codec)
        else {
            (pixels, file) = (nil, nil)
            return
        }
        pixels = recipe.scaling.map {
            Comparison(stored: $0.pixelDigest, recomputed: SHA256.hex(made.picture.pixels))
        }
        file = Comparison(
            stored: SHA256.hex(recipe.jpeg.bytes), recomputed: SHA256.hex(made.jpeg.bytes))
    }

    /// The picture and file of a recipe; nil where it cannot be followed. The quantisation, and an older
    /// portrait's size and tag, are those of its file.
    private static func make(
        _ recipe: PortraitRecipe, of photo: Photo, codec: borrowing JPEGCodec
    ) throws(KioskError) -> (picture: Photo, jpeg: JPEG)? {
        let header = JPEGHeader(parsing: recipe.jpeg.bytes)
        let (crop, dpi) = (recipe.crop, recipe.scaling?.dpi ?? header?.density?.x)
        guard let size = recipe.scaling?.size ?? header?.size, let dpi, crop.fits(in: photo.size),
            size.width > 0, size.height > 0, size.width <= crop.width, size.height <= crop.height
        else { return nil }
        let picture = photo.cropped(to: crop, scaledTo: size)
        let jpeg = try codec.encode(
            picture, tables(recipe.jpeg, header), subsampling: recipe.jpeg.subsampling)
        return (picture, jpeg.tagged(dpi: dpi))
    }

    /// Those of the file, where they are of the quality that was noted.
    private static func tables(_ jpeg: JPEG, _ header: JPEGHeader?) -> QuantisationTables {
        let noted = QuantisationTables(quality: jpeg.quality)
        return header?.tables.flatMap { $0.quality == jpeg.quality ? $0 : nil } ?? noted
    }
}
