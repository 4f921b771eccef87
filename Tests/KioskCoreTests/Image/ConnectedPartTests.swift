import TestSupport
import Testing

@testable import KioskCore

@Suite struct ConnectedPartTests {
    @Test("parts hang together by sides and corners, and have their boxes")
    func parts() {
        let rows = [
            "##....#", ".....#.", "#......", "....###", "....#.#",
        ]
        let pixels: [UInt8] = rows.flatMap { $0.map { $0 == "#" ? 40 : 39 } }
        let gray = GrayImage(size: Size(width: 7, height: 5), pixels: pixels)
        let parts = ConnectedPart.all(of: gray, atLeast: 40)
        #expect(parts.map { $0.pixels.count } == [2, 2, 1, 5])
        #expect(parts.map(\.columns) == [0...1, 5...6, 0...0, 4...6])
        #expect(parts.map(\.rows) == [0...0, 0...1, 2...2, 3...4])
    }

    @Test("every pixel of any mask is in one part", arguments: 0..<20)
    func whole(seed: Int) {
        var dice = Dice(UInt64(seed))
        let mask = (0..<30 * 20).map { _ in UInt8.random(in: 0...2, using: &dice) / 2 }
        let gray = GrayImage(size: Size(width: 30, height: 20), pixels: mask)
        let pixels = ConnectedPart.all(of: gray, atLeast: 1).flatMap(\.pixels)
        #expect(pixels.sorted() == mask.indices.filter { mask[$0] != 0 })
    }
}
