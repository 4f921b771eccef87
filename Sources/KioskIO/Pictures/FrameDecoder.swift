public import KioskCore

/// Makes upright pictures of a camera's bytes.
///
/// Motion-JPEG is libjpeg-turbo's, the formats of `RawFormat` are decoded here, those of
/// `FourCC.convertible` by libv4lconvert. The forms with `into:` fill the storage they are given
/// and, in a steady stream, allocate no pictures; after an error it holds anything.
public enum FrameDecoder {
    /// The whole colour picture of a frame, as the portrait is made of it. Where a frame has less
    /// chroma than luma, each pixel takes the sample it shares as it is.
    ///
    /// - Throws: `camera.format` for a format without a decoder, `picture.*` for broken bytes.
    public static func photo(
        of frame: borrowing Frame, codec: borrowing JPEGCodec, scratch: inout FrameScratch,
        into photo: inout Photo
    ) throws(KioskError) {
        _ = try reducedPhoto(
            of: frame, toLongSide: .max, codec: codec, scratch: &scratch, into: &photo)
    }

    /// The colour picture for analysis, its longer side at most `longSide`; the result is how many
    /// pixels of the frame one of its pixels stands for.
    ///
    /// A Motion-JPEG is decoded at 1/2, 1/4 or 1/8; the pixels of other frames are averaged over
    /// blocks of n × n, luma and chroma each for themselves.
    ///
    /// - Throws: as `photo`.
    public static func reducedPhoto(
        of frame: borrowing Frame, toLongSide longSide: Int, codec: borrowing JPEGCodec,
        scratch: inout FrameScratch, into photo: inout Photo
    ) throws(KioskError) -> Int {
        guard frame.layout.mount != .upright else {
            return try reduce(frame, longSide, codec, &scratch, into: &photo)
        }
        var turned = Photo()
        swap(&turned, &scratch.photo)
        defer { swap(&turned, &scratch.photo) }
        let factor = try reduce(frame, longSide, codec, &scratch, into: &turned)
        photo.refill(turning: turned, by: frame.layout.mount)
        return factor
    }
}
