import TestSupport
import Testing

@testable import KioskCore

struct HairTopTests {
    private static let size = Size(width: 640, height: 480)
    private static let head = Sample.head(hair: nil, width: 120, middle: 320, eyes: 240)

    /// A backdrop that gets darker to one side, with a head (a dark box from `top` down) on it.
    private static func photo(
        top: Int, dark: UInt8 = 40, slope: Double = 0.03, noise: Int = 2, busy: Bool = false,
        strand: Bool = false
    ) -> Photo {
        var dice = Dice(3)
        return Photo(size: size) { pixels in
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let isHead = y >= top && abs(x - 320) < 70
                    let isStrand = strand && y >= top - 40 && abs(x - 320) < 2
                    let base: [Double] =
                        isHead || isStrand
                        ? [Double(dark), Double(dark), Double(dark)] : [100, 197, 240]
                    let shift =
                        busy && !isHead ? Double((x / 24 + y / 24) % 2) * 120 : Double(x) * slope
                    for channel in 0..<3 {
                        let grain = Double(Int.random(in: -noise...noise, using: &dice))
                        pixels[(y * size.width + x) * 3 + channel] = UInt8(
                            min(max(base[channel] + shift + grain, 0), 255))
                    }
                }
            }
        }
    }

    @Test(
        "the top of the head is found to the pixel on an uneven, noisy backdrop",
        arguments: [60, 97, 140])
    func found(top: Int) throws {
        let found = try #require(HairTop.find(in: Self.photo(top: top), head: Self.head))
        #expect(abs(found - Double(top)) <= 1)
    }

    @Test("hair of nearly the backdrop's brightness is told by its colour")
    func lightHair() throws {
        let found = try #require(HairTop.find(in: Self.photo(top: 100, dark: 190), head: Self.head))
        #expect(abs(found - 100) <= 1)
    }

    @Test("a single strand does not count")
    func strand() throws {
        let found = try #require(
            HairTop.find(in: Self.photo(top: 100, strand: true), head: Self.head))
        #expect(abs(found - 100) <= 1)
    }

    @Test("on a busy background nothing is guessed")
    func busy() {
        #expect(HairTop.find(in: Self.photo(top: 100, busy: true), head: Self.head) == nil)
    }

    @Test("hair that leaves the picture is at its edge")
    func edge() {
        #expect(HairTop.find(in: Self.photo(top: 0), head: Self.head) == 0)
    }

    @Test("a head outside the picture is no trap", arguments: [-300.0, 0, 5, 700])
    func outside(middle: Double) {
        let photo = Self.photo(top: 100)
        _ = HairTop.find(
            in: photo, head: Sample.head(hair: nil, width: 120, middle: middle, eyes: -40))
        _ = HairTop.find(
            in: photo, head: Sample.head(hair: nil, width: 4000, middle: middle, eyes: 600))
        _ = HairTop.find(
            in: photo, head: Sample.head(hair: nil, width: 0, middle: middle, eyes: 200))
    }
}
