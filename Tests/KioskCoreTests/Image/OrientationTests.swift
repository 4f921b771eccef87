import Testing

@testable import KioskCore

struct OrientationTests {
    /// A B C
    /// D E F
    private static let photo = Photo(
        size: Size(width: 3, height: 2),
        pixels: [1, 2, 3, 4, 5, 6].flatMap { [$0, $0, $0] as [UInt8] })

    @Test(
        "each Exif orientation becomes upright (Exif 2.3, tag 0x0112)",
        arguments: [
            (1, 3, [1, 2, 3, 4, 5, 6]), (2, 3, [3, 2, 1, 6, 5, 4]), (3, 3, [6, 5, 4, 3, 2, 1]),
            (4, 3, [4, 5, 6, 1, 2, 3]), (5, 2, [1, 4, 2, 5, 3, 6]), (6, 2, [4, 1, 5, 2, 6, 3]),
            (7, 2, [6, 3, 5, 2, 4, 1]), (8, 2, [3, 6, 2, 5, 1, 4]),
        ])
    func upright(orientation: Int, width: Int, pixels: [UInt8]) {
        let upright = Photo(upright: Self.photo, exifOrientation: orientation)
        #expect(upright.width == width)
        #expect(stride(from: 0, to: 18, by: 3).map { upright.pixels[$0] } == pixels)
    }
}
