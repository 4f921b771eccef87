import CWebP
import KioskCore

/// libwebp's simple decoder.
enum WebP {
    /// The picture in a WebP file, upright, in sRGB; transparent parts are laid on the ground.
    ///
    /// - Throws: `picture.format`, `picture.large`; `picture.kind` where it is an animation.
    static func decode(
        _ bytes: [UInt8], name: String, on ground: Photo.Ground = .white
    ) throws(KioskError) -> Photo {
        var features = WebPBitstreamFeatures()
        guard
            WebPGetFeaturesInternal(bytes, bytes.count, &features, WEBP_DECODER_ABI_VERSION)
                == VP8_STATUS_OK
        else { throw KioskError(.pictureFormat, name) }
        let size = Size(width: Int(features.width), height: Int(features.height))
        guard features.has_animation == 0 else {
            throw KioskError(.pictureKind, name, detail: "animated WebP")
        }
        guard size.width * size.height <= PictureLimits.mostOtherPixels else {
            throw KioskError(.pictureLarge, name, detail: "\(size)")
        }
        var rgba = try pixels(bytes, size, name)
        let chunks = RIFFChunks(bytes)
        if let icc = chunks["ICCP"] { ColourProfile(icc: icc)?.convert(&rgba, channels: 4) }
        let orientation = chunks["EXIF"].flatMap { ExifOrientation.of(exif: $0) }
        return Photo(
            upright: Photo(laying: consume rgba, on: ground, size: size),
            exifOrientation: orientation ?? 1)
    }

    private static func pixels(
        _ bytes: [UInt8], _ size: Size, _ name: String
    ) throws(KioskError) -> [UInt8] {
        var isWhole = false
        let rgba = [UInt8](unsafeUninitializedCapacity: size.width * size.height * 4) {
            isWhole =
                WebPDecodeRGBAInto(
                    bytes, bytes.count, $0.baseAddress, $0.count, Int32(size.width * 4)) != nil
            $1 = isWhole ? $0.count : 0
        }
        guard isWhole else { throw KioskError(.pictureFormat, name) }
        return rgba
    }
}
