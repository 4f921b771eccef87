/// Which of the sessions' portraits are handed over.
public struct HandOverSelection: Sendable {
    /// Those that are named; nil for all.
    public var only: PortraitChoice?
    /// Those of classes; empty for all, `""` for those of none.
    public var classes: [String]
    /// Whether only those that are on no medium as they are now.
    public var isNotExported: Bool

    /// All, or those of classes, or those that are on no medium.
    public init(
        only: PortraitChoice? = nil, classes: [String] = [], isNotExported: Bool = false
    ) {
        (self.only, self.classes, self.isNotExported) = (only, classes, isNotExported)
    }

    /// The sessions with those portraits alone; one of several may be left with none.
    ///
    /// - Parameter missing: the numbers of a session's portraits that are on no medium as they are now.
    /// - Throws: `class.missing` for a class that no portrait is of, `session.sequence` for a number that is not there,
    ///   `session.voided` for one that was withdrawn, `session.empty` where there is none at all, `session.unmatched` where none is of both the numbers
    ///   and the classes, `session.exported` where all that was asked for was exported, and what `missing` throws.
    public func chosen(
        of sessions: [HandOverSession],
        missing: (SessionName) throws(KioskError) -> Set<Int>
    ) throws(KioskError) -> [HandOverSession] {
        try checkClasses(of: sessions)
        var chosen = sessions
        for place in chosen.indices { try narrow(&chosen[place]) }
        let title = HandOverOrder(sessions, layouts: []).title
        guard !Self.isEmpty(chosen) else {
            throw KioskError(Self.isEmpty(sessions) ? .sessionEmpty : .sessionUnmatched, title)
        }
        guard isNotExported else { return chosen }
        for place in chosen.indices {
            let missing = try missing(chosen[place].name)
            chosen[place].portraits.removeAll { !missing.contains($0.sequence) }
        }
        guard !Self.isEmpty(chosen) else { throw KioskError(.sessionExported, title) }
        return chosen
    }

    private static func isEmpty(_ sessions: [HandOverSession]) -> Bool {
        sessions.allSatisfy(\.portraits.isEmpty)
    }

    private func checkClasses(of sessions: [HandOverSession]) throws(KioskError) {
        let known = Set(sessions.flatMap(\.portraits).compactMap(\.className))
        if let unknown = classes.first(where: { !$0.isEmpty && !known.contains($0) }) {
            throw KioskError(.classMissing, unknown)
        }
    }

    private func narrow(_ session: inout HandOverSession) throws(KioskError) {
        if let only {
            session.portraits = try only.chosen(of: session)
        }
        guard !classes.isEmpty else { return }
        session.portraits.removeAll { !classes.contains($0.className ?? "") }
    }
}
