import TestSupport
import Testing

@testable import KioskCore

struct TerminalKeysTests {
    private static func keys(_ bytes: [UInt8]) -> [KeyStroke.Key] {
        var terminal = TerminalKeys()
        return (terminal.take(bytes, at: 0) + terminal.settled(at: 60_000_000)).map(\.key)
    }

    private static func keys(_ text: String) -> [KeyStroke.Key] { keys(Array(text.utf8)) }

    @Test(
        "a key without a character is one key that means nothing, not Esc and letters",
        arguments: [
            "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}OA", "\u{1B}OP", "\u{1B}OQ",
            "\u{1B}[[A", "\u{1B}[[E", "\u{1B}[3~", "\u{1B}[2~", "\u{1B}[5~", "\u{1B}[H",
            "\u{1B}[15~", "\u{1B}[24~", "\u{1B}[1;5C", "\u{1B}[200~", "\u{1B}[?1;2c", "\u{1B}q",
            "\u{1B}]11;rgb:0000/0000/0000\u{7}", "\u{1}", "\t", "\u{0}",
        ])
    func sequences(text: String) {
        #expect(Self.keys(text) == [.other])
        #expect(Self.keys(text + "r").last == .character("r"), "what follows is a key again")
    }

    @Test("a sequence is the same however its bytes are cut")
    func cut() {
        for text in ["\u{1B}[1;5Cé张😀x", "\u{1B}[[Aq", "\u{1B}OPr\r"] {
            let bytes = Array(text.utf8)
            for cut in 0...bytes.count {
                var terminal = TerminalKeys()
                var strokes = terminal.take(bytes[..<cut], at: 0)
                strokes += terminal.take(bytes[cut...], at: 10_000_000)
                #expect(strokes.map(\.key) == Self.keys(bytes), "\(text) at \(cut)")
            }
        }
    }

    @Test("Esc alone is Esc once nothing has followed it")
    func escape() {
        var terminal = TerminalKeys()
        #expect(terminal.take([0x1B], at: 0).isEmpty)
        #expect(terminal.settled(at: 40_000_000).isEmpty)
        #expect(terminal.settled(at: 51_000_000) == [KeyStroke(.escape, at: 0)])
        // A key long after it is another one.
        #expect(terminal.take([0x1B], at: 1_000_000_000).isEmpty)
        let strokes = terminal.take([0x72], at: 2_000_000_000).map(\.key)
        #expect(strokes == [.escape, .character("r")])
        #expect(Self.keys("\u{1B}\u{1B}") == [.escape, .escape])
    }

    @Test("Enter, Backspace and characters of several bytes")
    func characters() {
        #expect(
            Self.keys("\r\n\u{7F}\u{8}") == [.enter, .enter, .backspace, .backspace])
        #expect(Self.keys("é张😀") == "é张😀".map { .character($0) })
        #expect(Self.keys([0xE5, 0xBC, 0x72]) == [.other, .character("r")])
        #expect(Self.keys([0xFF, 0x80, 0x61]) == [.other, .other, .character("a")])
    }

    @Test("any bytes give no more keys than there are bytes")
    func fuzz() {
        var dice = Dice(7)
        let seed = Array("\u{1B}[1;5C\u{1B}OP\u{1B}]0;x\u{7}é张\u{1B}[200~11\r\u{1B}[201~q".utf8)
        for _ in 0..<20_000 {
            var terminal = TerminalKeys()
            let bytes = dice.damaged(seed)
            let strokes = terminal.take(bytes, at: 0) + terminal.settled(at: 1_000_000_000)
            #expect(strokes.count <= bytes.count)
            #expect(terminal.take([0x71], at: 2_000_000_000).map(\.key) == [.character("q")])
        }
    }
}
