import CPNG
public import KioskCore

/// libpng.
public enum PNG {
    /// The picture in a PNG, upright, in sRGB; transparent parts are laid on the ground.
    ///
    /// What says nothing of its colours is sRGB, with 16 bits too.
    ///
    /// - Throws: `picture.format`, `picture.large`, or `picture.truncated` where the data ends too
    ///   early.
    public static func decode(
        _ bytes: [UInt8], name: String, on ground: Photo.Ground = .white
    ) throws(KioskError) -> Photo {
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            var picture = cpng_picture()
            var outcome = CPNG_WHOLE
            guard
                let reader = cpng_open(
                    bytes.baseAddress, bytes.count, UInt64(PictureLimits.mostOtherPixels), &outcome,
                    &picture)
            else { throw KioskError(.bug, "libpng") }
            defer { cpng_close(reader) }
            try check(outcome, reader, picture, name)
            return try photo(of: picture, reader, name, on: ground)
        }
    }

    private static func photo(
        of picture: cpng_picture, _ reader: OpaquePointer, _ name: String, on ground: Photo.Ground
    ) throws(KioskError) -> Photo {
        let size = Size(width: Int(picture.width), height: Int(picture.height))
        var outcome = CPNG_WHOLE
        var rgba = [UInt8](unsafeUninitializedCapacity: size.width * size.height * 4) {
            outcome = cpng_read(reader, $0.baseAddress)
            $1 = outcome == CPNG_WHOLE ? $0.count : 0
        }
        try check(outcome, reader, picture, name)
        profile(of: picture)?.convert(&rgba, channels: 4)
        let exif = UnsafeBufferPointer(start: picture.exif, count: picture.exif_count)
        return Photo(
            upright: Photo(laying: consume rgba, on: ground, size: size),
            exifOrientation: ExifOrientation.of(tiff: Array(exif)) ?? 1)
    }

    /// The picture's colours, where they are not sRGB.
    private static func profile(of picture: cpng_picture) -> ColourProfile? {
        if let icc = picture.profile {
            return ColourProfile(
                icc: Array(UnsafeBufferPointer(start: icc, count: picture.profile_count)))
        }
        // A gamma within a few hundredths of sRGB's 2.2 is meant to be it.
        let isOwnGamma = picture.gamma > 0 && abs(picture.gamma - 2.2) > 0.05
        guard isOwnGamma || picture.has_primaries != 0 else { return nil }
        return ColourProfile(
            gamma: isOwnGamma ? picture.gamma : nil,
            primaries: picture.has_primaries != 0 ? picture.primaries : nil)
    }

    private static func check(
        _ outcome: cpng_outcome, _ reader: OpaquePointer, _ picture: cpng_picture, _ name: String
    ) throws(KioskError) {
        switch outcome {
        case CPNG_WHOLE: return
        case CPNG_TOO_LARGE:
            throw KioskError(.pictureLarge, name, detail: "\(picture.width)x\(picture.height)")
        default:
            throw KioskError(
                outcome == CPNG_ENDED ? .pictureTruncated : .pictureFormat, name,
                detail: String(cString: cpng_words(reader)))
        }
    }

    /// A PNG of a picture, packed quickly rather than tightly.
    ///
    /// - Throws: `bug` with libpng's words; a picture in memory can always be packed.
    public static func encode(_ photo: Photo) throws(KioskError) -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(photo.width)
        image.height = png_uint_32(photo.height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
        let capacity = photo.pixels.count + photo.pixels.count / 8 + 65_536
        var length = capacity
        var isDone: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            isDone = png_image_write_to_memory(
                &image, output.baseAddress, &length, 0, photo.pixels, 0, nil)
            count = isDone != 0 ? length : 0
        }
        guard isDone != 0 else { throw KioskError(.bug, "libpng", detail: words(image)) }
        return bytes
    }

    private static func words(_ image: png_image) -> String {
        withUnsafeBytes(of: image.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
