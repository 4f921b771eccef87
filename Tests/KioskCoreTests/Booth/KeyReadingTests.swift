import KioskCore
import Testing

struct KeyReadingTests {
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
            ("\u{1B}", true, [.cancel]),
        ])
    func keys(text: String, isTyping: Bool, keys: [BoothKey]) {
        #expect(KeyReading.keys(of: text, isTyping: isTyping) == keys)
    }
}
