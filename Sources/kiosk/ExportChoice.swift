import KioskCore
import KioskIO

/// Which portraits of which sessions are exported: `3,7` of one session, `day:3,eve:7` of several.
struct ExportChoice: Sendable {
    private let sequences: [SessionName: Set<Int>]

    /// The numbers of one session.
    init(_ sequences: Set<Int>, of session: SessionName) {
        self.sequences = [session: sequences]
    }

    /// What `--only` says about some sessions.
    ///
    /// - Throws: `usage` where it is no list of numbers, names a session that is not exported, or does
    ///   not say which of several sessions a number is of.
    init(parsing text: String, of sessions: [SessionName]) throws(KioskError) {
        var sequences: [SessionName: Set<Int>] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let (session, number) = try Self.portrait(part, of: sessions)
            sequences[session, default: []].insert(number)
        }
        self.sequences = sequences
    }

    private static func portrait(_ part: Substring, of sessions: [SessionName])
        throws(KioskError) -> (SessionName, Int)
    {
        let colon = part.lastIndex(of: ":")
        let name = colon.map { String(part[..<$0]) }
        let digits = colon.map { part[part.index(after: $0)...] } ?? part
        let known = sessions.filter { name == nil || "\($0)" == name }
        guard let number = Int(digits), number > 0, known.count == 1, let session = known.first
        else {
            let form = sessions.count > 1 ? "\(sessions[0]):3,\(sessions[1]):7" : "3,7,8"
            throw KioskError(.usage, "--only \(text(part)) (--only \(form))")
        }
        return (session, number)
    }

    private static func text(_ part: Substring) -> String { String(part.prefix(80)) }

    /// The chosen portraits of a session.
    ///
    /// - Throws: `session.sequence` for a number that is not there or was withdrawn, and what reading throws.
    func chosen(of store: SessionStore) throws(KioskError) -> [StoredPortrait] {
        let wanted = sequences[store.name] ?? []
        let found = try store.portraits().filter {
            wanted.contains($0.sequence) && !$0.isVoided
        }
        if let missing = wanted.subtracting(found.map(\.sequence)).min() {
            throw KioskError(.sessionSequence, "\(missing)")
        }
        return found
    }
}
