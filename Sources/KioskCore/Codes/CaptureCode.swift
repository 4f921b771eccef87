/// A 采集码 as it was read: the raw bytes are the truth, everything else is a guess beside them.
public struct CaptureCode: Hashable, Sendable {
    /// The bytes in the code, unchanged.
    public let bytes: [UInt8]
    /// The QR version, 1 to 40, where the reader tells.
    public let version: Int?
    /// The error correction level (`L`, `M`, `Q`, `H`), where the reader tells.
    public let level: String?
    /// Which library read it: `zbar` or `zxing`.
    public let reader: String
    /// What could be guessed from the bytes.
    public let fields: CodeFields

    /// A code of those bytes; its fields are guessed at once.
    public init(bytes: [UInt8], version: Int? = nil, level: String? = nil, reader: String) {
        self.bytes = bytes
        self.version = version
        self.level = level
        self.reader = reader
        fields = CodeFields(parsing: bytes)
    }

    /// Whether both are the same code: the same text, but for what readers add to it or leave out (a byte order mark
    /// before UTF-8).
    public func isSame(as other: CaptureCode) -> Bool { canonical == other.canonical }

    /// The bytes without a byte order mark.
    public var canonical: ArraySlice<UInt8> {
        bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    }
}
