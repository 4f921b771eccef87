import Testing

@testable import KioskCore

struct ResamplingTests {
    private static func flat(_ level: UInt8, _ size: Size) -> Photo {
        Photo(size: size, pixels: [UInt8](repeating: level, count: size.width * size.height * 3))
    }

    @Test("an even picture stays as it is, at every level")
    func even() {
        for level in UInt8.min...UInt8.max {
            let photo = Self.flat(level, Size(width: 61, height: 83))
            let small = photo.cropped(
                to: Rect(x: 3, y: 5, width: 48, height: 64), scaledTo: Size(width: 30, height: 40))
            #expect(small == Self.flat(level, small.size))
        }
    }

    @Test("a crop of the portrait's own size is the picture itself but for the filter's softness")
    func sameSize() {
        let photo = Self.ramp(Size(width: 90, height: 90))
        let same = photo.cropped(
            to: Rect(x: 10, y: 10, width: 60, height: 60), scaledTo: Size(width: 60, height: 60))
        var worst = 0
        for y in 2..<58 {
            for x in 2..<58 {
                let source = Int(photo.pixels[((y + 10) * 90 + x + 10) * 3])
                worst = max(worst, abs(Int(same.pixels[(y * 60 + x) * 3]) - source))
            }
        }
        #expect(worst <= 1)
    }

    @Test("a fine black and white grid becomes the grey of its light, not of its codes")
    func linearLight() {
        let photo = Photo(size: Size(width: 400, height: 400)) { pixels in
            for index in 0..<400 * 400 {
                let isWhite = (index % 400 + index / 400) % 2 == 0
                for channel in 0..<3 { pixels[index * 3 + channel] = isWhite ? 255 : 0 }
            }
        }
        let small = photo.cropped(
            to: Rect(x: 0, y: 0, width: 400, height: 400), scaledTo: Size(width: 100, height: 100))
        // Half of the light is code 188 in sRGB (IEC 61966-2-1); averaging codes would give 128.
        let middle = small.pixels[(50 * 100 + 50) * 3]
        #expect(abs(Int(middle) - 188) <= 1)
    }

    @Test(
        "blocks are averaged and rests left out",
        arguments: [(1280, 720, 960, 2), (640, 480, 960, 1), (1921, 1081, 960, 3)])
    func reduced(width: Int, height: Int, longSide: Int, factor: Int) {
        let (small, by) = Self.flat(77, Size(width: width, height: height)).reduced(
            toLongSide: longSide)
        #expect(by == factor)
        #expect(small.size == Size(width: width / factor, height: height / factor))
        #expect(small.pixels.allSatisfy { $0 == 77 })
    }

    private static func ramp(_ size: Size) -> Photo {
        Photo(size: size) { pixels in
            for index in 0..<size.width * size.height {
                for channel in 0..<3 {
                    pixels[index * 3 + channel] = UInt8(60 + index % size.width)
                }
            }
        }
    }
}
