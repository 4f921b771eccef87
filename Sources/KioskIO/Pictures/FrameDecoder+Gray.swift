public import KioskCore

extension FrameDecoder {
    /// The luma of a frame in full size. No colours are converted, and limited range is left as it
    /// is, 16 to 235: readers of codes set their threshold by what is around a place.
    ///
    /// - Throws: as `photo`.
    public static func gray(
        of frame: borrowing Frame, codec: borrowing JPEGCodec, scratch: inout FrameScratch,
        into gray: inout GrayImage
    ) throws(KioskError) {
        _ = try reducedGray(
            of: frame, toLongSide: .max, codec: codec, scratch: &scratch, into: &gray)
    }

    /// The luma with the longer side at most `longSide`; the result is how many pixels of the frame
    /// one of its pixels stands for: a Motion-JPEG decoded at 1/2, 1/4 or 1/8, the luma of other
    /// frames averaged over blocks of n × n.
    ///
    /// - Throws: as `photo`.
    public static func reducedGray(
        of frame: borrowing Frame, toLongSide longSide: Int, codec: borrowing JPEGCodec,
        scratch: inout FrameScratch, into gray: inout GrayImage
    ) throws(KioskError) -> Int {
        guard frame.layout.mount != .upright else {
            return try reduceGray(frame, longSide, codec, &scratch, into: &gray)
        }
        var turned = GrayImage()
        swap(&turned, &scratch.gray)
        defer { swap(&turned, &scratch.gray) }
        let factor = try reduceGray(frame, longSide, codec, &scratch, into: &turned)
        gray.refill(turning: turned, by: frame.layout.mount)
        return factor
    }
}
