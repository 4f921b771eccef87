import KioskCore
import TestSupport
import Testing

/// Who was photographed sits there a moment longer.
struct SeatToClearTests {
    @Test("until the seat is empty the operator is told so, and nobody there is asked for a code")
    func seat() throws {
        var scene = try #require(Scenes.all().first { $0.name == "waiting" }).scene
        let waiting = Guidance(scene)
        scene.stored = [1]
        let seated = Guidance(scene)
        #expect(seated.headline != waiting.headline && seated.student != waiting.student)
        #expect(seated.headline.en.hasPrefix("Stored.") && seated.severity == .idle)
        scene.stored = nil
        #expect(Guidance(scene) == waiting)
    }
}
