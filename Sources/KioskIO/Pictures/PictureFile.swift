public import KioskCore

/// Saved pictures: JPEG, PNG, WebP, HEIC and AVIF, upright by their Exif tag, brought to sRGB by their profile,
/// transparency laid on white.
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
    public static func decode(_ bytes: [UInt8], name: String) throws(KioskError) -> Photo {
        switch PictureKind(bytes) {
        case .jpeg?: return try jpeg(bytes, name)
        case .png?: return try PNG.decode(bytes, name: name)
        case .webP?: return try WebP.decode(bytes, name: name)
        case .heic?, .avif?: return try HEIF.decode(bytes, name: name)
        case let kind?: throw KioskError(.pictureKind, name, detail: kind.rawValue)
        case nil: throw KioskError(.pictureFormat, name)
        }
    }

    private static func jpeg(_ bytes: [UInt8], _ name: String) throws(KioskError) -> Photo {
        var photo = try JPEGCodec().decode(bytes, name: name)
        if let icc = JPEGHeader.profile(in: bytes), let profile = ColourProfile(icc: icc) {
            profile.convert(&photo)
        }
        let orientation = JPEGHeader(parsing: bytes)?.orientation ?? 1
        return Photo(upright: photo, exifOrientation: orientation)
    }
}
