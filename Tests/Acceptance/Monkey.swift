import KioskCore
import TestSupport

/// Keys that nobody means: what a cat, a scanner, a paste and an elbow do to a keyboard.
struct Monkey {
    private var dice: Dice
    /// How many strokes it made.
    private(set) var strokes = 0

    init(seed: UInt64) { dice = Dice(seed) }

    private static let letters = Array("rcqnaueogsRCQNAUEOGS ?#xhm张.,:/{}")

    /// One attack that begins at that time, ns: strokes at most a tenth of a second apart.
    mutating func attack(at time: Int64) -> [KeyStroke] {
        let keys: [KeyStroke.Key] =
            switch Int.random(in: 0..<6, using: &dice) {
            case 0: [.other]
            case 1: [.other] + letters(3...9) + [.other]
            case 2: letters(2...14)
            case 3: letters(2...5) + [.enter, .enter]
            case 4: #"{"xm":"张*三","zjhm":"002X"}"#.map { .character($0) } + [.enter, .enter]
            default: [KeyStroke.Key](repeating: letters(1...1)[0], count: 30)
            }
        let gap = Int64.random(in: 0...95, using: &dice) * 1_000_000
        strokes += keys.count
        return keys.enumerated().map { KeyStroke($1, at: time + Int64($0) * gap) }
    }

    private mutating func letters(_ count: ClosedRange<Int>) -> [KeyStroke.Key] {
        (0..<Int.random(in: count, using: &dice)).map { _ in
            .character(Self.letters.randomElement(using: &dice) ?? "q")
        }
    }

    /// How long an attack lasts, ns.
    static func end(of strokes: [KeyStroke]) -> Int64 { strokes.last?.at ?? 0 }
}
