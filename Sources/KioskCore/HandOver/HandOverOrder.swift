/// A session of which portraits are handed over.
public struct HandOverSession: Sendable {
    /// The session's name.
    public var name: SessionName
    /// Its portraits that are not withdrawn, in the order of storing.
    public var portraits: [StoredPortrait]
    /// The numbers of those that are.
    public let withdrawn: Set<Int>

    /// A session with those portraits; withdrawn ones are left out.
    public init(name: SessionName, portraits: [StoredPortrait]) {
        self.name = name
        withdrawn = Set(portraits.lazy.filter(\.isVoided).map(\.sequence))
        self.portraits = portraits.filter { !$0.isVoided }
    }
}

/// What is to be handed over, and how.
public struct HandOverOrder: Sendable {
    /// The portraits, by session.
    public var sessions: [HandOverSession]
    /// How files are named, one tree after the other.
    public var layouts: [Layout]
    /// The text of README.txt; nil for the program's own.
    public var readme: String?
    /// The last day on which portraits are taken: `2026-04-20`.
    public var closingDate: String?
    /// The bytes that one medium holds; nil where all goes on one.
    public var capacity: Int?

    /// Portraits under those names, on one medium.
    public init(_ sessions: [HandOverSession], layouts: [Layout]) {
        (self.sessions, self.layouts) = (sessions, layouts)
    }

    /// The trees of all layouts, each once.
    var trees: [Layout.Tree] {
        layouts.flatMap(\.trees).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The sessions' names, for people.
    public var title: String { sessions.map { "\($0.name)" }.joined(separator: ", ") }

    /// The same with one portrait each, and what each is called: the number in the session, with the session's name
    /// where there are several, and the last four characters of the person's number or of the code.
    public var students: [(name: String, order: HandOverOrder)] {
        sessions.flatMap { session in
            session.portraits.map { portrait in
                var order = self
                order.sessions = [HandOverSession(name: session.name, portraits: [portrait])]
                let name = sessions.count > 1 ? "\(session.name)-" : ""
                return (name + portrait.outputName, order)
            }
        }
    }

    /// The portraits with their places, in the order of sessions and storing.
    ///
    /// - Throws: `session.empty` where there is none, `disc.names`, and what the source and the report throw.
    func entries(from source: some HandOverSource, _ preparation: inout Preparation)
        throws(KioskError) -> [HandOverEntry]
    {
        let wantsOriginals = trees.contains { $0.picture == .original }
        var names = HandOverNames(reserved: HandOverPlan.ownNames)
        var entries: [HandOverEntry] = []
        for session in sessions {
            for portrait in session.portraits {
                let id = PortraitID(session.name, portrait.sequence)
                let original =
                    wantsOriginals ? try OriginalFacts(of: id, from: source) : nil
                var places: [HandOverNames.Place] = []
                for tree in trees {
                    let suffix = tree.picture == .original ? original?.suffix : nil
                    places.append(
                        try names.place(of: portrait, id, in: tree, suffix: suffix ?? ".jpg"))
                }
                entries.append(
                    HandOverEntry(id: id, portrait: portrait, places: places, original: original))
                try preparation.advance(by: 1)
            }
        }
        guard !entries.isEmpty else { throw KioskError(.sessionEmpty, title) }
        return entries
    }
}

/// A portrait with its places.
struct HandOverEntry: Sendable {
    let id: PortraitID
    let portrait: StoredPortrait
    /// Its place in each tree.
    let places: [HandOverNames.Place]
    /// What is known of its original, where that is handed over.
    let original: OriginalFacts?
    /// The medium of several that it is on, from 1.
    var volume = 1

    /// The path that lists name.
    var path: String { places.first?.path ?? "" }

    /// The length of what a tree holds of it, bytes.
    func byteCount(_ picture: Layout.Tree.Picture) -> Int {
        picture == .original ? original?.byteCount ?? 0 : portrait.byteCount
    }
}

extension [HandOverEntry] {
    /// The places of each class's entries, classes in the order in which they come first, those of none at their place.
    var byClass: [(name: String?, places: [Int])] {
        var order: [String?] = []
        var places: [String?: [Int]] = [:]
        for (place, entry) in enumerated() {
            let name = entry.portrait.className
            if places[name] == nil { order.append(name) }
            places[name, default: []].append(place)
        }
        return order.map { ($0, places[$0] ?? []) }
    }
}

/// What is known of an original before it is written.
struct OriginalFacts: Hashable, Sendable {
    /// The file's ending.
    let suffix: String
    /// Its length, bytes.
    let byteCount: Int
    /// Its SHA-256, 64 lower-case hex digits.
    let sha256: String

    /// Reads it once.
    init(of id: PortraitID, from source: some HandOverSource) throws(KioskError) {
        let (bytes, suffix) = try source.original(id)
        (self.suffix, byteCount, sha256) = (suffix, bytes.count, source.sha256(bytes))
    }
}
