public import KioskCore

/// Saved pictures: JPEG, PNG, WebP, HEIC and AVIF, upright by their Exif tag, brought to sRGB by their profile,
/// transparency laid on white where nothing else is asked for.
public enum PictureFile {
    /// The picture in a file.
    ///
    /// - Throws: `picture.missing`, `file.permission`, `picture.format` or `picture.truncated`.
    public static func load(_ path: String) throws(KioskError) -> Photo {
        try decode(read(path), name: path)
    }

    /// A picture file's bytes.
    ///
    /// - Throws: `picture.missing`, `file.permission`, `file.read`; `picture.format` where it is a
    ///   folder, a pipe or a device, `picture.large` where it has more bytes than any picture.
    public static func read(_ path: String) throws(KioskError) -> [UInt8] {
        guard FileAccess.isRegular(path) != false else {
            throw KioskError(
                .pictureFormat, path, detail: FileAccess.isFolder(path) ? "a folder" : "no file")
        }
        return try FileAccess.read(
            path, missing: .pictureMissing, most: PictureLimits.mostBytes, tooLarge: .pictureLarge)
    }

    /// The picture in a file's bytes, in sRGB where they say what their colours are.
    ///
    /// - Throws: `picture.format`, `picture.truncated`, `picture.damaged`, `picture.large`;
    ///   `picture.kind` where it is of a kind that is not read.
    public static func decode(
        _ bytes: [UInt8], name: String, on ground: Photo.Ground = .white
    ) throws(KioskError) -> Photo {
        switch PictureKind(bytes) {
        case .jpeg?: return try jpeg(bytes, name)
        case .png?: return try PNG.decode(bytes, name: name, on: ground)
        case .webP?: return try WebP.decode(bytes, name: name, on: ground)
        case .heic?, .avif?: return try HEIF.decode(bytes, name: name, on: ground)
        case let kind?: throw KioskError(.pictureKind, name, detail: kind.rawValue)
        case nil: throw KioskError(.pictureFormat, name)
        }
    }

    /// Of very many pixels at half its size; so too where the library would need too much beside them, as for
    /// progressive ones.
    private static func decoded(_ bytes: [UInt8], _ name: String) throws(KioskError) -> Photo {
        let codec = try JPEGCodec()
        let header = JPEGHeader(parsing: bytes)
        let (size, components) = (
            header?.size ?? Size(width: 0, height: 0), header?.components ?? 3
        )
        // C M Y K stand beside R G B for a while.
        let pixelBytes = components == 4 ? 7 : 3
        let isLarge = size.width * size.height * pixelBytes > PictureLimits.mostWholeBytes
        guard !isLarge else { return try codec.decode(bytes, name: name, reduction: .half) }
        do throws(KioskError) {
            return try codec.decode(bytes, name: name)
        } catch {
            guard error.code == .pictureLarge else { throw error }
            return try codec.decode(bytes, name: name, reduction: .half)
        }
    }

    private static func jpeg(_ bytes: [UInt8], _ name: String) throws(KioskError) -> Photo {
        var photo = try decoded(bytes, name)
        if let icc = JPEGHeader.profile(in: bytes), let profile = ColourProfile(icc: icc) {
            profile.convert(&photo)
        }
        let orientation = JPEGHeader(parsing: bytes)?.orientation ?? 1
        return Photo(upright: photo, exifOrientation: orientation)
    }
}
