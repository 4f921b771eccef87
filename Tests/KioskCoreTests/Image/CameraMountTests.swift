import KioskCore
import Testing

struct CameraMountTests {
    /// A B C
    /// D E F
    private static let gray = GrayImage(
        size: Size(width: 3, height: 2), pixels: [1, 2, 3, 4, 5, 6])

    private static func turned(_ gray: GrayImage, _ mount: CameraMount) -> GrayImage {
        var upright = GrayImage()
        upright.refill(turning: gray, by: mount)
        return upright
    }

    @Test(
        "each mount turns clockwise by its degrees",
        arguments: [
            (CameraMount.upright, 3, [1, 2, 3, 4, 5, 6]), (.quarter, 2, [4, 1, 5, 2, 6, 3]),
            (.half, 3, [6, 5, 4, 3, 2, 1]), (.threeQuarters, 2, [3, 6, 2, 5, 1, 4]),
        ] as [(CameraMount, Int, [UInt8])])
    func turn(mount: CameraMount, width: Int, pixels: [UInt8]) {
        let upright = Self.turned(Self.gray, mount)
        #expect(upright.width == width)
        #expect(upright.pixels == pixels)
        var photo = Photo()
        photo.refill(
            turning: Photo(
                size: Self.gray.size, pixels: Self.gray.pixels.flatMap { [$0, $0 + 10, $0 + 20] }),
            by: mount)
        #expect(photo.size == upright.size)
        #expect(photo.pixels == pixels.flatMap { [$0, $0 + 10, $0 + 20] })
    }

    @Test(
        "four quarter turns are none, two are a half, and a half and a quarter are three",
        arguments: [Size(width: 1, height: 1), Size(width: 100, height: 33)])
    func quarters(size: Size) {
        let gray = GrayImage(
            size: size,
            pixels: (0..<size.width * size.height).map { UInt8(truncatingIfNeeded: $0 * 7) })
        let one = Self.turned(gray, .quarter)
        let two = Self.turned(one, .quarter)
        let three = Self.turned(two, .quarter)
        #expect(two == Self.turned(gray, .half))
        #expect(three == Self.turned(gray, .threeQuarters))
        #expect(Self.turned(three, .quarter) == gray)
        #expect(Self.turned(gray, .upright) == gray)
    }
}
