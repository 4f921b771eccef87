import CZBar
import KioskCore

/// zbar's image scanner, set to QR codes and raw bytes.
///
/// In its default text mode zbar guesses Shift-JIS and Big5 and changes the bytes; with
/// `ZBAR_CFG_BINARY` they come as they are.
struct ZBarReader: ~Copyable {
    private let scanner: OpaquePointer

    /// Opens a scanner.
    ///
    /// - Parameter lineStep: rows and columns from one scan line to the next, 1 or more. A finder
    ///   pattern's middle is three modules high, so 2 misses nothing that can be read at all, and
    ///   costs half.
    /// - Throws: `bug` where memory is short.
    init(lineStep: Int) throws(KioskError) {
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

    /// The codes in a picture that lies there: one byte a pixel, rows from the top without padding.
    borrowing func find(_ luma: UnsafeBufferPointer<UInt8>, _ size: Size) -> [FoundCode] {
        guard size.width > 0, size.height > 0, let picture = zbar_image_create() else { return [] }
        defer { zbar_image_destroy(picture) }
        zbar_image_set_format(picture, UInt(FourCC.gray8.rawValue))
        zbar_image_set_size(picture, UInt32(size.width), UInt32(size.height))
        zbar_image_set_data(picture, luma.baseAddress, UInt(size.width * size.height), nil)
        defer { zbar_image_set_data(picture, nil, 0, nil) }
        guard zbar_scan_image(scanner, picture) > 0 else { return [] }
        var found: [FoundCode] = []
        var symbol = zbar_image_first_symbol(picture)
        while let current = symbol {
            if let code = Self.code(of: current) { found.append(code) }
            symbol = zbar_symbol_next(current)
        }
        return found
    }

    private static func code(of symbol: OpaquePointer) -> FoundCode? {
        // A part of a split code is of another type, and its number is not told.
        guard zbar_symbol_get_type(symbol) == ZBAR_QRCODE, let data = zbar_symbol_get_data(symbol)
        else { return nil }
        let length = Int(zbar_symbol_get_data_length(symbol))
        let bytes = Array(UnsafeRawBufferPointer(start: data, count: length))
        let outline = (0..<zbar_symbol_get_loc_size(symbol)).map { corner in
            Point(
                x: Double(zbar_symbol_get_loc_x(symbol, corner)),
                y: Double(zbar_symbol_get_loc_y(symbol, corner)))
        }
        return FoundCode(.code(CaptureCode(bytes: bytes, reader: "zbar")), outline: outline)
    }
}
