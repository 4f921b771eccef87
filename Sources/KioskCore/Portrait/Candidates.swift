/// The shots of one posing that can be shown at review, the best first, and which of them is shown.
public struct Candidates: Sendable {
    /// So many are kept.
    public static let most = 3
    /// Nearer in time two are the same look, seconds.
    private static let apart = 0.15

    private var shots: [Burst.Shot]
    private var place = 0

    /// None.
    public init() { shots = [] }

    /// The best of a burst's shots.
    ///
    /// - Parameter ranked: the best first.
    public init(of ranked: [Burst.Shot]) {
        shots = ranked.reduce(into: []) { kept, shot in
            let isNear = kept.contains {
                abs($0.frame.time.seconds(since: shot.frame.time)) < Self.apart
            }
            if kept.count < Self.most, !isNear { kept.append(shot) }
        }
    }

    /// How many there are.
    public var count: Int { shots.count }

    /// Which of them is shown, from 1 on.
    public var shown: Int { place + 1 }

    /// All of them, the one after the shown first: a portrait is made of the first that is whole.
    public var next: [Burst.Shot] {
        guard !shots.isEmpty else { return [] }
        let first = (place + 1) % shots.count
        return Array(shots[first...] + shots[..<first])
    }

    /// Takes note that a portrait was made of that frame, the first of `order` that is whole: those before it
    /// are shown no more.
    public mutating func show(_ time: FrameTime, of order: [Burst.Shot]) {
        let damaged = order.prefix { $0.frame.time != time }.map(\.frame.time)
        guard damaged.count < order.count else { return }
        shots.removeAll { damaged.contains($0.frame.time) }
        place = shots.firstIndex { $0.frame.time == time } ?? 0
    }

    /// Drops the first of `order`, of which no portrait could be made; what was shown stays shown.
    public mutating func drop(of order: [Burst.Shot]) {
        guard let time = order.first?.frame.time, shots.indices.contains(place) else { return }
        let kept = shots[place].frame.time
        guard kept != time else { return }
        shots.removeAll { $0.frame.time == time }
        place = shots.firstIndex { $0.frame.time == kept } ?? 0
    }
}
