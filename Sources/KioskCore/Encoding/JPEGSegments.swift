/// Walks over a JPEG's marker segments up to the first scan.
struct JPEGSegments {
    private var position = 0

    /// Markers without a length: TEM and RST (ITU-T T.81, B.1.1.3).
    static let alone = Set<UInt8>([0x01] + Array(0xD0...0xD7))

    /// The next segment's marker (its second byte) and the bytes after its length; nil at the
    /// first scan, at the end, where the chain is broken, or where it is no JPEG.
    mutating func next(in bytes: UnsafeRawBufferPointer) -> (marker: UInt8, body: Range<Int>)? {
        if position == 0 {
            guard bytes.count > 2, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
            position = 2
        }
        while position + 4 <= bytes.count {
            let marker = bytes[position + 1]
            // Fill bytes, and what stands between segments: decoders pass over it.
            guard bytes[position] == 0xFF, marker != 0xFF, marker != 0x00 else {
                position += 1
                continue
            }
            guard !Self.alone.contains(marker) else {
                position += 2
                continue
            }
            guard marker != 0xDA, marker != 0xD9 else { return nil }
            let length = Int(bytes[position + 2]) << 8 | Int(bytes[position + 3])
            let end = position + 2 + length
            guard length >= 2, end <= bytes.count else { return nil }
            defer { position = end }
            return (marker, position + 4..<end)
        }
        return nil
    }

    /// The same of an array.
    mutating func next(in bytes: [UInt8]) -> (marker: UInt8, body: Range<Int>)? {
        bytes.withUnsafeBytes { next(in: $0) }
    }
}
