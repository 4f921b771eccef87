/// Which portraits are meant: `3,7` of one session, `day:3,eve:7` of several.
public struct PortraitChoice: Hashable, Sendable {
    /// The portraits.
    public let portraits: Set<PortraitID>

    /// Those portraits.
    public init(_ portraits: Set<PortraitID>) { self.portraits = portraits }

    /// What `--only` says about some sessions.
    ///
    /// - Throws: `usage` where it is no list of numbers, names a session that is not among them, or does not say which
    ///   of several sessions a number is of.
    public init(parsing text: String, of sessions: [SessionName]) throws(KioskError) {
        var portraits: Set<PortraitID> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            portraits.insert(try Self.portrait(part, of: sessions))
        }
        self.portraits = portraits
    }

    /// Those of a session's portraits that are meant.
    ///
    /// - Throws: `session.sequence` for a number that is not there, `session.voided` for one that was withdrawn.
    public func chosen(of session: HandOverSession) throws(KioskError) -> [StoredPortrait] {
        let wanted = Set(portraits.lazy.filter { $0.session == session.name }.map(\.sequence))
        let found = session.portraits.filter { wanted.contains($0.sequence) }
        if let missing = wanted.subtracting(found.map(\.sequence)).min() {
            let isWithdrawn = session.withdrawn.contains(missing)
            throw KioskError(isWithdrawn ? .sessionVoided : .sessionSequence, "\(missing)")
        }
        return found
    }

    private static func portrait(_ part: Substring, of sessions: [SessionName])
        throws(KioskError) -> PortraitID
    {
        let colon = part.lastIndex(of: ":")
        let name = colon.map { String(part[..<$0]) }
        let digits = colon.map { part[part.index(after: $0)...] } ?? part
        let known = sessions.filter { name == nil || "\($0)" == name }
        guard let number = Int(digits), number > 0, known.count == 1, let session = known.first
        else {
            throw KioskError(
                .usage,
                "--only \(Mask.digits(in: String(part.prefix(80)))) (--only \(form(sessions)))")
        }
        return PortraitID(session, number)
    }

    /// An example of what may be said.
    private static func form(_ sessions: [SessionName]) -> String {
        sessions.count > 1 ? "\(sessions[0]):3,\(sessions[1]):7" : "3,7,8"
    }
}
