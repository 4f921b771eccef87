public import KioskCore

/// libjpeg-turbo's compressor and decompressor. Not for use by two threads at once.
public struct JPEGCodec: ~Copyable {
    private let encoder: JPEGEncoder
    let decoder: JPEGDecoder

    /// Opens both.
    ///
    /// - Throws: `jpeg.codec` where memory is short.
    public init() throws(KioskError) {
        let encoder = try JPEGEncoder()
        let decoder = try JPEGDecoder()
        self.encoder = encoder
        self.decoder = decoder
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

    /// A baseline JPEG of a picture, with the tables of a quality factor (1 to 100).
    ///
    /// - Throws: `jpeg.codec`.
    public borrowing func encode(
        _ photo: Photo, quality: Int, subsampling: Subsampling
    ) throws(KioskError) -> JPEG {
        try encode(photo, QuantisationTables(quality: quality), subsampling: subsampling)
    }

    /// A baseline JPEG of a picture, with the given tables.
    ///
    /// - Throws: `jpeg.codec`.
    public borrowing func encode(
        _ photo: Photo, _ tables: QuantisationTables, subsampling: Subsampling
    ) throws(KioskError) -> JPEG {
        JPEG(
            bytes: try encoder.encode(photo, tables, subsampling), quality: tables.quality,
            subsampling: subsampling)
    }
}
