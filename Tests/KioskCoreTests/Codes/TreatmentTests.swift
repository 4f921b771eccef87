import Testing

@testable import KioskCore

/// What is done to a picture before a reader of codes sees it.
struct TreatmentTests {
    private static func row(_ levels: [UInt8]) -> GrayImage {
        GrayImage(size: Size(width: levels.count, height: 1), pixels: levels)
    }

    private static let flat = GrayImage(
        size: Size(width: 9, height: 7), pixels: [UInt8](repeating: 130, count: 63))

    @Test("a flat picture stays flat, and by its neighbourhood all of it is light")
    func even() {
        #expect(Self.flat.sharpened(reach: 2) == Self.flat)
        #expect(Self.flat.smoothed() == Self.flat)
        #expect(Self.flat.thickened() == Self.flat)
        #expect(Self.flat.divided(reach: 3, margin: 4).pixels.allSatisfy { $0 == 255 })
    }

    @Test(
        "means and darkest levels are those of a plain count, to the edges",
        arguments: [1, 2, 3, 8])
    func plain(reach: Int) {
        let size = Size(width: 23, height: 17)
        let picture = GrayImage(
            size: size,
            pixels: (0..<391).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 &+ 7 * $0) })
        let (means, darkest) = (picture.averaged(reach: reach), picture.thickened())
        for y in 0..<size.height {
            for x in 0..<size.width {
                let around = Self.square(picture, x, y, reach)
                #expect(Int(means.pixels[y * size.width + x]) == around.reduce(0, +) / around.count)
                let least = Self.square(picture, x, y, 1).min() ?? 0
                #expect(Int(darkest.pixels[y * size.width + x]) == least)
            }
        }
        let white = GrayImage(size: size, pixels: [UInt8](repeating: 255, count: 391))
        #expect(white.averaged(reach: reach) == white)
    }

    private static func square(_ picture: GrayImage, _ x: Int, _ y: Int, _ reach: Int) -> [Int] {
        (y - reach...y + reach).flatMap { row in
            (x - reach...x + reach).map { column in
                let (row, column) = (
                    min(max(row, 0), picture.height - 1), min(max(column, 0), picture.width - 1)
                )
                return Int(picture.pixels[row * picture.width + column])
            }
        }
    }

    @Test("dark parts grow by a pixel to every side")
    func thickened() {
        var pixels = [UInt8](repeating: 200, count: 25)
        pixels[12] = 10
        let grown = GrayImage(size: Size(width: 5, height: 5), pixels: pixels).thickened()
        for index in 0..<25 {
            let isNear = (1...3).contains(index % 5) && (1...3).contains(index / 5)
            #expect(grown.pixels[index] == (isNear ? 10 : 200))
        }
        #expect(Self.row([10, 200, 200]).thickened().pixels == [10, 10, 200])
    }

    @Test("black is what is darker than around it by more than the margin, in shadow as in light")
    func divided() {
        let lit = Self.row([200, 200, 150, 200, 200]).divided(reach: 1, margin: 4)
        let shaded = Self.row([60, 60, 20, 60, 60]).divided(reach: 1, margin: 4)
        #expect(lit.pixels == [255, 255, 0, 255, 255])
        #expect(shaded == lit)
    }

    @Test("black and white stay, light tones are drawn apart more than dark ones")
    func darkened() {
        let levels = Self.row([0, 30, 60, 195, 225, 255]).darkened().pixels.map(Int.init)
        #expect(levels.first == 0 && levels.last == 255)
        #expect(levels[4] - levels[3] > 30)
        #expect(levels[2] - levels[1] < 30)
    }

    @Test("an edge is steeper after sharpening, and softer after smoothing")
    func edges() {
        let edge = Self.row([100, 100, 100, 100, 150, 150, 150, 150])
        let (sharp, soft) = (edge.sharpened(reach: 1).pixels, edge.smoothed().pixels)
        #expect(Int(sharp[4]) - Int(sharp[3]) > 50)
        #expect(Int(soft[4]) - Int(soft[3]) < 50)
    }

    @Test(
        "a border is white and the picture stands in it; a turned picture has its middle in the middle"
    )
    func placed() {
        let bordered = Self.flat.bordered(3)
        #expect(bordered.size == Size(width: 15, height: 13))
        #expect(bordered.pixels[0] == 255)
        #expect(bordered.pixels[3 * 15 + 3] == 130)
        #expect(bordered.pixels.filter { $0 == 130 }.count == 63)
        let turned = Self.flat.turnedByAnEighth()
        #expect(turned.pixels[turned.height / 2 * turned.width + turned.width / 2] == 130)
        #expect(turned.pixels[0] == 128)
    }
}
