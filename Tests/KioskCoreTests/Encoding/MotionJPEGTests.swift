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

    private static func frames(_ bytes: [UInt8]) -> [Range<Int>] {
        bytes.withUnsafeBytes { MotionJPEG.frames(in: $0) }
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

    @Test("nothing is found in nothing")
    func nothing() {
        #expect(Self.frames([]).isEmpty)
        #expect(Self.frames([0xFF]).isEmpty)
        #expect(Self.frames([0xFF, 0xD8]).isEmpty)
    }
}
