import CZBar
public import KioskCore

/// zbar's image scanner, set to QR codes and raw bytes.
///
/// In its default text mode zbar guesses Shift-JIS and Big5 and changes the bytes; with
/// `ZBAR_CFG_BINARY` they come as they are.
public struct CodeReader: ~Copyable {
    private let scanner: OpaquePointer

    /// Opens a scanner.
    ///
    /// - Parameter lineStep: rows and columns from one scan line to the next, 1 or more. A finder
    ///   pattern's middle is three modules high, so 2 misses nothing that can be read at all, and
    ///   costs half.
    /// - Throws: `bug` where memory is short.
    public init(lineStep: Int = 1) throws(KioskError) {
        guard let scanner = zbar_image_scanner_create() else { throw KioskError(.bug, "zbar") }
        zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1)
        zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_BINARY, 1)
        for density in [ZBAR_CFG_X_DENSITY, ZBAR_CFG_Y_DENSITY] {
            zbar_image_scanner_set_config(scanner, ZBAR_NONE, density, Int32(lineStep))
        }
        self.scanner = scanner
    }

    deinit { zbar_image_scanner_destroy(scanner) }

    /// The codes in a picture, each content once, in the order zbar found them.
    public borrowing func read(_ image: GrayImage) -> [CaptureCode] {
        image.pixels.withUnsafeBufferPointer { read(luma: $0, image.size) }
    }

    /// The codes in the luma of a frame, read where it lies: one byte a pixel, rows from the top
    /// without padding; traps where there are fewer than width × height bytes.
    public borrowing func read(luma: UnsafeBufferPointer<UInt8>, _ size: Size) -> [CaptureCode] {
        let count = size.width * size.height
        precondition(luma.count >= count, "the luma is whole")
        guard count > 0, let picture = zbar_image_create() else { return [] }
        defer { zbar_image_destroy(picture) }
        zbar_image_set_format(picture, UInt(FourCC.gray8.rawValue))
        zbar_image_set_size(picture, UInt32(size.width), UInt32(size.height))
        zbar_image_set_data(picture, luma.baseAddress, UInt(count), nil)
        defer { zbar_image_set_data(picture, nil, 0, nil) }
        guard zbar_scan_image(scanner, picture) > 0 else { return [] }
        return symbols(of: picture)
    }

    private borrowing func symbols(of picture: OpaquePointer) -> [CaptureCode] {
        var codes: [CaptureCode] = []
        var symbol = zbar_image_first_symbol(picture)
        while let current = symbol {
            if zbar_symbol_get_type(current) == ZBAR_QRCODE,
                let data = zbar_symbol_get_data(current)
            {
                let length = Int(zbar_symbol_get_data_length(current))
                let bytes = UnsafeRawBufferPointer(start: data, count: length)
                codes.append(CaptureCode(bytes: Array(bytes), reader: "zbar"))
            }
            symbol = zbar_symbol_next(current)
        }
        return codes.reduce(into: []) { kept, code in
            if !kept.contains(where: { $0.bytes == code.bytes }) { kept.append(code) }
        }
    }
}
