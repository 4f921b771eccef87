extension FourCC {
    /// Formats of the multi-planar API whose planes lie apart (videodev2.h), by what they are once
    /// the planes stand one behind the other; and `JPEG`, which many drivers say for MJPG.
    private static let joined: [FourCC: FourCC] = [
        FourCC("NM12"): FourCC("NV12"), FourCC("NM21"): FourCC("NV21"),
        FourCC("NM16"): FourCC("NV16"), FourCC("YM12"): FourCC("YU12"),
        FourCC("YM21"): FourCC("YV12"), FourCC("JPEG"): .motionJPEG,
    ]

    /// The format of a frame whose planes were put together.
    public var contiguous: FourCC { Self.joined[self] ?? self }
}
