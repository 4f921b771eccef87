import Testing

@testable import KioskCore

struct PortraitChoiceTests {
    private static func sessions(_ names: String...) throws -> [SessionName] {
        try names.map { try SessionName($0) }
    }

    @Test(
        "a bare number is one session's, and with several its session is said",
        arguments: [
            ("3,7", ["day"], ["day:3", "day:7"]),
            ("day:3,7", ["day"], ["day:3", "day:7"]),
            ("day:3,eve:3", ["day", "eve"], ["day:3", "eve:3"]),
            ("3,3", ["day"], ["day:3"]),
        ])
    func choices(text: String, names: [String], expected: [String]) throws {
        let sessions = try names.map { try SessionName($0) }
        let choice = try PortraitChoice(parsing: text, of: sessions)
        #expect(Set(choice.portraits.map(\.description)) == Set(expected))
    }

    @Test(
        "what names no portrait for certain is refused, with the form that would",
        arguments: [
            "", "3,", "0", "-1", "a", "noon:3", "3,eve:7", "day:3,7", "day:",
            "99999999999999999999",
        ])
    func refused(text: String) throws {
        let error = #expect(throws: KioskError.self) {
            try PortraitChoice(parsing: text, of: Self.sessions("day", "eve"))
        }
        #expect(error?.code == .usage && error?.subject.contains("day:3,eve:7") == true)
    }

    @Test(
        "a number that is not there or was withdrawn is an error, another session's is none of this one's"
    )
    func chosen() throws {
        let (day, eve) = (try SessionName("day"), try SessionName("eve"))
        let stored = HandOverSession(
            name: day, portraits: [Sample.portrait(1), Sample.portrait(2, isVoided: true)])
        let first = PortraitChoice([PortraitID(day, 1), PortraitID(eve, 9)])
        #expect(try first.chosen(of: stored).map(\.sequence) == [1])
        for (number, code) in [(2, KioskError.Code.sessionVoided), (3, .sessionSequence)] {
            let error = #expect(throws: KioskError.self) {
                try PortraitChoice([PortraitID(day, number)]).chosen(of: stored)
            }
            #expect(error?.code == code)
        }
    }
}
