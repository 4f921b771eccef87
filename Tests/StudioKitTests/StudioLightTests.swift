import Foundation
import KioskCore
import Testing

@testable import StudioKit

struct StudioLightTests {
    private static let studio = Studio(seed: 9, backdrop: .grey)

    private static func drawn(_ name: StudioFault.Name, _ size: Double, of index: Int) -> Measured {
        Measured(studio.portrait(of: index, fault: StudioFault(name: name, size: size)))
    }

    @Test("without a size a fault draws nearly the good picture")
    func nothing() {
        // Clothes without a distance from the backdrop are the backdrop's.
        for name in StudioFault.Name.allCases where name != .clothes {
            for index in [1, 2, 4] {
                let good = Measured(Self.studio.portrait(of: index))
                let difference = Self.drawn(name, 0, of: index).difference(from: good)
                #expect(difference < 1, "\(name) \(index): \(difference)")
            }
        }
    }

    @Test(
        "a cast moves a grey card by its size, to yellow or to blue", arguments: [-20.0, -6, 4, 15])
    func cast(size: Double) {
        let (good, bad) = (Measured(Self.studio.portrait(of: 1)), Self.drawn(.cast, size, of: 1))
        let (before, after) = (good.light(80, 80, half: 40), bad.light(80, 80, half: 40))
        let card: Double = pow(76.0 / 116, 3)
        let moved = Measured.lab((0..<3).map { card * after[$0] / before[$0] })
        let distance = Measured.distance(moved, [60, 0, 0])
        #expect(abs(distance - abs(size)) < 0.4, "\(distance)")
        #expect((moved[2] > 0) == (size > 0))
    }

    @Test(
        "exposure burns out the asked share of the face, or leaves so much less to its brightest parts",
        arguments: [-60.0, -20, -5, 2, 10, 40, 90])
    func exposure(size: Double) {
        for index in 0..<6 {
            let look = Student(seed: 9, index: index).look
            let drawing = HeadDrawing(look, at: Self.studio.goodPlace(look), Expression())
            var canvas = Canvas(size: Self.studio.size, pixels: Self.studio.backdrop)
            _ = drawing.draw(on: &canvas)
            FaceExposure(of: drawing, on: canvas).expose(&canvas, burnt: size)
            let mask = drawing.faceMask(in: canvas.size)
            let face = mask.indices.filter { mask[$0] > 127 }
            let lumas = face.map { pixel in
                let codes = canvas.pixels[pixel * 3..<pixel * 3 + 3].map { Double($0) }
                return (0.299 * codes[0] + 0.587 * codes[1] + 0.114 * codes[2]).rounded()
            }.sorted()
            let burnt = 100 * Double(lumas.count { $0 >= 250 }) / Double(face.count)
            let missing = 100 * (1 - lumas[lumas.count * 98 / 100] / 99)
            let share = size > 0 ? burnt : -missing
            #expect(abs(share - size) < (size > 0 ? 0.35 : 2.2), "student \(index): \(share)")
        }
    }

    @Test("haze mixes its share of white into the light", arguments: [5.0, 20, 40])
    func haze(size: Double) {
        let (good, bad) = (Measured(Self.studio.portrait(of: 1)), Self.drawn(.haze, size, of: 1))
        let chest = (x: Self.studio.goodPlace(Student(seed: 9, index: 1).look).eyes.x, y: 690.0)
        for (before, after) in zip(good.light(chest.x, chest.y), bad.light(chest.x, chest.y)) {
            #expect(abs(after - (before + (1 - before) * size / 100)) < 0.01)
        }
    }

    @Test("a blurred edge has the lens's deviation", arguments: [0.3, 0.5, 1, 2.5, 6])
    func blur(sigma: Double) {
        var canvas = Canvas(
            size: Size(width: 120, height: 90),
            pixels: (0..<120 * 90 * 3).map { $0 / 3 % 120 < 60 ? 40 : 210 })
        canvas.blur(sigma: sigma)
        let row = (0..<120).map { Measured.linear(Double(canvas.pixels[(45 * 120 + $0) * 3])) }
        let steps = zip(row.dropFirst(), row).map { $0 - $1 }
        let sum = steps.reduce(0, +)
        let middle = steps.enumerated().map { Double($0) * $1 }.reduce(0, +) / sum
        let square = steps.enumerated().map { pow(Double($0) - middle, 2) * $1 }.reduce(0, +) / sum
        #expect(abs(square.squareRoot() - sigma) < 0.02 * sigma + 0.01, "\(square.squareRoot())")
    }

    @Test("a blurred student's edges have the portrait's sigma", arguments: [1.0, 3])
    func blurredStudent(sigma: Double) {
        for index in [0, 2] {
            let look = Student(seed: 9, index: index).look
            let place = Self.studio.goodPlace(look)
            let good = Self.sleeve(Measured(Self.studio.portrait(of: index)), place)
            let bad = Self.sleeve(Self.drawn(.blur, sigma, of: index), place)
            let found = (bad - good).squareRoot() * 480 / 522
            #expect(abs(found - sigma) < 0.1 * sigma, "\(found)")
        }
    }

    /// The variance of the left sleeve's edge, px², from its three quarter points.
    private static func sleeve(_ measured: Measured, _ place: HeadPlace) -> Double {
        let left = Int(place.eyes.x - 1.41 * place.width)
        let widths = (690..<715).compactMap { row -> Double? in
            let light = (left - 30..<left + 30).map {
                measured.light(Double($0), Double(row), half: 0)[1]
            }
            let (bright, dark) = (
                light.prefix(8).reduce(0, +) / 8, light.suffix(8).reduce(0, +) / 8
            )
            func crossing(_ share: Double) -> Double? {
                let level = dark + (bright - dark) * share
                guard let index = light.firstIndex(where: { $0 < level }), index > 0 else {
                    return nil
                }
                return Double(index) - (level - light[index]) / (light[index - 1] - light[index])
            }
            guard let first = crossing(0.75), let last = crossing(0.25) else { return nil }
            // Between its quarters a Gaussian edge is 1.349 deviations wide.
            return (last - first) / 1.349
        }
        return pow(widths.reduce(0, +) / Double(max(1, widths.count)), 2)
    }

    @Test("light from one side takes its share from half of the face", arguments: [15.0, 40])
    func sideLight(size: Double) {
        for index in 0..<4 {
            let look = Student(seed: 9, index: index).look
            let drawing = HeadDrawing(look, at: Self.studio.goodPlace(look), Expression())
            let good = Measured(Self.studio.portrait(of: index))
            let bad = Self.drawn(.sideLight, size, of: index)
            let middle = Int(drawing.place.eyes.x)
            let mask = drawing.faceMask(in: Self.studio.size)
            var light = [[0.0, 0.0], [0.0, 0.0]]
            for pixel in mask.indices where mask[pixel] > 127 {
                let (x, y) = (pixel % 1280, pixel / 1280)
                light[0][x > middle ? 1 : 0] += Measured.linear(good.codes(x, y)[1])
                light[1][x > middle ? 1 : 0] += Measured.linear(bad.codes(x, y)[1])
            }
            let halves = [light[1][0] / light[0][0], light[1][1] / light[0][1]]
            let missing = 1 - (halves.min() ?? 0) / (halves.max() ?? 1)
            #expect(abs(100 * missing - size) < 2.5, "\(missing)")
            #expect(good.light(60, 60)[1] == bad.light(60, 60)[1])
        }
    }
}
