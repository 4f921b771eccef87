import TestSupport
import Testing

@testable import KioskCore

/// What the operator opened between two students gives way to students.
struct OpenedTests {
    private static let opened: [BoothKey] = [.find, .preferences, .guide]
    private static let settings = Preferences(KioskConfig(), cameras: [], displays: [], device: nil)

    private static func booth(_ key: BoothKey) -> Booth {
        var booth = Booth(settings: BoothSettings())
        for action in booth.step(.pressed(key), at: FrameTime(seconds: 0)) {
            switch action {
            case .browse: _ = booth.step(.found(Scenes.found), at: FrameTime(seconds: 0))
            case .offerPreferences:
                _ = booth.step(.preferences(settings), at: FrameTime(seconds: 0))
            default: break
            }
        }
        #expect(booth.finder != nil || booth.preferences != nil || booth.isGuideShown)
        return booth
    }

    private static func show(_ codes: [String], _ booth: inout Booth) {
        for step in 1...3 {
            let time = FrameTime(seconds: Double(step) * 0.1)
            let seen = Observation(time: time, codes: codes.map { Sample.code($0) })
            _ = booth.step(.observed(seen), at: time)
        }
    }

    private static func isOpen(_ booth: Booth) -> Bool {
        booth.finder != nil || booth.preferences != nil || booth.isGuideShown
    }

    @Test("one code closes it and opens the sitting", arguments: opened)
    func one(key: BoothKey) {
        var booth = Self.booth(key)
        Self.show(["a"], &booth)
        #expect(booth.state.name == .code && !Self.isOpen(booth))
    }

    @Test("two codes close it too: the digit picks one, as the buttons say", arguments: opened)
    func two(key: BoothKey) {
        var booth = Self.booth(key)
        Self.show(["a", "b"], &booth)
        #expect(booth.state.name == .several && !Self.isOpen(booth))
        #expect(ButtonWords.all(booth).contains { $0.key == .character("1") })
        let keys = ["1", "\n"].flatMap { KeyReading.keys(of: $0, booth.typing) }
        for key in keys { _ = booth.step(.pressed(key), at: FrameTime(seconds: 0.5)) }
        #expect(booth.sitting?.code == Sample.code("a"))
    }

    @Test("opening hours that were being typed go with the settings")
    func hours() {
        var booth = Self.booth(.preferences)
        _ = booth.step(.pressed(.character("7")), at: FrameTime(seconds: 0))
        #expect(booth.entry != nil)
        Self.show(["a"], &booth)
        #expect(booth.entry == nil && booth.state.name == .code)
    }
}
