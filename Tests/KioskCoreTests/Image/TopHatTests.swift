import TestSupport
import Testing

@testable import KioskCore

@Suite struct TopHatTests {
    @Test(
        "what stands out is what an opening and a closing by their definition leave",
        arguments: [3, 5, 9, 15])
    func definition(side: Int) {
        var dice = Dice(UInt64(side))
        let size = Size(width: 41, height: 27)
        let pixels = (0..<size.width * size.height).map { _ in
            UInt8.random(in: 0...255, using: &dice)
        }
        let gray = GrayImage(size: size, pixels: pixels)
        let opened = Self.extreme(Self.extreme(gray, side, 0, min), side, 0, max)
        let closed = Self.extreme(Self.extreme(gray, side, 255, max), side, 255, min)
        let bright = zip(gray.pixels, opened.pixels).map { $0 - $1 }
        let dark = zip(closed.pixels, gray.pixels).map { $0 - $1 }
        // Near the edge no window lies in the picture: there the difference has either sign.
        #expect(gray.standingOut(.bright, narrowerThan: side).pixels == bright)
        #expect(gray.standingOut(.dark, narrowerThan: side).pixels == dark)
    }

    @Test("a stroke stands out, what is wider does not, nor does a slow change")
    func strokes() {
        let size = Size(width: 60, height: 40)
        let gray = GrayImage(size: size) { output in
            for index in output.indices {
                let x = index % size.width
                output[index] = UInt8(x) + (10..<14 ~= x ? 100 : 0) + (25..<45 ~= x ? 100 : 0)
            }
        }
        let bright = gray.standingOut(.bright, narrowerThan: 9)
        #expect(bright.pixels[20 * 60 + 12] >= 95)
        #expect(bright.pixels[20 * 60 + 35] < 10)
        #expect(bright.pixels[20 * 60 + 52] < 10)
    }

    private static func extreme(
        _ gray: GrayImage, _ side: Int, _ outside: UInt8, _ take: (UInt8, UInt8) -> UInt8
    ) -> GrayImage {
        GrayImage(size: gray.size) { output in
            for y in 0..<gray.height {
                for x in 0..<gray.width {
                    let near = (-side / 2...side / 2).flatMap { dy in
                        (-side / 2...side / 2).map { dx in
                            let (column, row) = (x + dx, y + dy)
                            let isInside =
                                column >= 0 && row >= 0 && column < gray.width && row < gray.height
                            return isInside ? gray.pixels[row * gray.width + column] : outside
                        }
                    }
                    output[y * gray.width + x] = near.dropFirst().reduce(near[0], take)
                }
            }
        }
    }
}
