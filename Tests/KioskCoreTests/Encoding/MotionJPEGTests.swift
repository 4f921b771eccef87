import KioskCore
import Testing

struct MotionJPEGTests {
    private static let one: [UInt8] = [
        0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0, 8, 0xFF, 0xD0, 9, 0xFF, 0xD9,
    ]
    /// A JPEG with a thumbnail in a segment: its markers are not the picture's own.
    private static let withThumbnail: [UInt8] =
        [
            0xFF, 0xD8, 0xFF, 0xE1, 0, 8, 0xFF, 0xD8, 0xFF, 0xD9, 1, 2, 0xFF, 0xDA, 0, 2, 5, 0xFF,
            0xD9,
        ]

    private static func frames(_ bytes: [UInt8], isEnd: Bool = false) -> [Range<Int>] {
        bytes.withUnsafeBytes { MotionJPEG.frames(in: $0, isEnd: isEnd) }
    }

    @Test("pictures end to end are found, thumbnails inside are not")
    func endToEnd() {
        let (one, other) = (Self.one, Self.withThumbnail)
        #expect(
            Self.frames(one + other + one) == [
                0..<one.count, one.count..<one.count + other.count,
                one.count + other.count..<2 * one.count + other.count,
            ])
    }

    @Test("bytes between pictures are passed over, and half a picture at the end is left out")
    func strayBytes() {
        let bytes = [1, 2, 3] + Self.one + [0, 0] + Self.one.dropLast(2)
        #expect(Self.frames(bytes) == [3..<3 + Self.one.count])
    }

    @Test("a picture without its end marker ends where the next begins, or with the bytes")
    func noEndMarker() {
        let (open, one) = (Array(Self.one.dropLast(2)), Self.one)
        let two = [0..<open.count, open.count..<open.count + one.count]
        #expect(Self.frames(open + one) == two)
        let alone = [0..<open.count]
        #expect(Self.frames(open) == [])
        #expect(Self.frames(open, isEnd: true) == alone)
        let last = [0..<open.count, open.count..<2 * open.count]
        #expect(Self.frames(open + open) == alone)
        #expect(Self.frames(open + open, isEnd: true) == last)
    }

    @Test("tables between two scans end no picture, whatever bytes are in them")
    func betweenScans() {
        let scans: [UInt8] = [
            0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 7, 0xFF, 0xC4, 0, 4, 0xFF, 0xD9, 0xFF, 0xDA, 0, 2, 5,
            0xFF,
            0xD9,
        ]
        #expect(Self.frames(scans) == [0..<scans.count])
    }

    @Test("nothing is found in nothing")
    func nothing() {
        #expect(Self.frames([]).isEmpty)
        #expect(Self.frames([0xFF]).isEmpty)
        #expect(Self.frames([0xFF, 0xD8]).isEmpty)
    }
}
