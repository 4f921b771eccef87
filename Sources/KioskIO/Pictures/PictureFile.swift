public import KioskCore

/// Saved pictures: JPEG, PNG and WebP, upright by their Exif tag, transparency laid on white.
public enum PictureFile {
    /// The picture in a file.
    ///
    /// - Throws: `picture.missing`, `file.permission`, `picture.format` or `picture.truncated`.
    public static func load(_ path: String) throws(KioskError) -> Photo {
        try decode(read(path), name: path)
    }

    /// A picture file's bytes.
    ///
    /// - Throws: `picture.missing`, `file.permission`, `file.read`, or `picture.format` where it
    ///   is a folder.
    public static func read(_ path: String) throws(KioskError) -> [UInt8] {
        do throws(KioskError) {
            return try FileAccess.read(path, missing: .pictureMissing)
        } catch {
            throw FileAccess.isFolder(path)
                ? KioskError(.pictureFormat, path, detail: "a folder") : error
        }
    }

    /// The picture in a file's bytes.
    ///
    /// - Throws: `picture.format` or `picture.truncated`.
    public static func decode(_ bytes: [UInt8], name: String) throws(KioskError) -> Photo {
        if bytes.starts(with: [0xFF, 0xD8]) {
            let photo = try JPEGCodec().decode(bytes, name: name)
            let orientation = JPEGHeader(parsing: bytes)?.orientation ?? 1
            return Photo(upright: photo, exifOrientation: orientation)
        }
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            return try PNG.decode(bytes, name: name)
        }
        if bytes.starts(with: Array("RIFF".utf8)),
            bytes.dropFirst(8).starts(with: Array("WEBP".utf8))
        {
            return try WebP.decode(bytes, name: name)
        }
        throw KioskError(.pictureFormat, name)
    }
}
