import CTurboJPEG
public import KioskCore

/// TurboJPEG's compressor and decompressor. Not for use by two threads at once.
public struct JPEGCodec: ~Copyable {
    private let compressor: tjhandle
    private let decompressor: tjhandle

    /// Opens both.
    ///
    /// - Throws: `jpeg.codec` where memory is short.
    public init() throws(KioskError) {
        guard let compressor = tjInitCompress() else { throw KioskError(.jpeg) }
        guard let decompressor = tjInitDecompress() else {
            tjDestroy(compressor)
            throw KioskError(.jpeg)
        }
        self.compressor = compressor
        self.decompressor = decompressor
    }

    deinit {
        tjDestroy(compressor)
        tjDestroy(decompressor)
    }

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
    /// - Throws: `picture.format` or, where the data ends too early, `picture.truncated`.
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
        _ bytes: UnsafeRawBufferPointer, name: String, reduction: Reduction = .full, into photo: inout Photo
    ) throws(KioskError) {
        let header = try header(bytes, name)
        let size = header.scaled(by: reduction)
        guard header.isCMYK else {
            return try photo.refill(size: size) { pixels throws(KioskError) in
                try decode(bytes, name, size, TJPF_RGB, into: pixels)
            }
        }
        var inks = [UInt8](repeating: 0, count: size.width * size.height * 4)
        try inks.withUnsafeMutableBufferPointer { pixels throws(KioskError) in
            try decode(bytes, name, size, TJPF_CMYK, into: pixels)
        }
        photo.refill(size: size) { Self.print(inks, into: $0) }
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
        _ bytes: UnsafeRawBufferPointer, name: String, reduction: Reduction = .full, into gray: inout GrayImage
    ) throws(KioskError) {
        let header = try header(bytes, name)
        guard !header.isCMYK else {
            var photo = Photo()
            try decode(bytes, name: name, reduction: reduction, into: &photo)
            return photo.gray(into: &gray)
        }
        let size = header.scaled(by: reduction)
        try gray.refill(size: size) { pixels throws(KioskError) in
            try decode(bytes, name, size, TJPF_GRAY, into: pixels)
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

    private struct Header {
        var width: Int32 = 0
        var height: Int32 = 0
        var isCMYK = false

        func scaled(by reduction: Reduction) -> Size {
            let divisor = reduction.rawValue
            return Size(
                width: Int((width + divisor - 1) / divisor),
                height: Int((height + divisor - 1) / divisor))
        }
    }

    /// Pictures over this many pixels are refused: nobody's camera makes them, and a few bytes
    /// could ask for all the memory there is.
    private static let mostPixels = 120_000_000

    private borrowing func header(
        _ bytes: UnsafeRawBufferPointer, _ name: String
    ) throws(KioskError) -> Header {
        var header = Header()
        var subsampling: Int32 = 0
        var colours: Int32 = 0
        let status = tjDecompressHeader3(
            decompressor, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            UInt(bytes.count), &header.width, &header.height, &subsampling,
            &colours)
        guard status == 0 || header.width > 0,
            header.width > 0, header.height > 0,
            Int(header.width) * Int(header.height) <= Self.mostPixels
        else { throw KioskError(.pictureFormat, name, detail: text(decompressor)) }
        header.isCMYK = [TJCS_CMYK, TJCS_YCCK].contains { Int32($0.rawValue) == colours }
        return header
    }

    private borrowing func decode(
        _ bytes: UnsafeRawBufferPointer, _ name: String, _ size: Size, _ format: TJPF,
        into pixels: UnsafeMutableBufferPointer<UInt8>
    ) throws(KioskError) {
        let status = tjDecompress2(
            decompressor, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
            UInt(bytes.count), pixels.baseAddress, Int32(size.width), 0,
            Int32(size.height), Int32(format.rawValue), TJFLAG_ACCURATEDCT)
        if status != 0 { try judge(name) }
    }

    /// A warning about data that ended too early is an error here: half a picture is none. Other
    /// warnings (stray bytes between segments) leave the picture whole.
    private borrowing func judge(_ name: String) throws(KioskError) {
        let words = text(decompressor)
        let isWarning = tjGetErrorCode(decompressor) == Int32(TJERR_WARNING.rawValue)
        guard isWarning else { throw KioskError(.pictureFormat, name, detail: words) }
        let harmless = words.contains("extraneous bytes")
        guard harmless else { throw KioskError(.pictureTruncated, name, detail: words) }
    }

    private borrowing func text(_ handle: tjhandle) -> String {
        tjGetErrorStr2(handle).map { String(cString: $0) } ?? ""
    }
}
