extension FourCC {
    /// Motion-JPEG: each frame a JPEG of its own.
    public static let motionJPEG = FourCC("MJPG")
    /// JFIF JPEG, which some drivers call what others call MJPG.
    public static let jpeg = FourCC("JPEG")
    /// Packed 4:2:2, Y0 Cb Y1 Cr.
    public static let yuyv = FourCC("YUYV")
    /// Packed 4:2:2, Cb Y0 Cr Y1.
    public static let uyvy = FourCC("UYVY")
    /// Packed 4:2:2, Y0 Cr Y1 Cb.
    public static let yvyu = FourCC("YVYU")
    /// 4:2:0 in two planes, the second of pairs Cb Cr.
    public static let nv12 = FourCC("NV12")
    /// 4:2:0 in two planes, the second of pairs Cr Cb.
    public static let nv21 = FourCC("NV21")
    /// 4:2:2 in two planes, the second of pairs Cb Cr.
    public static let nv16 = FourCC("NV16")
    /// 4:2:0 in three planes, Y Cb Cr.
    public static let yu12 = FourCC("YU12")
    /// 4:2:0 in three planes, Y Cr Cb.
    public static let yv12 = FourCC("YV12")
    /// 8-bit luma.
    public static let grey = FourCC("GREY")
    /// Packed 8-bit R, G, B.
    public static let rgb = FourCC("RGB3")
    /// Packed 8-bit B, G, R.
    public static let bgr = FourCC("BGR3")
    /// Packed 8-bit B, G, R and a byte without meaning (`V4L2_PIX_FMT_XBGR32`).
    public static let bgrx = FourCC("XR24")
    /// Packed 8-bit, a byte without meaning and R, G, B (`V4L2_PIX_FMT_XRGB32`).
    public static let xrgb = FourCC("BX24")
    /// 8-bit luma, as zbar calls it.
    public static let gray8 = FourCC("Y800")
}

extension FourCC {
    /// What kiosk decodes itself, the best first: Motion-JPEG, which takes least of the bus, then
    /// colour by what a frame costs to decode, and luma alone at the end.
    public static let decodable: [FourCC] = [
        .motionJPEG, .jpeg, .nv12, .nv21, .yu12, .yv12, .nv16, .yuyv, .uyvy, .yvyu, .rgb, .bgr,
        .bgrx, .xrgb, .grey,
    ]

    /// Whether each frame is a JPEG of its own.
    public var isMotionJPEG: Bool { self == .motionJPEG || self == .jpeg }

    /// Whether the frames are compressed: Motion-JPEG, or what has a `compressionName`.
    public var isCompressed: Bool { isMotionJPEG || compressionName != nil }

    /// What a compression is called that kiosk does not decode, since its frames need those before
    /// them or a decoder that Debian has none of; nil for every other format.
    public var compressionName: String? { Self.compressions[self] }

    /// The codes of videodev2.h under "compressed formats".
    private static let compressions: [FourCC: String] = [
        FourCC("H264"): "H.264", FourCC("AVC1"): "H.264", FourCC("M264"): "H.264 MVC",
        FourCC("S264"): "H.264", FourCC("HEVC"): "HEVC", FourCC("S265"): "HEVC",
        FourCC("H263"): "H.263", FourCC("MPEG"): "MPEG", FourCC("MPG1"): "MPEG-1",
        FourCC("MPG2"): "MPEG-2", FourCC("MG2S"): "MPEG-2", FourCC("MPG4"): "MPEG-4",
        FourCC("XVID"): "Xvid", FourCC("dvsd"): "DV", FourCC("VC1G"): "VC-1",
        FourCC("VC1L"): "VC-1", FourCC("VP80"): "VP8", FourCC("VP8F"): "VP8",
        FourCC("VP90"): "VP9", FourCC("VP9F"): "VP9", FourCC("AV01"): "AV1",
        FourCC("FWHT"): "FWHT", FourCC("SFWH"): "FWHT",
    ]
}

extension FourCC {
    /// What libv4lconvert turns into colours for us: sensors' Bayer patterns of 8, 10 and 16 bits,
    /// 16-bit luma, 5-6-5 and 32-bit colour.
    ///
    /// Its decoders of old webcams' own formats are left out: they read and write past the end of
    /// what they are given, and none of those cameras has the rows a portrait needs.
    public static let convertible: [FourCC] = convertedBits.keys.sorted {
        $0.description < $1.description
    }

    /// The bits of a pixel of a `convertible` format; nil for every other.
    public var bitsToConvert: Int? { Self.convertedBits[self] }

    private static let convertedBits: [FourCC: Int] = [
        FourCC("BA81"): 8, FourCC("GBRG"): 8, FourCC("GRBG"): 8, FourCC("RGGB"): 8,
        FourCC("pBAA"): 10, FourCC("pGAA"): 10, FourCC("pgAA"): 10, FourCC("pRAA"): 10,
        FourCC("BG10"): 16, FourCC("GB10"): 16, FourCC("BA10"): 16, FourCC("RG10"): 16,
        FourCC("BYR2"): 16, FourCC("GB16"): 16, FourCC("GR16"): 16, FourCC("RG16"): 16,
        FourCC("Y16 "): 16, FourCC("RGBP"): 16, FourCC("RGB4"): 32, FourCC("BGR4"): 32,
        FourCC("AR24"): 32, FourCC("BA24"): 32,
    ]
}
