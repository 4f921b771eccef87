import Testing

@testable import KioskCore

/// Pictures made smaller and larger for the readers of codes.
struct GrayScalingTests {
    private static func line(at column: Int, of width: Int) -> GrayImage {
        GrayImage(
            size: Size(width: width, height: 8),
            pixels: (0..<8).flatMap { _ in (0..<width).map { $0 == column ? 0 : 255 } })
    }

    private static func darkness(_ image: GrayImage) -> Double {
        image.pixels.map { 255 - Double($0) }.reduce(0, +) / Double(image.pixels.count)
    }

    @Test(
        "a line weighs the same wherever it lies in the picture that is made smaller",
        arguments: [100, 77, 64, 50, 31])
    func even(width: Int) {
        let size = Size(width: width, height: 4)
        let weights = (20..<80).map {
            Self.darkness(Self.line(at: $0, of: 100).resampled(to: size))
        }
        #expect((weights.max() ?? 0) <= 1.2 * (weights.min() ?? 1))
        #expect((weights.min() ?? 0) > 0)
    }

    @Test("each side goes by its own measure, and flat stays flat")
    func sides() {
        let flat = GrayImage(
            size: Size(width: 30, height: 20), pixels: [UInt8](repeating: 77, count: 600))
        for (width, height) in [(60, 20), (30, 40), (60, 10), (13, 40), (30, 20), (1, 1)] {
            let size = Size(width: width, height: height)
            let scaled = flat.resampled(to: size)
            #expect(scaled.size == size)
            #expect(scaled.pixels.allSatisfy { $0 == 77 })
        }
    }
}
