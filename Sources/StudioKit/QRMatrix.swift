import CQREncode

/// A QR code's modules, by libqrencode in byte mode.
struct QRMatrix: Sendable {
    /// Modules a side, without the quiet zone.
    let side: Int
    private let dark: [Bool]

    /// The code of some bytes; nil where they are too many for any version (ISO/IEC 18004).
    ///
    /// - Parameter version: the smallest that may be taken, 1 to 40.
    init?(_ bytes: [UInt8], level: QRecLevel, version: Int = 1) {
        guard
            let code = QRcode_encodeData(Int32(bytes.count), bytes, Int32(version), level)
        else { return nil }
        defer { QRcode_free(code) }
        self.init(code)
    }

    /// A text in several codes of that version (structured append); nil where it needs more than 16, or one is enough.
    static func split(_ bytes: [UInt8], level: QRecLevel, version: Int) -> [QRMatrix]? {
        let list = QRcode_encodeDataStructured(Int32(bytes.count), bytes, Int32(version), level)
        guard let list else { return nil }
        defer { QRcode_List_free(list) }
        return Array(
            sequence(first: list) { $0.pointee.next }.compactMap(\.pointee.code)
                .map(QRMatrix.init(_:)))
    }

    /// The modules of a code that libqrencode made, which stays the caller's.
    init(_ code: UnsafeMutablePointer<QRcode>) {
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
