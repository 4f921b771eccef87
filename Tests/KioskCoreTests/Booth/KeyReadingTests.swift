import KioskCore
import Testing

struct KeyReadingTests {
    @Test(
        "letters are keys, digits a number, X a digit only within one",
        arguments: [
            (" ", false, [BoothKey.shootOrAccept]), ("r", false, [.retake]),
            ("Q", false, [.endOfDay]),
            ("x", false, []), ("x", true, [.character("X")]),
            ("12X\n", false, [.character("1"), .character("2"), .character("X"), .enter]),
            ("１", false, [.character("１")]), ("\u{7F}", false, [.backspace]), ("z!", false, []),
            ("\u{1B}", true, [.cancel]),
        ])
    func keys(text: String, isTyping: Bool, keys: [BoothKey]) {
        #expect(KeyReading.keys(of: text, isTyping: isTyping) == keys)
    }
}
