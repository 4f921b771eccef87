/// What a JPEG says of itself in the segments before its picture (ITU-T T.81, JFIF 1.02).
public struct JPEGHeader: Hashable, Sendable {
    /// Columns and rows.
    public var size: Size
    /// 8 bits a component in every portrait.
    public var bitsPerComponent: Int
    /// 1 gray, 3 colour, 4 CMYK.
    public var components: Int
    /// Whether the frame is baseline (SOF0).
    public var isBaseline: Bool
    /// Dots per inch across and down, where a JFIF segment says so.
    public var density: Density?
    /// Whether a JFIF segment's numbers count something else than dots per inch: dots per centimetre,
    /// or nothing.
    public var hasOtherDensity: Bool
    /// The Exif orientation, 1 to 8; 1 where none is given.
    public var orientation: Int
    /// The tables of its luma and chroma, by their usual numbers 0 and 1; nil where one is not there, or not of
    /// 8-bit steps.
    public var tables: QuantisationTables?
    /// The quality factor that the file's quantisation belongs to, 1 to 100; nil where it tells none.
    public var quality: Int?

    /// Dots per inch.
    public struct Density: Hashable, Sendable {
        /// Across.
        public var x: Int
        /// Down.
        public var y: Int
    }

    /// The header of a JPEG's bytes; nil where they are no JPEG with a frame header.
    public init?(parsing bytes: [UInt8]) {
        var segments = JPEGSegments()
        var density: Density?
        var hasOtherDensity = false
        var orientation = 1
        var tables: [Int: QuantisationTable] = [:]
        while let segment = segments.next(in: bytes) {
            let body = bytes[segment.body]
            switch segment.marker {
            case 0xE0:
                density = density ?? Self.jfifDensity(body)
                hasOtherDensity = hasOtherDensity || Self.isOtherDensity(body)
            case 0xE1: orientation = Self.orientation(body) ?? orientation
            case 0xDB:
                for (place, table) in QuantisationTable.parsing(body) { tables[place] = table }
            case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
                guard body.count >= 6 else { return nil }
                let values = Array(body.prefix(6)).map(Int.init)
                size = Size(width: values[3] << 8 | values[4], height: values[1] << 8 | values[2])
                bitsPerComponent = values[0]
                components = values[5]
                isBaseline = segment.marker == 0xC0
                self.density = density
                self.hasOtherDensity = hasOtherDensity && density == nil
                self.orientation = orientation
                quality = tables[0]?.quality
                self.tables = QuantisationTables(tables)
                return
            default: continue
            }
        }
        return nil
    }

    /// Whether a JPEG has tables of its own for its codes: many cameras leave out the usual ones, and most viewers then
    /// show nothing (T.81, B.2.4.2).
    public static func isSelfContained(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: [0xFF, 0xD8]) else { return false }
        var segments = JPEGSegments()
        while let segment = segments.next(in: bytes) {
            if segment.marker == 0xC4 { return true }
        }
        return false
    }

    private static func orientation(_ body: ArraySlice<UInt8>) -> Int? {
        body.starts(with: Array("Exif\0\0".utf8)) ? ExifOrientation.of(exif: Array(body)) : nil
    }

    /// Unit 0 are only the sides of a pixel, 1 are inches, 2 centimetres (JFIF 1.02).
    private static func isOtherDensity(_ body: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(body)
        return bytes.count >= 12 && bytes.starts(with: Array("JFIF\0".utf8)) && bytes[7] != 1
    }

    private static func jfifDensity(_ body: ArraySlice<UInt8>) -> Density? {
        let bytes = Array(body)
        guard bytes.count >= 12, bytes.starts(with: Array("JFIF\0".utf8)), bytes[7] == 1 else {
            return nil
        }
        return Density(
            x: Int(bytes[8]) << 8 | Int(bytes[9]), y: Int(bytes[10]) << 8 | Int(bytes[11]))
    }
}

extension JPEG {
    /// The JPEG with its JFIF segment saying `dpi` dots per inch, which the encoder leaves open.
    /// Unchanged where there is no JFIF segment.
    public func tagged(dpi: Int) -> JPEG {
        var copy = self
        var segments = JPEGSegments()
        while let segment = segments.next(in: bytes) {
            guard segment.marker == 0xE0, segment.body.count >= 12 else { continue }
            let start = segment.body.lowerBound
            guard Array(bytes[start..<start + 5]) == Array("JFIF\0".utf8) else { continue }
            let (high, low) = (UInt8(dpi >> 8 & 0xFF), UInt8(dpi & 0xFF))
            copy.bytes.replaceSubrange(start + 7..<start + 12, with: [1, high, low, high, low])
            break
        }
        return copy
    }
}
