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

    @Test("a code that lies still in a noisy picture does not move")
    func noisy() throws {
        var dice = Dice(5)
        let card = CodeCard(seed: 4, index: 2).picture(scale: 1.6)
        let (left, top) = (360, 20 - Int(1.6 * Double(CodeCard.code.y)))
        let frames = (0..<12).map { _ in
            GrayImage(size: Self.size) { pixels in
                for place in pixels.indices {
                    let (x, y) = (place % Self.size.width - left, place / Self.size.width - top)
                    let isCard = (0..<card.width).contains(x) && (0..<card.height).contains(y)
                    let isSpoilt = (160..<380).contains(x) && (480..<700).contains(y)
                    let level = !isCard ? 90 : isSpoilt ? 128 : Int(card.pixels[y * card.width + x])
                    pixels[place] = UInt8(clamping: level + Int.random(in: -14...14, using: &dice))
                }
            }
        }
        #expect(try Self.sights(frames).allSatisfy { $0 == .unreadable })
    }

    @Test("a phone on its way moves")
    func moving() throws {
        let blurred = (0..<4).map { Self.picture(scale: 0.42, at: (100 + 160 * $0, 200)) }
        #expect(try Self.sights(blurred).dropFirst().allSatisfy { $0 == .moving })
    }

    @Test(
        "of no real portrait it is said that a code is in view, alone or in a row of looks",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func portraits() throws {
        for line in try Corpus.table("portraits/faces.tsv") {
            let file = line["file"] ?? ""
            let gray = try PictureFile.load(Corpus.path("portraits/img/\(file)")).gray()
            let picture = gray.resampled(toLongSide: min(1280, max(gray.width, gray.height)))
            #expect(try Self.sights([picture, picture]).allSatisfy { $0 == .none }, "\(file)")
        }
    }

    @Test(
        "of the real codes that are not read at first sight most get a word, and none is called white",
        .enabled(if: Corpus.isThere, "\(Corpus.reason)"))
    func realCodes() throws {
        let reader = try CodeReader()
        var said: [CodeSight: Int] = [:]
        for line in try Corpus.table("qr/index.tsv") where line["expected_json"] != "[]" {
            let path = Corpus.path("qr/\(line["set"] ?? "")/\(line["file"] ?? "")")
            let gray = try PictureFile.load(path).gray()
            let picture = gray.resampled(toLongSide: min(1280, max(gray.width, gray.height)))
            guard reader.read(picture).codes.isEmpty else { continue }
            for sight in try Self.sights([picture]) { said[sight, default: 0] += 1 }
        }
        let (silent, all) = (said[.none, default: 0], said.values.reduce(0, +))
        #expect(all >= 10 && 2 * silent < all, "\(said)")
        #expect(said[.bright] == nil && said[.moving] == nil, "\(said)")
    }
}
