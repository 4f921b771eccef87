import CQREncode

/// A QR code's modules, by libqrencode in byte mode.
struct QRMatrix: Sendable {
    /// Modules a side, without the quiet zone.
    let side: Int
    private let dark: [Bool]

    /// The code of some bytes; nil where they are too many for any version (ISO/IEC 18004).
    init?(_ bytes: [UInt8], level: QRecLevel) {
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, level) else { return nil }
        defer { QRcode_free(code) }
        let side = Int(code.pointee.width)
        self.side = side
        dark = (0..<side * side).map { code.pointee.data[$0] & 1 == 1 }
    }

    /// Whether the module in that column and row is dark; light outside the code.
    func isDark(_ column: Int, _ row: Int) -> Bool {
        guard column >= 0, row >= 0, column < side, row < side else { return false }
        return dark[row * side + column]
    }
}
