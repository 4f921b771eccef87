import Testing

@testable import KioskCore

struct JPEGHeaderTests {
    static let jfif: [UInt8] =
        [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, 1, 0, 72, 0, 72, 0, 0]
    static let frame: [UInt8] = [
        0xFF, 0xC0, 0, 17, 8, 0x02, 0x80, 0x01, 0xE0, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]
    static let scan: [UInt8] = [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9]

    static func exif(orientation: UInt8, isLittle: Bool) -> [UInt8] {
        let head: [UInt8] =
            isLittle ? [0x49, 0x49, 42, 0, 8, 0, 0, 0] : [0x4D, 0x4D, 0, 42, 0, 0, 0, 8]
        let entry: [UInt8] =
            isLittle
            ? [1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
        let body = Array("Exif\0\0".utf8) + head + entry
        return [0xFF, 0xE1, 0, UInt8(body.count + 2)] + body
    }

    @Test("size, depth, baseline and density are read")
    func header() throws {
        let header = try #require(
            JPEGHeader(parsing: [0xFF, 0xD8] + Self.jfif + Self.frame + Self.scan))
        #expect(header.size == Size(width: 480, height: 640))
        #expect(header.bitsPerComponent == 8)
        #expect(header.components == 3)
        #expect(header.isBaseline)
        #expect(header.density?.x == 72)
        #expect(header.orientation == 1)
    }

    @Test("the Exif orientation is read in both byte orders", arguments: 1...8, [true, false])
    func orientation(value: Int, isLittle: Bool) {
        let exif = Self.exif(orientation: UInt8(value), isLittle: isLittle)
        #expect(JPEGHeader(parsing: [0xFF, 0xD8] + exif + Self.frame)?.orientation == value)
    }

    @Test("an orientation that there is not is upright", arguments: [0, 9, 255])
    func wrongOrientation(value: UInt8) {
        let exif = Self.exif(orientation: value, isLittle: true)
        #expect(JPEGHeader(parsing: [0xFF, 0xD8] + exif + Self.frame)?.orientation == 1)
    }

    @Test(
        "markers without a length are passed over, whoever reads the header",
        arguments: [0x01, 0xD0, 0xD7] as [UInt8])
    func alone(marker: UInt8) {
        let frame = [0xFF, 0xD8, 0xFF, marker] + Self.frame
        let bytes = frame + [UInt8](repeating: 0xFF, count: 700)
        #expect(JPEGHeader(parsing: bytes)?.size == Size(width: 480, height: 640))
        #expect(bytes.withUnsafeBytes { JPEGHeader.size(in: $0) } == Size(width: 480, height: 640))
    }

    @Test("the density tag is set in place and nothing else changes")
    func tagged() {
        let bytes = [0xFF, 0xD8] + Self.jfif + Self.frame + Self.scan
        let tagged = JPEG(bytes: bytes, quality: 90, subsampling: .half).tagged(dpi: 300)
        let header = JPEGHeader(parsing: tagged.bytes)
        #expect(header?.density?.x == 300)
        #expect(header?.density?.y == 300)
        #expect(tagged.bytes.count == bytes.count)
        let changed = zip(bytes, tagged.bytes).filter { $0 != $1 }.count
        #expect(changed <= 5)
    }

    @Test("tables are read in any order, several a segment, and none of what is cut")
    func tables() {
        func table(_ place: UInt8, _ step: UInt8) -> [UInt8] {
            [place] + [UInt8](repeating: step, count: 64)
        }
        func tables(_ bodies: [[UInt8]]) -> QuantisationTables? {
            let segments = bodies.flatMap { body -> [UInt8] in
                [0xFF, 0xDB, 0, UInt8(body.count + 2)] + body
            }
            return JPEGHeader(parsing: [0xFF, 0xD8] + segments + Self.frame)?.tables
        }
        let both = tables([table(0, 2), table(1, 3)])
        #expect(both?.luma.steps == [UInt8](repeating: 2, count: 64))
        #expect(both?.chroma.steps == [UInt8](repeating: 3, count: 64))
        #expect(tables([table(1, 3), table(0, 2)]) == both)
        #expect(tables([table(1, 3) + table(0, 2)]) == both)
        // 16-bit steps are none of a baseline file's.
        #expect(tables([[0x10] + [UInt8](repeating: 0, count: 128), table(1, 3)]) == nil)
        #expect(tables([table(0, 2), Array(table(1, 3).dropLast())]) == nil)
    }

    @Test("every shortening of a header is read without a trap")
    func everyPrefix() {
        let whole =
            [0xFF, 0xD8] + Self.jfif + Self.exif(orientation: 6, isLittle: true) + Self.frame
        for length in 0..<whole.count {
            #expect(JPEGHeader(parsing: Array(whole[..<length])) == nil)
        }
    }
}
