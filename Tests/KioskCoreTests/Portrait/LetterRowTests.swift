import TestSupport
import Testing

@testable import KioskCore

@Suite struct LetterRowTests {
    @Test(
        "a word on clothes is a row of letters, in any colours that people can read",
        arguments: [
            ((255, 255, 255), (40, 40, 60)), ((250, 230, 40), (245, 245, 245)),
            ((200, 20, 20), (20, 20, 20)), ((10, 10, 10), (90, 140, 220)),
        ])
    func word(ink: (Int, Int, Int), cloth: (Int, Int, Int)) {
        let photo = Self.clothes { x, y in
            let (column, row) = ((x - 120) / 4, (y - 540) / 4)
            guard x >= 120, y >= 540, row < 7, column / 6 < 6, column % 6 < 5 else { return cloth }
            let letter = Array("STUDIO")[column / 6]
            return Array(BitmapFont.rows(letter)[row])[column % 6] == "#" ? ink : cloth
        }
        #expect(LetterRow.longest(in: photo, under: Self.head) == 6)
    }

    @Test("buttons, stripes, checks and a necklace are no letters")
    func clothes() {
        let patterns: [(Int, Int) -> Bool] = [
            { x, y in (y - 560) * (y - 560) + (x % 30 - 15) * (x % 30 - 15) < 36 },
            { x, _ in x % 12 < 4 }, { _, y in y % 14 < 5 },
            { x, y in x % 20 < 5 || y % 20 < 5 },
            { x, y in (x % 8 - 4) * (x % 8 - 4) + (y - 520) * (y - 520) < 10 },
        ]
        for (index, pattern) in patterns.enumerated() {
            let photo = Self.clothes { x, y in
                y > 480 && pattern(x, y) ? (240, 240, 240) : (40, 40, 60)
            }
            #expect(LetterRow.longest(in: photo, under: Self.head) == 0, "pattern \(index)")
        }
    }

    private static let head = HeadGeometry(
        hairTop: 80, leftEye: Point(x: 190, y: 250), rightEye: Point(x: 290, y: 250),
        chin: Point(x: 240, y: 400), faceLeft: 130, faceRight: 350)

    private static func clothes(_ color: (Int, Int) -> (Int, Int, Int)) -> Photo {
        Photo(size: Size(width: 480, height: 640)) { output in
            for y in 0..<640 {
                for x in 0..<480 {
                    let (red, green, blue) = color(x, y)
                    let index = 3 * (y * 480 + x)
                    output[index] = UInt8(red)
                    output[index + 1] = UInt8(green)
                    output[index + 2] = UInt8(blue)
                }
            }
        }
    }
}
