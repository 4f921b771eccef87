/// Looking through the session's portraits: what was typed to find one, what there is, and which is shown large.
public struct Finder: Hashable, Sendable {
    /// Which of them are looked through.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        /// All.
        case all
        /// Those that stand though they fail the rule.
        case failed
        /// Those that are withdrawn or replaced.
        case gone
    }

    /// What was typed: the end of a number, a sequence number, or a time (`0725`).
    public internal(set) var text = ""
    /// Which of them are looked through.
    public internal(set) var kind = Kind.all
    /// The session's portraits, the newest first.
    public internal(set) var portraits: [FoundPortrait]
    /// The sequence number of the one that is shown large.
    public internal(set) var picked: Int?

    /// Those that fit what was typed.
    public var found: [FoundPortrait] {
        portraits.filter { $0.isOf(kind) && (text.isEmpty || $0.fits(text)) }
    }

    /// The one that is shown large.
    public var shown: FoundPortrait? {
        picked.flatMap { wanted in portraits.first { $0.sequence == wanted } }
    }
}

/// A stored portrait as it is found again, masked.
public struct FoundPortrait: Hashable, Sendable {
    /// The portrait: sequence, time and masked name.
    public var portrait: EarlierPortrait
    /// The number's last four characters; empty where there is none.
    public var numberEnd: String
    /// The worst of its checks.
    public var verdict: Verdict
    /// Why it was stored though it fails, as it is recorded.
    public var failedBecause: String?
    /// Why it was withdrawn or what replaced it, as it is recorded; nil where it stands.
    public var voidedBecause: String?

    /// That portrait.
    public init(
        _ portrait: EarlierPortrait, numberEnd: String, verdict: Verdict, failedBecause: String?,
        voidedBecause: String?
    ) {
        (self.portrait, self.numberEnd, self.verdict) = (portrait, numberEnd, verdict)
        (self.failedBecause, self.voidedBecause) = (failedBecause, voidedBecause)
    }

    /// Its sequence number.
    public var sequence: Int { portrait.sequence }

    /// Whether another one stands in its place: that cannot be taken back.
    public var isReplaced: Bool { voidedBecause?.hasPrefix("replaced by ") ?? false }

    func isOf(_ kind: Finder.Kind) -> Bool {
        switch kind {
        case .all: true
        case .failed: verdict == .fail && voidedBecause == nil
        case .gone: voidedBecause != nil
        }
    }

    func fits(_ text: String) -> Bool {
        let text = text.uppercased()
        let time = portrait.takenAt.local.time.filter(\.isNumber).prefix(4)
        return "\(sequence)" == text || numberEnd.uppercased().hasSuffix(text)
            || text.count >= 3 && time.hasPrefix(text)
    }
}

extension Booth {
    /// Opens the session's portraits, between two students.
    mutating func find() -> [BoothAction] { isBetweenStudents ? [.browse] : [] }

    /// The session's portraits: to look through, or as they are after a change.
    mutating func found(_ portraits: [FoundPortrait]) -> [BoothAction] {
        guard sitting == nil else { return [] }
        finder = finder ?? Finder(portraits: [])
        finder?.portraits = portraits.sorted { $0.sequence > $1.sequence }
        return []
    }

    /// A key while portraits are looked through.
    mutating func press(_ key: BoothKey, for open: Finder) -> [BoothAction] {
        switch key {
        case .leave, .cancel: open.picked == nil ? finder = nil : (finder?.picked = nil)
        case .pick(let sequence): finder?.picked = sequence
        case .undo: return withdraw(open.shown)
        default:
            guard open.picked == nil else { return [.notify(.keyNotNow)] }
            return look(key, open)
        }
        return []
    }

    /// A key while one is looked for.
    private mutating func look(_ key: BoothKey, _ open: Finder) -> [BoothAction] {
        switch key {
        case .character(let character): finder?.text.append(character)
        case .number(let text): finder?.text.append(text)
        case .backspace: _ = finder?.text.popLast()
        case .beginNumber: finder?.kind = open.kind.next
        case .enter, .shootOrAccept: finder?.picked = open.found.first?.sequence
        default: return [.notify(.keyNotNow)]
        }
        return []
    }

    /// Asks why a portrait is to be withdrawn; one that was is taken back.
    private mutating func withdraw(_ shown: FoundPortrait?) -> [BoothAction] {
        guard let shown, !shown.isReplaced else { return [.notify(.keyNotNow)] }
        guard shown.voidedBecause == nil else { return [.restore(sequence: shown.sequence)] }
        question = Question(kind: .undo(shown.portrait))
        return []
    }
}

extension Finder.Kind {
    fileprivate var next: Finder.Kind {
        let all = Finder.Kind.allCases
        let index = all.firstIndex(of: self) ?? 0
        return all[(index + 1) % all.count]
    }
}
