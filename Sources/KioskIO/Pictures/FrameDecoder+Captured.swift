public import KioskCore

/// Single pictures of kept frames, each in storage of its own.
extension FrameDecoder {
    /// The whole colour picture.
    ///
    /// - Throws: as `photo(of:codec:scratch:into:)`.
    public static func photo(
        of frame: CapturedFrame, codec: borrowing JPEGCodec
    ) throws(KioskError) -> Photo {
        try reducedPhoto(of: frame, toLongSide: .max, codec: codec).photo
    }

    /// The luma in full size.
    ///
    /// - Throws: as `photo(of:codec:scratch:into:)`.
    public static func gray(
        of frame: CapturedFrame, codec: borrowing JPEGCodec
    ) throws(KioskError) -> GrayImage {
        try reducedGray(of: frame, toLongSide: .max, codec: codec).gray
    }

    /// The colour picture with the longer side at most `longSide`, and how many pixels of the frame
    /// one of its pixels stands for.
    ///
    /// - Throws: as `photo(of:codec:scratch:into:)`.
    public static func reducedPhoto(
        of frame: CapturedFrame, toLongSide longSide: Int, codec: borrowing JPEGCodec
    ) throws(KioskError) -> (photo: Photo, factor: Int) {
        var scratch = FrameScratch()
        var photo = Photo()
        let factor = try frame.withFrame { frame throws(KioskError) in
            try reducedPhoto(
                of: frame, toLongSide: longSide, codec: codec, scratch: &scratch, into: &photo)
        }
        return (photo, factor)
    }

    /// The luma with the longer side at most `longSide`, and how many pixels of the frame one of its
    /// pixels stands for.
    ///
    /// - Throws: as `photo(of:codec:scratch:into:)`.
    public static func reducedGray(
        of frame: CapturedFrame, toLongSide longSide: Int, codec: borrowing JPEGCodec
    ) throws(KioskError) -> (gray: GrayImage, factor: Int) {
        var scratch = FrameScratch()
        var gray = GrayImage()
        let factor = try frame.withFrame { frame throws(KioskError) in
            try reducedGray(
                of: frame, toLongSide: longSide, codec: codec, scratch: &scratch, into: &gray)
        }
        return (gray, factor)
    }
}
