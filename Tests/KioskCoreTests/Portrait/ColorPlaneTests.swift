import Testing

@testable import KioskCore

struct ColorPlaneTests {
    /// A backdrop that gets darker downwards and redder to the right.
    private static func color(_ x: Double, _ y: Double) -> SIMD3<Double> {
        SIMD3(60 + 0.2 * x - 0.1 * y, 120 - 0.3 * y, 200 - 0.05 * x - 0.25 * y)
    }

    private static let samples = (0..<400).map { index in
        let (x, y) = (Double(index % 20) * 7 + 300, Double(index / 20) * 5 + 10)
        return ColorPlane.Sample(x: x, y: y, color: color(x, y))
    }

    @Test("a light that falls off evenly is fitted in every channel, across and down")
    func fit() {
        let plane = ColorPlane(fitting: Self.samples)
        for sample in Self.samples { #expect(plane.distance(to: sample) < 1e-6) }
        #expect(abs(plane.down.x + 0.1) < 1e-9 && abs(plane.down.y + 0.3) < 1e-9)
        #expect(abs(plane.across.x - 0.2) < 1e-9 && abs(plane.across.z + 0.05) < 1e-9)
    }

    @Test("samples in one line give their mean")
    func line() {
        let line = (0..<50).map {
            ColorPlane.Sample(x: 5, y: Double($0), color: SIMD3(1, 2, Double($0)))
        }
        let difference = ColorPlane(fitting: line).at(100, 100) - SIMD3(1, 2, 24.5)
        #expect((difference * difference).sum() < 1e-12)
    }

    @Test("the median plane is not led astray by a third of other samples")
    func median() {
        let samples = (0..<99).map {
            ColorPlane.Sample(
                x: Double($0), y: 0,
                color: $0 % 3 == 0 ? SIMD3(255, 255, 255) : SIMD3(10, 20, 30))
        }
        #expect(ColorPlane(medianOf: samples).at(50, 50) == SIMD3(10, 20, 30))
    }
}
