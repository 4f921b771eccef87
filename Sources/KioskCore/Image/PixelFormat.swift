/// A pixel format by its four characters, as V4L2 writes it (`V4L2_PIX_FMT_*`, videodev2.h).
public struct FourCC: Hashable, Sendable, CustomStringConvertible {
    /// The characters packed little endian: the first one in the lowest byte.
    public let rawValue: UInt32

    /// The format of that code.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The format of four ASCII characters, as the program itself writes them.
    init(_ text: StaticString) {
        rawValue = text.withUTF8Buffer { Self.packed(Array($0)) }
    }

    /// The format of four ASCII characters; nil for any other text.
    public init?(parsing text: String) {
        guard text.utf8.count == 4, text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        rawValue = Self.packed(Array(text.utf8))
    }

    private static func packed(_ bytes: [UInt8]) -> UInt32 {
        bytes.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// The four characters.
    public var description: String {
        (0..<4).map { String(UnicodeScalar(UInt8(truncatingIfNeeded: rawValue >> (8 * $0)))) }
            .joined()
    }
}

/// How luma and chroma were made from R, G, B.
public struct YUVEncoding: Hashable, Sendable {
    /// The matrix's coefficients.
    public enum Matrix: String, Hashable, Sendable {
        /// ITU-R BT.601, the default of webcams and of JPEG.
        case bt601
        /// ITU-R BT.709, that of HD video.
        case bt709
    }
    /// The matrix.
    public var matrix: Matrix
    /// Luma from 0 to 255 where true, from 16 to 235 where false.
    public var fullRange: Bool

    /// An encoding of that matrix and range.
    public init(matrix: Matrix, fullRange: Bool) {
        self.matrix = matrix
        self.fullRange = fullRange
    }

    /// What JFIF prescribes (BT.601, full range).
    public static let jfif = YUVEncoding(matrix: .bt601, fullRange: true)
    /// What a webcam's raw formats are by V4L2's defaults (BT.601, limited range).
    public static let camera = YUVEncoding(matrix: .bt601, fullRange: false)
}
