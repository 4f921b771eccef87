@testable import KioskCore

extension FuzzTarget {
    static let keys = [terminal, strokes]

    /// What a terminal sends, whole and byte by byte.
    private static let terminal = FuzzTarget(name: "terminal", longest: 512) {
        ["r\n12x", "\u{1B}[A\u{1B}OP\u{1B}[200~张\u{1B}[201~", "\u{1B}\u{1B}[1;5C\u{1B}]0;x\u{07}"]
            .map { Array($0.utf8) }
    } read: { bytes in
        var (whole, parts) = (TerminalKeys(), TerminalKeys())
        var strokes = whole.take(bytes, at: 0)
        var others = bytes.flatMap { parts.take([$0], at: 0) }
        strokes += whole.settled(at: .max)
        others += parts.settled(at: .max)
        hold(strokes == others, "keys are the same in one piece and in many")
        hold(strokes.count <= bytes.count, "a key has a byte")
    }

    /// Strokes with their times, and a counter that asks for something: each key is a byte of waiting and one
    /// of what was pressed.
    private static let strokes = FuzzTarget(name: "strokes", longest: 512) {
        [Array("\u{0}1\u{1}1\u{1}0\u{1}\r".utf8), Array("\u{1}r\u{40}q\u{40}e\u{0}\u{1B}".utf8)]
    } read: { bytes in
        var (reader, booth) = (KeyReader(isExact: false), Booth(settings: BoothSettings()))
        var (now, given) = (Int64(0), 0)
        for place in stride(from: 1, to: bytes.count - 1, by: 2) {
            now += Int64(bytes[place]) * 4_000_000
            let key = KeyStroke.Key(Character(UnicodeScalar(bytes[place + 1])))
            for key in reader.take([KeyStroke(key, at: now)], now: now, booth) {
                given += 1
                _ = booth.step(.pressed(key), at: FrameTime(nanoseconds: now))
            }
        }
        hold(given <= bytes.count, "no more keys than were pressed")
    }
}
