public import KioskCore

extension FrameDecoder {
    /// How a frame's colours are brought to sRGB when its picture is made; nil where they are taken
    /// as they are. Cameras send no profiles, recorded pictures may have one.
    public static func colours(of frame: CapturedFrame) -> ColourConversion? {
        guard frame.layout.format.isMotionJPEG, let icc = JPEGHeader.profile(in: frame.bytes),
            ColourProfile(icc: icc) != nil
        else { return nil }
        return ColourConversion(profileDigest: SHA256.hex(icc), engine: ColourProfile.engine)
    }

    /// The library that brings colours to sRGB, and its version.
    public static var colourEngine: String { ColourProfile.engine }

    static func profile(of bytes: UnsafeRawBufferPointer) -> ColourProfile? {
        guard let icc = JPEGHeader.profile(in: bytes) else { return nil }
        return ColourProfile(icc: icc)
    }
}
