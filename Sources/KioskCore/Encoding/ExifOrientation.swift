/// The orientation tag (0x0112) of Exif data, after Exif 2.3 and TIFF 6.0.
public enum ExifOrientation {
    /// 1 to 8, or nil where data has no valid one that begins as a JPEG's segment does; WebP files
    /// leave that beginning out.
    public static func of(exif bytes: [UInt8]) -> Int? {
        let begin = Array("Exif\0\0".utf8)
        return of(tiff: bytes.starts(with: begin) ? Array(bytes.dropFirst(begin.count)) : bytes)
    }

    /// 1 to 8, or nil where a TIFF has no valid one.
    public static func of(tiff bytes: [UInt8]) -> Int? {
        let tiff = TIFF(bytes)
        guard let entries = tiff.firstDirectory() else { return nil }
        let found = entries.first { tiff.short(at: $0) == 0x0112 }
        guard let entry = found, let value = tiff.short(at: entry + 8), (1...8).contains(value)
        else { return nil }
        return value
    }

    private struct TIFF {
        let bytes: [UInt8]
        let isLittle: Bool

        init(_ bytes: [UInt8]) {
            self.bytes = bytes
            isLittle = bytes.starts(with: Array("II".utf8))
        }

        func short(at offset: Int) -> Int? {
            guard offset >= 0, offset + 2 <= bytes.count else { return nil }
            let (first, second) = (Int(bytes[offset]), Int(bytes[offset + 1]))
            return isLittle ? second << 8 | first : first << 8 | second
        }

        func long(at offset: Int) -> Int? {
            guard let first = short(at: offset), let second = short(at: offset + 2) else {
                return nil
            }
            return isLittle ? second << 16 | first : first << 16 | second
        }

        /// The offsets of the first directory's entries, 12 bytes each.
        func firstDirectory() -> [Int]? {
            guard isLittle || bytes.starts(with: Array("MM".utf8)), short(at: 2) == 42,
                let start = long(at: 4), let count = short(at: start)
            else { return nil }
            return (0..<count).map { start + 2 + 12 * $0 }
        }
    }
}
