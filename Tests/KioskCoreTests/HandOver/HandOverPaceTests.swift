import Testing

@testable import KioskCore

struct HandOverPaceTests {
    private static func progress(_ step: HandOverProgress.Step, _ bytes: Int) -> HandOverProgress {
        HandOverProgress(step, files: 1, of: 10, bytes: bytes, of: 100)
    }

    @Test("what is left is told by how it went so far, reading back included")
    func left() {
        var pace = HandOverPace()
        #expect(pace.secondsLeft(Self.progress(.writing, 0), at: 100) == nil)
        #expect(pace.secondsLeft(Self.progress(.writing, 10), at: 100.5) == nil)
        #expect(pace.secondsLeft(Self.progress(.writing, 50), at: 110) == 30)
        #expect(pace.secondsLeft(Self.progress(.writing, 100), at: 120) == 20)
        #expect(pace.secondsLeft(Self.progress(.checking, 1), at: 120) == nil)
        #expect(pace.secondsLeft(Self.progress(.checking, 50), at: 125) == 5)
    }

    @Test(
        "while it is prepared nothing is foretold, and the writing that follows is timed by itself")
    func prepared() {
        var pace = HandOverPace()
        #expect(pace.secondsLeft(Self.progress(.preparing, 1), at: 0) == nil)
        #expect(pace.secondsLeft(Self.progress(.preparing, 50), at: 60) == nil)
        #expect(pace.secondsLeft(Self.progress(.writing, 0), at: 100) == nil)
        #expect(pace.secondsLeft(Self.progress(.writing, 50), at: 110) == 30)
    }

    @Test("the share is that of the bytes, and of the files where those are not known")
    func share() {
        #expect(Self.progress(.writing, 25).share == 0.25)
        #expect(HandOverProgress(.checking, files: 3, of: 4, bytes: 9, of: 0).share == 0.75)
        #expect(HandOverProgress(.checking, files: 0, of: 0, bytes: 0, of: 0).share == 1)
    }
}
