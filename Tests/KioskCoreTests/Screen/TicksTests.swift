import KioskCore
import TestSupport
import Testing

/// What only a person can judge is ticked at review.
struct TicksTests {
    private static func screen(_ scene: CounterScene) -> OperatorScreen {
        OperatorScreen(
            scene, notice: "", Looks.look(.english), size: Size(width: 1280, height: 720)
        ) { text, size, _ in Size(width: text.count, height: size) }
    }

    @Test("each box can be ticked and the tick be taken back; the next shot has none")
    func ticked() throws {
        var scene = try #require(Scenes.all().first { $0.name == "review" }).scene
        let boxes = Self.screen(scene).buttons.flatMap(\.keys).filter {
            if case .tick = $0 { true } else { false }
        }
        #expect(boxes.count == 3)
        #expect(Self.screen(scene).texts.count { $0.text == "□" } == 3)
        let box = try #require(boxes.first)
        #expect(scene.booth.step(.pressed(box), at: scene.time).isEmpty)
        #expect(Self.screen(scene).texts.count { $0.text == "□" } == 2)
        #expect(Self.screen(scene).texts.count { $0.text == "✓" } == 1)
        _ = scene.booth.step(.pressed(box), at: scene.time)
        #expect(scene.booth.ticked.isEmpty)
        _ = scene.booth.step(.pressed(box), at: scene.time)
        _ = scene.booth.step(.pressed(.retake), at: scene.time)
        #expect(scene.booth.step(.pressed(box), at: scene.time).isEmpty, "nothing is reviewed")
        #expect(Self.screen(scene).buttons.allSatisfy { $0.keys != [box] })
    }

    @Test("what was assessed cannot be ticked")
    func assessed() throws {
        var scene = try #require(Scenes.all().first { $0.name == "review" }).scene
        guard case .review(_, let shot) = scene.booth.state else { return }
        for check in shot.checks {
            _ = scene.booth.step(.pressed(.tick(check.name)), at: scene.time)
        }
        #expect(scene.booth.ticked.count == 3)
    }
}
