import Testing

@testable import KioskCore

struct TypedCodeTests {
    private static let text =
        "eyJzamMiOiIxNzYwMDAwMDAwMDAwIiwieXhkbSI6IjEwMDAxIiwieGgiOiIyMDI2MDEyMzQ1IiwieG0iOiLlvKAqIn0="

    private static func keys(
        _ text: String, _ typing: Typing = .keys, tail: [KeyStroke.Key] = [.enter]
    )
        -> [BoothKey]
    {
        let strokes = (text.map { KeyStroke.Key($0) } + tail).map { KeyStroke($0, at: 0) }
        return KeyReading.keys(of: strokes, typing)
    }

    @Test("what a scanner types at once is a code, with Enter or without, beside a number too")
    func code() {
        let code = [BoothKey.code(Array(Self.text.utf8))]
        #expect(Self.keys(Self.text) == code)
        #expect(Self.keys(Self.text, tail: [.enter, .enter]) == code)
        #expect(Self.keys(Self.text, tail: []) == code)
        #expect(Self.keys(Self.text, .number) == code)
    }

    @Test("a path, a number, a cat and a key that is held down are none")
    func none() {
        #expect(Self.keys(Self.text, .text).first == .character("e"))
        #expect(Self.keys("11010519491231002X") == [.number("11010519491231002X"), .enter])
        for text in [
            String(repeating: "a", count: 200), "qwertyuiop", Self.text + "，", Self.text + " rm",
            String(Self.text.prefix(40)), String(repeating: Self.text, count: 60),
        ] {
            #expect(Self.keys(text) == [.burst], "\(text.prefix(20))")
        }
        #expect(Self.keys(Self.text, tail: [.enter, .character("q")]) == [.burst])
        #expect(Self.keys(Self.text, tail: [.escape]) == [.burst])
    }
}
