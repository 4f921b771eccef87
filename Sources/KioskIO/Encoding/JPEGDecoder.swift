import CJPEG
import KioskCore

/// libjpeg-turbo's decompressor. Not for use by two threads at once.
///
/// It judges every warning. What is only odd is read: odd bytes of a header, missing Huffman tables, a
/// missing end marker behind a whole picture, padding. What means that data inside the picture was lost
/// is an error: nobody's portrait is made of half a picture.
struct JPEGDecoder: ~Copyable {
    private let decoder: OpaquePointer

    /// - Throws: `jpeg.codec` where memory is short.
    init() throws(KioskError) {
        guard let decoder = cjpeg_create() else { throw KioskError(.jpeg) }
        self.decoder = decoder
    }

    deinit { cjpeg_destroy(decoder) }

    /// A picture that was begun.
    struct Opened {
        let size: Size
        /// Bytes a pixel: 1 luma, 3 R G B, 4 C M Y K.
        let channels: Int
    }

    /// Reads a picture's header. The bytes have to stay until it was decoded.
    ///
    /// - Throws: `picture.format` or `picture.large`.
    borrowing func open(
        _ bytes: UnsafeRawBufferPointer, name: String, reduction: JPEGCodec.Reduction, isGray: Bool
    ) throws(KioskError) -> Opened {
        var picture = cjpeg_picture()
        let outcome = cjpeg_open(
            decoder, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count,
            reduction.rawValue, isGray ? 1 : 0, UInt64(PictureLimits.mostPixels), &picture)
        try check(outcome, name)
        return Opened(
            size: Size(width: Int(picture.width), height: Int(picture.height)),
            channels: Int(picture.channels))
    }

    /// Decodes the picture that was opened, rows without padding.
    ///
    /// - Throws: `picture.truncated`, `picture.damaged`, `picture.large` or `picture.format`.
    borrowing func decode(
        into pixels: UnsafeMutableBufferPointer<UInt8>, name: String
    ) throws(KioskError) {
        try check(cjpeg_decode(decoder, pixels.baseAddress), name)
    }

    /// The fine detail of the picture that was opened in its full size, a number a block.
    ///
    /// - Throws: as `decode`.
    borrowing func detail(
        into sums: UnsafeMutableBufferPointer<UInt16>, name: String
    ) throws(KioskError) {
        try check(cjpeg_detail(decoder, sums.baseAddress), name)
    }

    private borrowing func check(_ outcome: cjpeg_outcome, _ name: String) throws(KioskError) {
        guard outcome != CJPEG_WHOLE else { return }
        let codes: [UInt32: KioskError.Code] = [
            CJPEG_ENDED.rawValue: .pictureTruncated, CJPEG_LOST.rawValue: .pictureDamaged,
            CJPEG_TOO_LARGE.rawValue: .pictureLarge,
        ]
        throw KioskError(
            codes[outcome.rawValue] ?? .pictureFormat, name,
            detail: String(cString: cjpeg_words(decoder)))
    }
}
