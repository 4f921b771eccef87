import Testing

@testable import KioskCore

struct SteadyHintTests {
    private static let crop = Rect(x: 0, y: 0, width: 480, height: 640)
    private static let ready = Framing.ready(crop, Sample.head())
    private static let left = Framing.move(.moveLeft, Sample.head())

    private static func flawed(_ name: CheckName) -> Framing {
        let check = PortraitCheck(
            name: name, value: 9, unit: "°", allowed: -3...3, verdict: .fail,
            advice: Phrase(zh: "改", en: "fix"))
        return .flawed(check, crop, Sample.head())
    }

    /// What is said after looks a thirtieth of a second apart, and when it changed.
    private static func changes(_ looks: [Framing]) -> [(time: Double, advice: SteadyHint.Advice)] {
        var hint = SteadyHint()
        var changes: [(Double, SteadyHint.Advice)] = []
        for (index, framing) in looks.enumerated() {
            let time = Double(index) / 30
            let before = hint.advice
            hint.see(framing, at: FrameTime(seconds: time))
            if hint.advice != before { changes.append((time, hint.advice)) }
        }
        return changes
    }

    private static func looks(_ framing: Framing, _ count: Int) -> [Framing] {
        Array(repeating: framing, count: count)
    }

    @Test("what is wrong is said within 150 ms of the movement, whatever it is")
    func prompt() throws {
        for wrong in [Self.left, .manyFaces(2), Self.flawed("roll"), Self.flawed("lips")] {
            let changes = Self.changes(Self.looks(Self.ready, 60) + Self.looks(wrong, 30))
            let last = try #require(changes.last)
            // The movement was some time in the thirtieth of a second before its first look.
            #expect(last.time - 59.0 / 30 <= 0.15)
        }
    }

    @Test("all has to be right for half a second before it is said to be")
    func ready() throws {
        let changes = Self.changes(Self.looks(Self.left, 20) + Self.looks(Self.ready, 30))
        let last = try #require(changes.last)
        #expect(last.advice == .ready)
        #expect((0.5...0.55).contains(last.time - 20.0 / 30))
    }

    @Test("a hint on the edge between two does not flicker")
    func steady() {
        let edge = (0..<120).map { ($0 / 3) % 2 == 0 ? Self.left : Self.flawed("roll") }
        #expect(Self.changes(edge).count <= 3, "four seconds")
        let noise = (0..<120).map { $0 % 2 == 0 ? Self.ready : Self.left }
        #expect(Self.changes(Self.looks(Self.ready, 30) + noise).count <= 2)
    }

    @Test("a blink is no closed eye, eyes that stay closed are")
    func blink() {
        let open = Self.looks(Self.ready, 30)
        let closed = Self.flawed(.eyesOpen)
        #expect(Self.changes(open + Self.looks(closed, 8) + open).count == 1)
        #expect(Self.changes(open + Self.looks(closed, 20)).count == 2)
    }
}
