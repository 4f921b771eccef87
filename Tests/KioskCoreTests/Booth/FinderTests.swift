import TestSupport
import Testing

@testable import KioskCore

/// Looking for a portrait between two students.
struct FinderTests {
    private static let time = FrameTime(seconds: 1)

    /// A booth with the session's portraits open.
    private static func open() -> Booth {
        var booth = Booth(settings: BoothSettings())
        #expect(booth.step(.pressed(.find), at: time) == [.browse])
        _ = booth.step(.found(Scenes.found), at: time)
        return booth
    }

    private static func type(_ text: String, _ booth: inout Booth) {
        for key in KeyReading.keys(of: text, booth.typing) {
            _ = booth.step(.pressed(key), at: time)
        }
    }

    @Test(
        "what is typed finds by number, sequence and time",
        arguments: [
            ("", Array(1...14)), ("9", [7, 9]), ("0163", [9]),
            ("163", [9]), ("x", []), ("99", []),
        ] as [(String, [Int])])
    func found(_ text: String, _ sequences: [Int]) {
        var booth = Self.open()
        Self.type(text, &booth)
        #expect(booth.finder?.found.map(\.sequence).sorted() == sequences)
    }

    @Test("a time finds those taken then, the newest first")
    func times() throws {
        var booth = Self.open()
        let wanted = try #require(booth.finder?.found.first)
        let time = wanted.portrait.takenAt.local.time.filter(\.isNumber).prefix(4)
        Self.type(String(time), &booth)
        let found = try #require(booth.finder?.found)
        #expect(found.contains(wanted) && found.count < 14)
        #expect(found.map(\.sequence) == found.map(\.sequence).sorted(by: >))
    }

    @Test("# goes through all, the failed and those that are gone")
    func kinds() {
        var booth = Self.open()
        var seen: [[Int]] = []
        for _ in 0..<4 {
            seen.append(booth.finder?.found.map(\.sequence).sorted() ?? [])
            Self.type("#", &booth)
        }
        #expect(seen == [Array(1...14), [9], [4, 6], Array(1...14)])
    }

    @Test("one that stands is withdrawn after its reason, and shown as it is then")
    func withdraw() {
        var booth = Self.open()
        Self.type("0163\n", &booth)
        #expect(booth.finder?.picked == 9)
        Self.type("u", &booth)
        #expect(booth.question?.name == .undo && booth.question?.earlier?.sequence == 9)
        _ = booth.step(.pressed(.character("2")), at: Self.time)
        let actions = booth.step(.pressed(.enter), at: Self.time)
        #expect(actions == [.void(sequence: 9, because: .poorPortrait)])
        #expect(booth.step(.succeeded(.void), at: Self.time) == [.browse])
        #expect(booth.finder?.picked == 9)
    }

    @Test("a withdrawal is taken back by the same key; what was replaced is not")
    func restore() {
        var booth = Self.open()
        _ = booth.step(.pressed(.pick(4)), at: Self.time)
        #expect(booth.step(.pressed(.undo), at: Self.time) == [.restore(sequence: 4)])
        _ = booth.step(.pressed(.pick(6)), at: Self.time)
        #expect(booth.step(.pressed(.undo), at: Self.time) == [.notify(.keyNotNow)])
        #expect(ButtonWords.all(booth).map(\.key) == [.leave])
    }

    @Test("Esc goes back to the grid, then to the counter; the day does not end from here")
    func leave() {
        var booth = Self.open()
        _ = booth.step(.pressed(.pick(4)), at: Self.time)
        #expect(booth.step(.pressed(.endOfDay), at: Self.time) == [.notify(.keyNotNow)])
        _ = booth.step(.pressed(.leave), at: Self.time)
        #expect(booth.finder != nil && booth.finder?.picked == nil)
        _ = booth.step(.pressed(.leave), at: Self.time)
        #expect(booth.finder == nil)
    }

    @Test("with something wrong Esc answers that first, and what is typed is still looked for")
    func wrong() {
        var booth = Self.open()
        let refused = BoothNotice.refused(KioskError(.diskFull, "a"))
        _ = booth.step(.failed(.export, refused), at: Self.time)
        Self.type("9", &booth)
        #expect(booth.finder?.text == "9" && booth.troubles.count == 1)
        _ = booth.step(.pressed(.leave), at: Self.time)
        #expect(booth.troubles.isEmpty && booth.finder?.text == "9")
        Self.type("\n", &booth)
        #expect(booth.step(.pressed(.backspace), at: Self.time) == [.notify(.keyNotNow)])
        #expect(booth.finder?.text == "9" && booth.finder?.picked != nil)
    }

    @Test("a student's code closes it, and during a sitting it does not open")
    func sitting() {
        var booth = Self.open()
        let code = Sample.code("a")
        for step in 0..<3 {
            let time = FrameTime(seconds: 1 + Double(step) * 0.1)
            _ = booth.step(.observed(Observation(time: time, codes: [code])), at: time)
        }
        #expect(booth.finder == nil && booth.state.name == .code)
        #expect(booth.step(.pressed(.find), at: Self.time) == [.notify(.keyNotNow)])
        #expect(booth.step(.found(Scenes.found), at: Self.time).isEmpty && booth.finder == nil)
    }

    @Test("lines that are kept say nothing of who is found", arguments: Language.allCases)
    func kept(language: Language) {
        var booth = Self.open()
        Self.type("0163", &booth)
        for _ in 0..<2 {
            let line = BoothWords.screenLine(booth, language, isKept: true)
            #expect(!line.contains("0163") && !line.contains("张*") && !line.contains("07:"))
            Self.type("\n", &booth)
        }
    }
}
