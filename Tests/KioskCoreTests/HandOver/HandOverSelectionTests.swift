import KioskCore
import Testing

struct HandOverSelectionTests {
    /// Portraits 1 to 4 of the classes A, A, B and none, and a withdrawn one of class C.
    private static func day() throws -> HandOverSession {
        let classes = ["A", "A", "B", nil, "C"]
        let portraits = classes.enumerated().map { place, name in
            Sample.portrait(place + 1, isVoided: name == "C", of: name)
        }
        return HandOverSession(name: try SessionName("day"), portraits: portraits)
    }

    private static func choose(_ selection: HandOverSelection, missing: Set<Int> = [])
        throws -> [Int]
    {
        let chosen = try selection.chosen(of: [try day()]) { _ throws(KioskError) in missing }
        return chosen.flatMap(\.portraits).map(\.sequence)
    }

    private static func only(_ numbers: Int...) throws -> PortraitChoice {
        let day = try SessionName("day")
        return PortraitChoice(Set(numbers.map { PortraitID(day, $0) }))
    }

    @Test("numbers, classes and what is on no medium yet narrow each other")
    func narrowed() throws {
        #expect(try Self.choose(HandOverSelection()) == [1, 2, 3, 4])
        #expect(try Self.choose(HandOverSelection(classes: ["A", ""])) == [1, 2, 4])
        #expect(try Self.choose(HandOverSelection(only: Self.only(2, 3), classes: ["A"])) == [2])
        #expect(
            try Self.choose(
                HandOverSelection(classes: ["A"], isNotExported: true), missing: [2, 3])
                == [2])
        #expect(try Self.choose(HandOverSelection(), missing: [2]) == [1, 2, 3, 4])
    }

    @Test("a class that is all exported is said to be so, and not to be none")
    func exported() throws {
        for selection in [
            HandOverSelection(classes: ["A"], isNotExported: true),
            HandOverSelection(only: try Self.only(1), isNotExported: true),
        ] {
            let error = #expect(throws: KioskError.self) {
                try Self.choose(selection, missing: [3])
            }
            #expect(error == KioskError(.sessionExported, "day"))
        }
    }

    @Test(
        "a class that no portrait is of is named, one whose portraits are withdrawn too",
        arguments: ["D", "C"])
    func unknown(name: String) throws {
        let error = #expect(throws: KioskError.self) {
            try Self.choose(HandOverSelection(classes: ["A", name], isNotExported: true))
        }
        #expect(error == KioskError(.classMissing, name))
    }

    @Test("numbers of which none is of the classes are told from an empty session")
    func nothing() throws {
        let selection = HandOverSelection(
            only: try Self.only(3), classes: ["A"], isNotExported: true)
        #expect(Self.code { try Self.choose(selection) } == .sessionUnmatched)
        let empty = HandOverSession(name: try SessionName("day"), portraits: [])
        let error = #expect(throws: KioskError.self) {
            try HandOverSelection().chosen(of: [empty]) { _ throws(KioskError) in [] }
        }
        #expect(error?.code == .sessionEmpty)
    }

    @Test("a number that was withdrawn is said to be so")
    func withdrawn() throws {
        for (number, code) in [(5, KioskError.Code.sessionVoided), (6, .sessionSequence)] {
            let selection = HandOverSelection(only: try Self.only(number))
            #expect(Self.code { try Self.choose(selection) } == code)
        }
    }

    private static func code(_ body: () throws -> [Int]) -> KioskError.Code? {
        do { _ = try body() } catch { return (error as? KioskError)?.code }
        return nil
    }
}
