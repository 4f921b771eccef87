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

    /// The codes in a picture file, looked for thoroughly.
    ///
    /// - Throws: as `PictureFile.load`; `code.none`, `code.part` or `code.doubtful` where there is none to be had.
    public static func codes(
        in path: String, _ reader: borrowing CodeReader
    ) throws(KioskError) -> [CaptureCode] {
        let reading = try read(path, reader)
        guard !reading.codes.isEmpty else { throw reading.refusal(path) }
        return reading.codes
    }

    /// Whether a picture of that kind can be transparent at all.
    private static func hasTransparency(_ bytes: [UInt8]) -> Bool {
        switch PictureKind(bytes) {
        case .png?, .webP?, .heic?, .avif?: true
        default: false
        }
    }
}
