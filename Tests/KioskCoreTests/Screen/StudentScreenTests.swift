import TestSupport
import Testing

@testable import KioskCore

/// The student's view, as a value.
struct StudentScreenTests {
    private static let size = Size(width: 1920, height: 1080)

    private static func view(
        _ scene: CounterScene, _ history: StudentHistory = StudentHistory(),
        _ language: Language = .english, size: Size = size
    ) -> StudentScreen {
        StudentScreen(scene, history, Looks.look(language), size: size) { text, size, width in
            Size(width: min(width, text.count * size), height: size)
        }
    }

    @Test(
        "nothing of the operator's is in it: no key, no count, no name, no number, no other portrait",
        arguments: Language.allCases)
    func nothingElse(language: Language) throws {
        for named in try Scenes.all() + Scenes.troubled() {
            let view = Self.view(named.scene, StudentHistory(), language)
            let isTooMuch = view.items.contains { item in
                if case .picture(.earlier, _) = item { true } else { false }
            }
            #expect(!isTooMuch && view.buttons.isEmpty, "\(named.name)")
            let roles: Set<ScreenText.Role> = [.headline, .advice, .countdown, .guide]
            #expect(view.texts.allSatisfy { roles.contains($0.role) }, "\(named.name)")
            for secret in ["张", "002X", "/media", "/dev", "[", "［"] {
                #expect(
                    !view.texts.contains { $0.text.contains(secret) }, "\(named.name) \(secret)")
            }
        }
    }

    @Test("what the student reads is the sentence of the one guidance, never in the colour of stop")
    func sentence() throws {
        for named in try Scenes.all() + [Scenes.automatic()] {
            let view = Self.view(named.scene)
            let line = try #require(view.texts.first { $0.role == .headline })
            let guidance = Guidance(named.scene)
            #expect(line.text.hasSuffix(guidance.student.en), "\(named.name)")
            #expect(!line.text.contains("✕") && !line.text.contains("?"), "\(named.name)")
            #expect(line.ground != .stop, "\(named.name)")
            let isOpen = ["waiting", "morning", "guide", "file", "find", "found", "settings"]
                .contains(
                    named.name)
            #expect(!isOpen || line.ground == .raised, "\(named.name): what the operator does")
        }
    }

    @Test("a shot whitens the view once, after it was taken, and not before")
    func flash() throws {
        var scene = try #require(Scenes.all().first { $0.name == "ready" }).scene
        var history = StudentHistory()
        let begun = scene.time.seconds
        let flash = { (isTaken: Bool, after: Double) -> Double in
            scene.isShotTaken = isTaken
            scene.time = FrameTime(seconds: begun + after)
            history.see(scene)
            return history.flash
        }
        #expect(flash(false, 0) == 0 && flash(false, 1) == 0)
        _ = flash(true, 1.1)
        #expect(flash(true, 1.18) == 1)
        #expect((0.1..<1).contains(flash(true, 1.3)) && flash(true, 2) == 0)
        #expect(flash(false, 2.1) == 0)
        _ = flash(true, 3)
        #expect(flash(true, 3.05) > 0, "another shot flashes again")
    }

    @Test("after a minute with nobody the card says how to get a code; a code takes it away")
    func quiet() throws {
        let scenes = try Scenes.all()
        var waiting = try #require(scenes.first { $0.name == "waiting" }).scene
        let code = try #require(scenes.first { $0.name == "code" }).scene
        var history = StudentHistory()
        let isQuiet = { (scene: CounterScene, seconds: Double) -> Bool in
            var scene = scene
            scene.time = FrameTime(seconds: seconds)
            history.see(scene)
            return history.isQuiet
        }
        #expect(!isQuiet(waiting, 0) && !isQuiet(waiting, 59) && isQuiet(waiting, 61))
        let card = Self.view(waiting, history)
        #expect(card.texts.contains { $0.text == GuideWords.lines[0].en })
        #expect(card.items.contains { if case .live = $0 { true } else { false } })
        #expect(!isQuiet(code, 62) && !isQuiet(waiting, 63))
        waiting.isPreparing = true
        #expect(!isQuiet(waiting, 0) && !isQuiet(waiting, 70_000), "the camera's clock began")
        waiting.isPreparing = false
        #expect(!isQuiet(waiting, 70_000) && isQuiet(waiting, 70_061))
        waiting.stored = [1]
        #expect(!isQuiet(waiting, 200), "somebody still sits there")
    }

    @Test("who was photographed is shown the portrait and asked to leave until the seat is empty")
    func leaving() throws {
        for name in ["stored", "waiting"] {
            var scene = try #require(Scenes.all().first { $0.name == name }).scene
            scene.stored = [1]
            let view = Self.view(scene)
            #expect(view.texts.contains { $0.text.contains(GuidanceWords.leave.en) }, "\(name)")
            let shown = view.items.contains { item in
                if case .picture(.stored, _) = item { true } else { false }
            }
            #expect(shown, "\(name)")
        }
    }

    @Test("the arrow stands at the side to go to, in a mirror and without one")
    func arrows() throws {
        let aside = try #require(Scenes.all().first { $0.name == "aside" }).scene
        let frame = try #require(aside.guide(.chsi, in: Size(width: 1280, height: 720)))
        #expect(frame.width > 0)
        for isMirrored in [true, false] {
            var look = Looks.look(.english)
            look.isMirrored = isMirrored
            let view = StudentScreen(aside, StudentHistory(), look, size: Self.size) { _, size, _ in
                Size(width: 1, height: size)
            }
            let corners = view.items.flatMap { item -> [ScreenPoint] in
                if case .triangles(let corners, .warn) = item { corners } else { [] }
            }
            let isLeft = corners.allSatisfy { $0.x < 960 }
            // The student is to go to the own left: in a mirror that is the left of the screen.
            #expect(!corners.isEmpty && isLeft == isMirrored)
        }
    }

    @Test(
        "the frame's core stands out 4.5 to 1 from its casing on white, grey, light blue and dark")
    func frame() {
        let grounds: [(Double, Double, Double)] = [
            (255, 255, 255), (128, 128, 128), (173, 216, 230), (20, 20, 20),
        ]
        for severity in [Guidance.Severity.go, .warn, .info] {
            for ground in grounds {
                let (red, green, blue) = ScreenTint.background.rgb
                let mix = { (below: Double, above: UInt8) in
                    UInt8(below * (1 - GuideFrame.casing) + Double(above) * GuideFrame.casing)
                }
                let casing = (mix(ground.0, red), mix(ground.1, green), mix(ground.2, blue))
                let ratio = Contrast.ratio(severity.tint.rgb, casing)
                #expect(ratio >= 4.5, "\(severity) on \(ground): \(ratio)")
            }
        }
    }

    @Test("one display is the student's only while the student acts and nothing is to be decided")
    func sharedDisplay() throws {
        let students: Set = ["waiting", "unread", "exporting", "code", "seat", "aside", "stored"]
        for named in try Scenes.all() where students.contains(named.name) {
            #expect(!named.scene.isAttendantNeeded, "\(named.name)")
        }
        for named in try Scenes.all() where !students.contains(named.name) && named.name != "ready"
        {
            #expect(named.scene.isAttendantNeeded || named.name == "guide", "\(named.name)")
        }
        for named in try Scenes.troubled() {
            #expect(named.scene.isAttendantNeeded, "\(named.name)")
        }
    }

    @Test(
        "each view gets its display",
        arguments: [
            (["A"], ScreenViews.auto, "", false, 0, nil), (["A"], .both, "", false, 0, 0),
            (["A"], .single, "A", true, 0, nil), (["A", "B"], .auto, "", false, 0, 1),
            (["A", "B"], .auto, "", true, 1, 0), (["A", "B"], .auto, "A", false, 1, 0),
            (["A", "B"], .auto, "A", true, 0, 1), (["A", "B"], .auto, "gone", false, 0, 1),
            (["A", "B", "C"], .both, "C", false, 0, 2), (["A", "B"], .single, "B", false, 0, nil),
        ] as [([String], ScreenViews, String, Bool, Int, Int?)])
    func displays(
        _ names: [String], _ views: ScreenViews, _ wanted: String, _ isSwapped: Bool,
        _ attendant: Int, _ student: Int?
    ) {
        let plan = DisplayPlan(displays: names, views, student: wanted, isSwapped: isSwapped)
        #expect(plan.attendant == attendant && plan.student == student)
    }
}
