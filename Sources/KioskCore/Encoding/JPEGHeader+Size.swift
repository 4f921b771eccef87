extension JPEGHeader {
    /// Columns and rows that a JPEG's frame header names, without a copy of the bytes; nil where
    /// they are no JPEG, or end before it (ITU-T T.81, B.2.2).
    public static func size(in bytes: UnsafeRawBufferPointer) -> Size? {
        guard bytes.count > 4, bytes[0] == 0xFF, bytes[1] == 0xD8 else { return nil }
        var place = 2
        while place + 9 <= bytes.count {
            // Decoders pass over bytes between segments.
            guard bytes[place] == 0xFF, bytes[place + 1] != 0x00 else {
                place += 1
                continue
            }
            let marker = bytes[place + 1]
            if marker == 0xFF || JPEGSegments.alone.contains(marker) {
                place += marker == 0xFF ? 1 : 2
                continue
            }
            let length = Int(bytes[place + 2]) << 8 | Int(bytes[place + 3])
            guard length >= 2, marker != 0xDA, marker != 0xD9 else { return nil }
            guard !isFrame(marker) else {
                return Size(
                    width: Int(bytes[place + 7]) << 8 | Int(bytes[place + 8]),
                    height: Int(bytes[place + 5]) << 8 | Int(bytes[place + 6]))
            }
            place += 2 + length
        }
        return nil
    }

    /// SOF0 to SOF15 but for DHT, JPG and DAC, which share their numbers.
    private static func isFrame(_ marker: UInt8) -> Bool {
        (0xC0...0xCF).contains(marker) && marker != 0xC4 && marker != 0xC8 && marker != 0xCC
    }
}
