import Testing

@testable import KioskCore

struct TypedCodeTests {
    fileprivate static let text =
        "eyJzamMiOiIxNzYwMDAwMDAwMDAwIiwieXhkbSI6IjEwMDAxIiwieGgiOiIyMDI2MDEyMzQ1IiwieG0iOiLlvKAqIn0="

    fileprivate static func keys(
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

extension TypedCodeTests {
    @Test(
        "where Caps Lock changes letters, a text that shows nothing of it is many keys and no code")
    func caps() {
        let opaque = String(repeating: "Ab3dEf9hIjKlMnOpQrStUvWxYz+/", count: 4)
        let swapped = String(
            Self.text.map {
                $0.isUppercase ? Character($0.lowercased()) : Character($0.uppercased())
            })
        for (text, isExact, key) in [
            (Self.text, false, BoothKey.code(Array(Self.text.utf8))),
            (Self.text, true, .code(Array(Self.text.utf8))), (opaque, false, .burst),
            (opaque, true, .code(Array(opaque.utf8))), (swapped, false, .code(Array(swapped.utf8))),
        ] {
            var reader = KeyReader(isExact: isExact)
            let booth = Booth(settings: BoothSettings())
            let strokes = (text + "\n").map { KeyStroke(KeyStroke.Key($0), at: 0) }
            #expect(reader.take(strokes, now: 0, booth).isEmpty)
            #expect(
                reader.take([], now: 1_000_000_000, booth) == [key], "\(text.prefix(9)) \(isExact)")
        }
    }

    @Test("padding stands at the end and nowhere else")
    func padding() {
        #expect(Self.keys(Self.text.replacing("k", with: "=")) == [.burst])
        #expect(Self.keys(Self.text + "===") == [.burst])
    }
}
