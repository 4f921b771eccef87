import Foundation
import KioskCore
import Testing

@testable import StudioKit

struct StudioBackdropTests {
    private static func drawn(
        _ name: StudioFault.Name, _ size: Double, of index: Int, in studio: Studio
    ) -> Measured {
        Measured(studio.portrait(of: index, fault: StudioFault(name: name, size: size)))
    }

    @Test(
        "a backdrop is so far from its colour, in several directions",
        arguments: StudioBackdrop.allCases)
    func backdrop(color: StudioBackdrop) {
        let studio = Studio(seed: 9, backdrop: color)
        var moved: Set<[Int]> = []
        for index in 0..<4 {
            let good = Measured(studio.portrait(of: index)).lab(80, 80, half: 40)
            let bad = Self.drawn(.backdrop, 8, of: index, in: studio).lab(80, 80, half: 40)
            #expect(abs(Measured.distance(good, bad) - 8) < 0.7, "\(index): \(good) \(bad)")
            moved.insert(zip(bad, good).map { Int((($0 - $1) / 3).rounded()) })
        }
        #expect(moved.count >= (color == .blue ? 4 : 3))
    }

    @Test("an uneven backdrop falls by its size over the good crop", arguments: [4.0, 15])
    func uneven(size: Double) {
        let studio = Studio(seed: 9, size: Size(width: 1600, height: 720))
        for index in 0..<4 {
            let eyes = studio.goodPlace(Student(seed: 9, index: index).look).eyes
            let good = Measured(studio.portrait(of: index))
            let bad = Self.drawn(.uneven, size, of: index, in: studio)
            let falls = [-261.0, 261].map { across in
                good.lab(eyes.x + across, 60)[0] - bad.lab(eyes.x + across, 60)[0]
            }
            #expect(abs(abs(falls[1] - falls[0]) - size) < 0.5, "\(falls)")
            #expect((falls[1] > falls[0]) == (index % 2 == 0))
        }
    }

    @Test("a shadow is so dark, and its core is no pinpoint", arguments: [6.0, 20])
    func shadow(size: Double) {
        let studio = Studio(seed: 9)
        for index in 0..<6 {
            let look = Student(seed: 9, index: index).look
            let place = studio.goodPlace(look)
            let good = Measured(studio.portrait(of: index))
            let bad = Self.drawn(.shadow, size, of: index, in: studio)
            let drops = stride(from: -1.6, through: 1.6, by: 0.05).map { across in
                let (x, y) = (place.eyes.x + across * place.width, place.eyes.y + 0.3 * place.width)
                return good.lab(x, y, half: 3)[0] - bad.lab(x, y, half: 3)[0]
            }
            #expect(abs((drops.max() ?? 0) - size) < 0.6, "\(drops.max() ?? 0)")
            #expect(drops.count { $0 > 0.9 * size } >= 7)
        }
    }

    @Test("clothes are of one colour so far from the backdrop", arguments: [6.0, 25])
    func clothes(size: Double) {
        let studio = Studio(seed: 9)
        for index in 0..<5 {
            let eyes = studio.goodPlace(Student(seed: 9, index: index).look).eyes
            let bad = Self.drawn(.clothes, size, of: index, in: studio)
            let backdrop = bad.lab(640, 20)
            for across in [-150.0, 0, 120] {
                let chest = bad.lab(eyes.x + across, 695)
                #expect(abs(Measured.distance(chest, backdrop) - size) < 1.2)
                #expect(chest[0] < backdrop[0])
            }
        }
    }

    @Test("a thing covers its share of the good crop", arguments: [1.0, 4, 10])
    func object(size: Double) {
        let studio = Studio(seed: 9)
        for index in 0..<4 {
            let look = Student(seed: 9, index: index).look
            let crop = studio.goodCrop(look, at: studio.goodPlace(look))
            let good = Measured(studio.portrait(of: index))
            let share = Self.drawn(.object, size, of: index, in: studio)
                .changedShare(from: good, in: crop)
            #expect(abs(100 * share - size) < 0.3, "\(index): \(share)")
        }
    }

    @Test("a lamp covers its share of each lens", arguments: [10.0, 40, 90])
    func glare(size: Double) {
        let studio = Studio(seed: 9)
        for index in 0..<4 {
            let look = Student(seed: 9, index: index).look
            let none = Self.drawn(.glare, 0, of: index, in: studio)
            let bad = Self.drawn(.glare, size, of: index, in: studio)
            let drawing = HeadDrawing(look, at: studio.goodPlace(look), Expression())
            for side in [-1.0, 1] {
                let share = Self.whitened(bad, none, LensCut(drawing.lens(side)).glass)
                #expect(abs(100 * share - size) < 6, "\(index): \(share)")
            }
        }
    }

    /// How much of a lens is nearer to white than it was, by how much of the way.
    private static func whitened(_ bad: Measured, _ none: Measured, _ lens: [Point]) -> Double {
        var mask = Canvas(
            size: none.photo.size, pixels: [UInt8](repeating: 0, count: none.photo.pixels.count))
        mask.fill(lens, StudioColor(255, 255, 255))
        var (sum, count) = (0.0, 0.0)
        for pixel in 0..<none.photo.pixels.count / 3 where mask.pixels[pixel * 3] > 127 {
            // Blue has the longest way to white.
            let before = Double(none.photo.pixels[pixel * 3 + 2])
            let after = Double(bad.photo.pixels[pixel * 3 + 2])
            guard before < 215 else { continue }
            count += 1
            sum += after > (before + 255) / 2 ? 1 : 0
        }
        return sum / max(1, count)
    }

    @Test(
        "another face is in the picture by its share, apart from the student's",
        arguments: ["1280x720", "720x1280"])
    func secondPerson(size: String) throws {
        let studio = Studio(seed: 9, size: try #require(Size(parsing: size)))
        for index in 0..<4 {
            let fault = StudioFault(name: .secondPerson, size: 1)
            let picture = studio.portrait(of: index, fault: fault)
            guard case .person(let truth, _) = picture.truth else { continue }
            let look = Student(seed: 9, index: index).look
            let drawing = FaultDrawing(fault, of: look, index: index, in: studio)
            let width = 0.95 * drawing.otherWidth
            let free =
                drawing.side > 0
                ? Double(studio.size.width) - truth.head.faceRight : truth.head.faceLeft
            #expect(free > width)
            #expect(picture.photo != studio.portrait(of: index).photo)
        }
    }
}
