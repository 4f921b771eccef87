import Testing

@testable import KioskCore

struct ColourCastTests {
    private typealias Gains = ColourCast.Gains

    @Test("eyes and backdrop together say their mean, where they say about the same")
    func together() {
        let shared = Gains(red: 0.1, blue: -0.2).shared(with: Gains(red: 0.12, blue: -0.24))
        #expect(abs(shared.red - 0.11) < 1e-12 && abs(shared.blue + 0.22) < 1e-12)
    }

    @Test("a backdrop of another colour says little more than the eyes do")
    func backdrop() {
        let shared = Gains(red: 0.1, blue: -0.1).shared(with: Gains(red: 2, blue: -0.9))
        #expect(abs(shared.red - 0.125) < 1e-12 && abs(shared.blue + 0.125) < 1e-12)
    }

    @Test("where they point apart there is no cast")
    func apart() {
        let shared = Gains(red: 0.1, blue: 0).shared(with: Gains(red: -0.1, blue: 0.3))
        #expect(shared == Gains(red: 0, blue: 0))
    }
}
