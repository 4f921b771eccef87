import KioskCore
import Testing

struct KeyReadingTests {
    @Test("a class's name comes whole through a pipe, letters that are keys too")
    func className() {
        let name = "计算机CS-2201"
        #expect(
            KeyReading.keys(of: "b\(name)\n", .keys)
                == [.beginClass] + name.map { .character($0) } + [.enter])
    }

    @Test(
        "letters are keys, digits a number, X a digit only within one",
        arguments: [
            (" ", false, [BoothKey.shootOrAccept]), ("r", false, [.retake]),
            ("Q", false, [.endOfDay]),
            ("x", false, []), ("x", true, [.character("x")]),
            ("12X\n", false, [.character("1"), .character("2"), .character("X"), .enter]),
            ("１", false, [.character("１")]), ("\u{7F}", false, [.backspace]), ("z!", false, []),
            ("h1", false, [.character("h"), .character("1")]),
            ("#c1", false, [.beginNumber, .character("c"), .character("1")]),
            ("1r", false, [.character("1"), .character("r")]),
            ("\u{1B}", true, [.leave]),
        ])
    func keys(text: String, isTyping: Bool, keys: [BoothKey]) {
        #expect(KeyReading.keys(of: text, isTyping ? .number : .keys) == keys)
    }

    @Test("a path is taken letter by letter, blanks and Chinese included, until Enter or Esc")
    func path() {
        #expect(
            KeyReading.keys(of: "o/媒体 1/q.png\r", .keys)
                == [.openFile] + "/媒体 1/q.png".map { .character($0) } + [.enter])
        #expect(KeyReading.keys(of: "\u{1B}q", .text) == [.leave, .endOfDay])
    }

    @Test(
        "each of the counter's keys is one letter",
        arguments: [
            ("a", BoothKey.setAside), ("u", .undo), ("e", .export), ("o", .openFile),
            ("g", .guide), ("?", .guide), ("n", .nextStudent), ("c", .cancel), ("s", .storeFailed),
        ])
    func letters(letter: String, key: BoothKey) {
        #expect(KeyReading.keys(of: letter, .keys) == [key])
    }
}
