public import KioskCore

/// Codes in a saved picture.
public enum CodeFile {
    /// What stands in a picture file, looked for thoroughly. Where nothing is read and the picture is transparent,
    /// it is laid on black too: a light code for a dark page, or one whose dark modules are holes.
    ///
    /// - Throws: as `PictureFile.load`.
    public static func read(
        _ path: String, _ reader: borrowing CodeReader
    ) throws(KioskError) -> CodeReading {
        let bytes = try PictureFile.read(path)
        let white = try PictureFile.decode(bytes, name: path).gray()
        let reading = reader.readThoroughly(white)
        guard reading.codes.isEmpty, !reading.isContradicted, hasTransparency(bytes) else {
            return reading
        }
        let black = try PictureFile.decode(bytes, name: path, on: .black).gray()
        guard black != white else { return reading }
        let other = reader.readThoroughly(black)
        return other.codes.isEmpty && !other.isContradicted ? reading : other
    }

    /// Whether a picture of that kind can be transparent at all.
    private static func hasTransparency(_ bytes: [UInt8]) -> Bool {
        switch PictureKind(bytes) {
        case .png?, .webP?, .heic?, .avif?: true
        default: false
        }
    }
}
