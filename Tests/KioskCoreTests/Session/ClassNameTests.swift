import Testing

@testable import KioskCore

struct ClassNameTests {
    @Test(
        "a class's name is what can be seen, without blanks at its ends",
        arguments: [
            ("计算机2201班", "计算机2201班"), ("  3 b ", "3 b"), (String(repeating: "班", count: 40), nil),
            ("=cmd", "=cmd"),
        ] as [(String, String?)])
    func right(text: String, name: String?) throws {
        #expect(try ClassName(text).description == name ?? text)
    }

    @Test(
        "no name, one of blanks, a long one and one with what cannot be seen are refused",
        arguments: [
            "", "  ", "　", String(repeating: "班", count: 41), "a\nb", "a\u{202E}b", "a\u{0}",
        ])
    func wrong(text: String) {
        let error = #expect(throws: KioskError.self) { try ClassName(text) }
        #expect(error?.code == .className && error?.exitStatus == 64)
    }

    @Test("a card says its class, and no student's code is a card")
    func card() throws {
        let name = try ClassName("计算机2201班")
        #expect(ClassCard.name(of: Array(ClassCard.text(of: name).utf8)) == name)
        #expect(ClassCard.name(of: Array("KIOSK-CLASS:".utf8)) == nil)
        #expect(ClassCard.name(of: Array("KIOSK-CLASS:\u{FF}".utf8).dropLast()) == nil)
        #expect(ClassCard.isCard(Sample.code("KIOSK-CLASS: ")))
        #expect(
            !ClassCard.isCard(Sample.code("kiosk-class:a")) && !ClassCard.isCard(Sample.code("{}")))
    }

    @Test(
        "numbers are read as people write them",
        arguments: [("3", [3]), ("3,7-9", [3, 7, 8, 9]), ("2-2,1,2", [1, 2])])
    func sequences(text: String, numbers: [Int]) throws {
        let list = try SequenceList(parsing: text)
        #expect(list.sequences == numbers)
        #expect(try SequenceList(parsing: list.text) == list)
    }

    @Test(
        "what is no list of numbers is refused",
        arguments: ["", "0", "-1", "3-", "9-7", "1-2-3", "a", "1,,2", "1-99999999", "1 2"])
    func noSequences(text: String) {
        let error = #expect(throws: KioskError.self) { try SequenceList(parsing: text) }
        #expect(error?.code == .usage)
    }
}
