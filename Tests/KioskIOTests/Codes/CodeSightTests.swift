import KioskIO
import StudioKit
import TestSupport
import Testing

@testable import KioskCore

/// Why a code is not read, in drawn pictures of phones before a camera.
struct CodeSightTests {
    private static let size = Size(width: 1280, height: 720)

    /// A phone with a card on it in a dim room.
    private static func picture(
        scale: Double, at place: (x: Int, y: Int), bright: Bool = false
    ) -> GrayImage {
        let card = CodeCard(seed: 4, index: 2).picture(scale: scale)
        return GrayImage(size: size) { pixels in
            for y in 0..<size.height {
                for x in 0..<size.width {
                    let (column, row) = (x - place.x, y - place.y)
                    let isCard =
                        (0..<card.width).contains(column) && (0..<card.height).contains(row)
                    pixels[y * size.width + x] =
                        isCard ? (bright ? 255 : card.pixels[row * card.width + column]) : 70
                }
            }
        }
    }

    private static func sights(_ pictures: [GrayImage]) throws -> [CodeSight] {
        let reader = try CodeReader(lineStep: 2)
        var (phones, watch) = (PhoneWatch(), CodeSightWatch())
        return pictures.enumerated().map { index, picture in
            let time = FrameTime(seconds: Double(index) * 0.2)
            return watch.see(
                reader.read(picture), phones.phones(in: picture, at: time), in: picture, at: time)
        }
    }

    @Test("an empty room has none, and neither has a person")
    func none() throws {
        let person = Studio(seed: 2).portrait(of: 1).photo.gray()
        let room = GrayImage(size: Self.size) { $0.update(repeating: 70) }
        #expect(try Self.sights([room, person, person]).allSatisfy { $0 == .none })
    }

    @Test("a code far away is small")
    func small() throws {
        let far = Self.picture(scale: 0.42, at: (400, 200))
        #expect(try Self.sights([far, far]) == [.small, .small])
    }

    @Test("a code that leaves the picture is cut")
    func cut() throws {
        // The lower part of the code is below the picture, or its right part beside it.
        for place in [(400, 300), (1060, 20)] {
            let picture = Self.picture(scale: 1.1, at: place)
            #expect(try Self.sights([picture]) == [.cut], "\(place)")
        }
    }

    @Test(
        "a whole code that cannot be read is not cut, in the middle of the picture or at its edges")
    func whole() throws {
        for place in [(400, 20), (905, 100), (-40, 60), (400, 130)] {
            let (card, code) = (Self.picture(scale: 1.1, at: place), CodeCard.code)
            // Stickers over its middle: its corners are in view.
            let (left, top) = (
                place.0 + Int(1.1 * Double(code.x)) + 80, place.1 + Int(1.1 * Double(code.y)) + 80
            )
            let spoilt = GrayImage(
                size: Self.size,
                pixels: card.pixels.enumerated().map { index, level in
                    let (column, row) = (index % Self.size.width, index / Self.size.width)
                    let isSpoilt =
                        (left..<left + 120).contains(column) && (top..<top + 120).contains(row)
                    return isSpoilt ? 128 : level
                })
            #expect(try Self.sights([spoilt]) == [.unreadable], "\(place)")
        }
    }

    @Test("a screen that is nothing but white is too bright")
    func bright() throws {
        let picture = Self.picture(scale: 0.9, at: (400, 100), bright: true)
        #expect(try Self.sights([picture, picture]) == [.bright, .bright])
    }

    @Test("a phone on its way moves")
    func moving() throws {
        let blurred = (0..<4).map { Self.picture(scale: 0.42, at: (100 + 160 * $0, 200)) }
        #expect(try Self.sights(blurred).dropFirst().allSatisfy { $0 == .moving })
    }
}
