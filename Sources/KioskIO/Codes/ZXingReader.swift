import CZXing
import KioskCore

/// ZXing-C++'s reader of QR codes. It keeps nothing from one picture to the next.
enum ZXingReader {
    /// The codes in a picture that lies there: one byte a pixel, rows from the top without padding.
    ///
    /// - Parameter isByRow: light and dark are told apart by one level a row, not by each pixel's neighbourhood.
    static func find(_ luma: UnsafeBufferPointer<UInt8>, _ size: Size, isByRow: Bool) -> [FoundCode]
    {
        guard size.width > 0, size.height > 0, let start = luma.baseAddress,
            let list = czxing_read(
                start, Int32(size.width), Int32(size.height), Int32(size.width),
                isByRow ? CZXING_GLOBAL : CZXING_LOCAL)
        else { return [] }
        defer { czxing_free(list) }
        return (0..<czxing_count(list)).map { found(czxing_code_at(list, $0)) }
    }

    private static func found(_ code: czxing_code) -> FoundCode {
        let xs = [code.x.0, code.x.1, code.x.2, code.x.3]
        let ys = [code.y.0, code.y.1, code.y.2, code.y.3]
        let outline = zip(xs, ys).map { Point(x: Double($0), y: Double($1)) }
        return FoundCode(content(of: code), outline: outline)
    }

    private static func content(of code: czxing_code) -> FoundCode.Content {
        guard code.is_read else { return .unreadable }
        let bytes = Array(UnsafeBufferPointer(start: code.bytes, count: code.count))
        if code.parts > 1, let parity = UInt8(exactly: code.parity) {
            return .part(
                CodePart(
                    bytes: bytes, number: Int(code.part), count: Int(code.parts), parity: parity))
        }
        let level = code.level == 0 ? nil : String(UnicodeScalar(UInt8(bitPattern: code.level)))
        return .code(CaptureCode(bytes: bytes, level: level, reader: "zxing"))
    }
}
