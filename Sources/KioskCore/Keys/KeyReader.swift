/// Tells keys that a person presses from characters that a machine sends.
///
/// What comes one by one are keys. What comes faster than fingers (a card reader, a code scanner, a
/// paste, a cat, a key held down) is one burst: a number where it can be one, text where a path is
/// typed, else nothing at all. A key is held back until it is known to be alone, and means nothing
/// where something else is asked, or another student's turn has come, in the meantime.
///
/// One for each keyboard: the times of two cannot be compared.
public struct KeyReader: Sendable {
    /// Two keys so near each other belong together, ns. Readers send one each 1 to 40 ms, a console
    /// repeats a held key each 92 ms; a person presses two keys in 120 ms at the least.
    public static let gap: Int64 = 100_000_000
    /// No burst that means something is longer: the longest path that Linux opens is 4,096 bytes.
    static let longest = 5_000

    private struct Waiting {
        let stroke: KeyStroke
        /// What the people saw when it came.
        let seen: Booth.Asking
        /// Whether it was pressed while the shot was in view that is in view now, or none was.
        let knowsShot: Bool
    }

    private var waiting: [Waiting] = []
    private var heardAt: Int64 = 0
    private var clock = StrokeClock()
    /// Whether a shot is in view, and since when.
    private var (isReview, viewChangedAt) = (false, Int64.min)

    /// Whether letters come as they were sent, Caps Lock or not.
    private let isExact: Bool

    /// A reader that has heard nothing.
    ///
    /// - Parameter isExact: whether keys and Shift are told, and not characters that Caps Lock changes. Elsewhere an
    ///   encrypted code that a scanner types cannot be trusted, and is no more than many keys.
    public init(isExact: Bool) { self.isExact = isExact }

    /// Whether a key is held back.
    public var isHolding: Bool { !waiting.isEmpty }

    /// Takes strokes in and gives the keys of one press or one burst, once it has ended. The next
    /// one's meaning hangs on what the booth makes of this one: it is given by the next call.
    ///
    /// - Parameters:
    ///   - strokes: in the order they were pressed.
    ///   - now: the time of this call, ns, by any steady clock.
    ///   - booth: the counter as it is now.
    public mutating func take(_ strokes: [KeyStroke], now: Int64, _ booth: Booth) -> [BoothKey] {
        let seen = booth.asking
        notice(booth, now)
        if !strokes.isEmpty {
            waiting += strokes.map { stroke in
                let pressedAt = clock.time(of: stroke, heardAt: now)
                return Waiting(stroke: stroke, seen: seen, knowsShot: pressedAt >= viewChangedAt)
            }
            heardAt = now
        }
        guard let end = endOfFirst(now) else { return [] }
        let first = Array(waiting[..<end])
        waiting.removeFirst(end)
        let keys = KeyReading.keys(of: first.map(\.stroke), booth.typing).map(trusted)
        guard first.allSatisfy({ $0.seen == seen }) || keys.isEmpty else { return [.late] }
        if isReview, keys == [.shootOrAccept] || keys == [.enter], !first[0].knowsShot {
            return [.late]
        }
        return keys
    }

    private func trusted(_ key: BoothKey) -> BoothKey {
        guard case .code(let bytes) = key, !isExact, !TypedCode.showsCase(bytes) else { return key }
        return .burst
    }

    /// What a button of the screen means that was pressed: nothing where something else is asked, or other
    /// buttons are shown, by now.
    ///
    /// - Parameters:
    ///   - keys: what the button does.
    ///   - seen: the counter as it was shown when the button was pressed.
    public static func pressed(_ keys: [BoothKey], seen: Booth, _ booth: Booth) -> [BoothKey] {
        guard !keys.isEmpty else { return [] }
        let isSame =
            seen.asking == booth.asking
            && ButtonWords.all(seen).map(\.title) == ButtonWords.all(booth).map(\.title)
        return isSame ? keys : [.late]
    }

    /// A shot that came into view is accepted by keys that were pressed since: on a slow machine a key
    /// that was to shoot once more is read when the shot is there.
    private mutating func notice(_ booth: Booth, _ now: Int64) {
        let isReview = booth.state.name == .review
        guard isReview != self.isReview else { return }
        (self.isReview, viewChangedAt) = (isReview, now)
    }

    /// Where the first press or burst ends; nil where more of it may come.
    private mutating func endOfFirst(_ now: Int64) -> Int? {
        guard !waiting.isEmpty else { return nil }
        let next = waiting.indices.dropFirst().first {
            !waiting[$0].stroke.follows(waiting[$0 - 1].stroke, within: Self.gap)
        }
        if let next { return next }
        if waiting.count > 2 * Self.longest {
            waiting.removeFirst(waiting.count - Self.longest - 1)
        }
        return now - heardAt > Self.gap ? waiting.count : nil
    }
}

extension KeyStroke {
    /// Whether it came so soon after another. A clock that was set back tells nothing.
    fileprivate func follows(_ other: KeyStroke, within gap: Int64) -> Bool {
        (0...gap).contains(at - other.at)
    }
}

extension Booth {
    /// Whose turn it is and what is asked: a key is pressed for these and no others.
    struct Asking: Hashable, Sendable {
        fileprivate let code: [UInt8]?
        fileprivate let question: Question?
        fileprivate let isChoice: Bool
    }

    fileprivate var asking: Asking {
        let isChoice = state.name == .whoseTurn || state.name == .several
        return Asking(code: sitting?.code.bytes, question: question, isChoice: isChoice)
    }
}
