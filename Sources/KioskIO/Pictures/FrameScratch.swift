import KioskCore

/// What decoding keeps from one frame to the next, so that a steady stream allocates no pictures:
/// the picture before it is turned upright, and libv4lconvert's converter once it was needed.
///
/// Not for use by two threads at once.
public struct FrameScratch: ~Copyable {
    var photo = Photo()
    var gray = GrayImage()
    private var converter: PixelConverter?

    /// Nothing yet.
    public init() {}

    /// Converts a frame of a format without a decoder of ours.
    ///
    /// - Throws: as `PixelConverter.convert`.
    mutating func convert(_ frame: borrowing Frame, into photo: inout Photo) throws(KioskError) {
        if converter == nil { converter = try PixelConverter() }
        try converter?.convert(frame, into: &photo)
    }
}
