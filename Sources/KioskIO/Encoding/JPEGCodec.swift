import CTurboJPEG
public import KioskCore

/// TurboJPEG's compressor and libjpeg-turbo's decompressor. Not for use by two threads at once.
public struct JPEGCodec: ~Copyable {
    private let compressor: tjhandle
    let decoder: JPEGDecoder

    /// Opens both.
    ///
    /// - Throws: `jpeg.codec` where memory is short.
    public init() throws(KioskError) {
        let decoder = try JPEGDecoder()
        guard let compressor = tjInitCompress() else { throw KioskError(.jpeg) }
        self.compressor = compressor
        self.decoder = decoder
    }

    deinit { tjDestroy(compressor) }

    /// How much smaller than stored a picture is decoded, in both directions.
    public enum Reduction: Int32, CaseIterable, Sendable {
        case full = 1
        case half = 2
        case quarter = 4
        case eighth = 8

        /// The least reduction that makes the longer side at most `longSide`.
        public init(_ size: Size, toLongSide longSide: Int) {
            let longest = max(size.width, size.height)
            self =
                Self.allCases.first {
                    (longest + Int($0.rawValue) - 1) / Int($0.rawValue) <= longSide
                }
                ?? .eighth
        }
    }

    /// The colour picture of a JPEG; CMYK ones are turned to RGB.
    ///
    /// Decoded with the accurate DCT, so the same bytes give the same pixels every time.
    ///
    /// - Parameter name: the picture's name, for errors.
    /// - Throws: `picture.format`; `picture.truncated` where the data ends too early, `picture.damaged`
    ///   where some of it was lost, `picture.large`.
    public borrowing func decode(
        _ bytes: [UInt8], name: String, reduction: Reduction = .full
    ) throws(KioskError) -> Photo {
        var photo = Photo()
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            try decode(
                UnsafeRawBufferPointer(bytes), name: name, reduction: reduction, into: &photo)
        }
        return photo
    }

    /// The same of bytes on loan, in the storage of a picture; after an error that holds anything.
    ///
    /// - Throws: as `decode`.
    public borrowing func decode(
        _ bytes: UnsafeRawBufferPointer, name: String, reduction: Reduction = .full,
        into photo: inout Photo
    ) throws(KioskError) {
        let opened = try decoder.open(bytes, name: name, reduction: reduction, isGray: false)
        guard opened.channels == 4 else {
            return try photo.refill(size: opened.size) { pixels throws(KioskError) in
                try decoder.decode(into: pixels, name: name)
            }
        }
        var inks = [UInt8](repeating: 0, count: opened.size.width * opened.size.height * 4)
        try inks.withUnsafeMutableBufferPointer { pixels throws(KioskError) in
            try decoder.decode(into: pixels, name: name)
        }
        photo.refill(size: opened.size) { Self.print(inks, into: $0) }
    }

    /// R G B of C M Y K, whose bytes say how much of the light is left.
    private static func print(_ inks: [UInt8], into rgb: UnsafeMutableBufferPointer<UInt8>) {
        for pixel in 0..<rgb.count / 3 {
            let black = Int(inks[4 * pixel + 3])
            for channel in 0..<3 {
                rgb[3 * pixel + channel] = UInt8(Int(inks[4 * pixel + channel]) * black / 255)
            }
        }
    }

    /// The luma of a JPEG.
    ///
    /// - Throws: as `decode`.
    public borrowing func decodeGray(
        _ bytes: [UInt8], name: String, reduction: Reduction = .full
    ) throws(KioskError) -> GrayImage {
        var gray = GrayImage()
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            try decodeGray(
                UnsafeRawBufferPointer(bytes), name: name, reduction: reduction, into: &gray)
        }
        return gray
    }

    /// The same of bytes on loan, in the storage of a picture; after an error that holds anything.
    ///
    /// - Throws: as `decode`.
    public borrowing func decodeGray(
        _ bytes: UnsafeRawBufferPointer, name: String, reduction: Reduction = .full,
        into gray: inout GrayImage
    ) throws(KioskError) {
        let opened = try decoder.open(bytes, name: name, reduction: reduction, isGray: true)
        guard opened.channels == 1 else {
            var photo = Photo()
            try decode(bytes, name: name, reduction: reduction, into: &photo)
            return photo.gray(into: &gray)
        }
        try gray.refill(size: opened.size) { pixels throws(KioskError) in
            try decoder.decode(into: pixels, name: name)
        }
    }

    /// A baseline JPEG of a picture, with the given quality factor (1 to 100).
    ///
    /// - Throws: `jpeg.codec`.
    public borrowing func encode(
        _ photo: Photo, quality: Int, subsampling: Subsampling
    ) throws(KioskError) -> JPEG {
        let chroma = subsampling == .none ? TJSAMP_444 : TJSAMP_420
        let width = Int32(photo.width)
        let height = Int32(photo.height)
        let capacity = Int(tjBufSize(width, height, Int32(chroma.rawValue)))
        var length = UInt(capacity)
        var status: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            var start = output.baseAddress
            status = tjCompress2(
                compressor, photo.pixels, width, 0, height, Int32(TJPF_RGB.rawValue), &start,
                &length,
                Int32(chroma.rawValue), Int32(quality), TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT)
            count = status == 0 ? Int(length) : 0
        }
        guard status == 0 else { throw KioskError(.jpeg, detail: text(compressor)) }
        return JPEG(bytes: bytes, quality: quality, subsampling: subsampling)
    }

    private borrowing func text(_ handle: tjhandle) -> String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? ""
    }
}
