import TestSupport
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

    @Test("no value lies outside what the source has within one pixel of the result")
    func noRinging() {
        var dice = Dice(3)
        let source = Photo(size: Size(width: 300, height: 400)) { pixels in
            // Hard edges of every brightness, and specks.
            for index in 0..<300 * 400 {
                let block = (index % 300 / 37) * 31 + (index / 300 / 23) * 53
                let speck = UInt8.random(in: 0...255, using: &dice)
                for channel in 0..<3 {
                    pixels[3 * index + channel] =
                        speck < 9 ? speck &* 28 : UInt8(truncatingIfNeeded: block * (3 + channel))
                }
            }
        }
        for size in [(300, 400), (297, 396), (240, 320), (120, 160), (75, 100), (30, 40)] {
            let size = Size(width: size.0, height: size.1)
            let small = source.cropped(
                to: Rect(x: 0, y: 0, width: 300, height: 400), scaledTo: size)
            #expect(Self.excess(small, source) == 0, "\(size)")
        }
    }

    /// By how many codes a reduced picture leaves the source's range about each pixel.
    private static func excess(_ small: Photo, _ source: Photo) -> Int {
        let scale = Double(source.width) / Double(small.width)
        func near(_ index: Int, _ limit: Int) -> Range<Int> {
            let centre = (Double(index) + 0.5) * scale - 0.5
            return max(
                0, Int((centre - scale).rounded(.up)))..<min(
                    limit, Int((centre + scale).rounded(.down)) + 1)
        }
        var worst = 0
        for index in small.pixels.indices {
            let (pixel, channel) = (index / 3, index % 3)
            let columns = near(pixel % small.width, source.width)
            let levels = near(pixel / small.width, source.height).flatMap { row in
                columns.map { Int(source.pixels[(row * source.width + $0) * 3 + channel]) }
            }
            let level = Int(small.pixels[index])
            worst = max(worst, (levels.min() ?? 0) - level, level - (levels.max() ?? 255))
        }
        return worst
    }

    @Test(
        "a dark line before a bright backdrop gets no darker fringe, nor a brighter one beside it")
    func edge() {
        let source = Photo(size: Size(width: 120, height: 120)) { pixels in
            for index in pixels.indices { pixels[index] = index / 3 % 120 < 61 ? 20 : 200 }
        }
        let small = source.cropped(
            to: Rect(x: 0, y: 0, width: 120, height: 120), scaledTo: Size(width: 48, height: 48))
        #expect(small.pixels.min() == 20 && small.pixels.max() == 200)
    }

    @Test(
        "what is too fine for the result becomes the grey of its light, and no false pattern",
        arguments: [(600, 240), (600, 300), (601, 193)])
    func zonePlate(side: Int, target: Int) {
        let plate = ZonePlate(side: side)
        let small = plate.photo.cropped(
            to: Rect(x: 0, y: 0, width: side, height: side),
            scaledTo: Size(width: target, height: target))
        let rest = plate.rest(in: small)
        #expect(abs(rest.mean - 188) < 1.5, "\(rest.mean)")
        // Pillow's Lanczos of the codes leaves 8, its nearest pixel 80.
        #expect(rest.deviation < 6.5, "\(rest.deviation)")
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

    @Test(
        "any rows of it are the same rows",
        arguments: [0..<74, 74..<148, 0..<1, 147..<148, 50..<57])
    func rows(rows: Range<Int>) {
        let photo = Textures.picture(5)
        let (crop, size) = (
            Rect(x: 7, y: 9, width: 300, height: 400), Size(width: 111, height: 148)
        )
        let all = photo.cropped(to: crop, scaledTo: size)
        let some = photo.cropped(to: crop, scaledTo: size, rows: rows)
        #expect(some.size == Size(width: 111, height: rows.count))
        #expect(some.pixels == Array(all.pixels[rows.lowerBound * 333..<rows.upperBound * 333]))
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
