import KioskCore
import KioskIO
import Synchronization

/// The hand-over of one or more sessions.
struct Export: Sendable {
    let sessions: [SessionName]
    let files: SessionFiles
    let config: KioskConfig
    /// Which of their portraits.
    var selection = HandOverSelection()
    /// How files are named; nil as kiosk.conf says.
    var layouts: [Layout]?
    /// The bytes that one medium holds; nil where all goes on one.
    var capacity: Int?

    /// What was written.
    struct Written: Sendable {
        let paths: [String]
        let portraits: Int
        let bytes: Int
        /// Pictures that could not have the name that their layout says.
        let renamed: Int
        /// Whether the medium keeps no permissions.
        let isOpenToAll: Bool
        /// Whether it was noted beside each session what is on it.
        let isNoted: Bool
        /// What was there before under the names of further volumes.
        var earlier: [String] = []
        /// What exports that were broken off left beside it.
        let broken: [String]

        /// That in a sentence, and in another what else the operator should know.
        var words: Phrase {
            let more = [
                renamed > 0 ? CommandWords.renamed(renamed) : nil,
                isOpenToAll ? CommandWords.openToAll : nil, isNoted ? nil : CommandWords.notNoted,
                CommandWords.earlier(earlier), CommandWords.broken(broken),
            ]
            return more.compactMap { $0 }.reduce(
                CommandWords.exported(paths: paths, portraits: portraits, bytes: bytes)
            ) { $0.followed(by: $1) }
        }
    }

    /// Writes the hand-over, reads it back, notes what is on it, and says what was written.
    ///
    /// - Parameter report: is told how far it has come; what it throws ends the work.
    /// - Throws: `session.*`, `file.*`, `disk.full`, `disc.*`, `stopped.*`, and what `report` throws.
    func write(
        to path: String, on medium: Medium, replacing: Bool,
        report: @escaping HandOverProgress.Report = { _ throws(KioskError) in }
    ) throws(KioskError) -> Written {
        try write(to: path) { open throws(KioskError) in
            // All that is known of the portraits is let go before they are written.
            let plans = try HandOverPlan.volumes(of: order(open.stores), from: open.source) {
                progress throws(KioskError) in
                try Interruption.check()
                try report(progress)
            }
            let writer = HandOverWriter(
                on: medium, from: open.source, replacing: replacing, report: report)
            return (try writer.write(plans, to: path), plans.map(\.facts))
        }
    }

    /// The same with an output of its own for each student, all in a new folder.
    func writeEach(
        to path: String, on medium: Medium,
        report: @escaping HandOverProgress.Report = { _ throws(KioskError) in }
    ) throws(KioskError) -> Written {
        try write(to: path) { open throws(KioskError) in
            let order = try order(open.stores)
            let orders = order.students
            guard !orders.isEmpty else { throw KioskError(.sessionEmpty, order.title) }
            var facts: [HandOverPlan.Facts] = []
            let writer = HandOverWriter(on: medium, from: open.source, report: report)
            let written = try writer.writeEach(orders.count, to: path) { index throws(KioskError) in
                let (name, order) = orders[index]
                let plan = try HandOverPlan.volumes(of: order, from: open.source)[0]
                facts.append(plan.facts)
                return (name + medium.suffix, plan)
            }
            return (written, facts)
        }
    }

    /// What is open while it is written.
    private struct Open {
        let stores: [SessionStore]
        let source: SessionsSource
    }

    private func write(
        to path: String,
        _ body: (Open) throws(KioskError) -> (HandOverOutputs, [HandOverPlan.Facts])
    ) throws(KioskError) -> Written {
        try Mounts.check(path)
        let place = Mounts.mountPoint(of: path)
        let begun = WallClock.now()
        var stores: [SessionStore] = []
        for session in sessions { stores.append(try SessionStore.read(session, in: files)) }
        var revisions: [SessionName: SessionRevision] = [:]
        for store in stores { revisions[store.name] = try store.revision() }
        let (written, facts) = try Self.watching(path, on: place) { () throws(KioskError) in
            try body(Open(stores: stores, source: SessionsSource(stores)))
        }
        let export = ExportRecord.Export(
            at: begun, paths: written.paths.map(FileAccess.absolute),
            checksums: facts.map(\.checksum))
        return Written(
            paths: written.paths, portraits: facts.reduce(0) { $0 + $1.portraits.count },
            bytes: facts.reduce(0) { $0 + $1.byteCount },
            renamed: facts.reduce(0) { $0 + $1.renamed }, isOpenToAll: written.isOpenToAll,
            isNoted: note(facts.flatMap(\.portraits), revisions, export),
            earlier: written.earlier,
            broken: BrokenOutputs.names(in: FileAccess.parent(of: path)))
    }

    /// Does something with a path on a medium. Pulled out in the middle, a stick leaves a folder of the local disk behind,
    /// or files that cannot be written or made: what is wrong then is the stick.
    private static func watching<Value>(
        _ path: String, on place: String, _ body: () throws(KioskError) -> Value
    ) throws(KioskError) -> Value {
        let result = Result { () throws(KioskError) in try body() }
        let concernsMedium =
            if case .failure(let error) = result { [73, 74].contains(error.exitStatus) } else {
                true
            }
        guard !concernsMedium || Mounts.mountPoint(of: path) == place else {
            throw KioskError(.exportUnmounted, place)
        }
        return try result.get()
    }

    /// Notes what is on the medium, as of before the portraits were read. It is there and right whether or not that
    /// can be noted: a session may lie where nothing can be written.
    ///
    /// - Returns: whether all was noted.
    private func note(
        _ portraits: [PortraitID], _ revisions: [SessionName: SessionRevision],
        _ export: ExportRecord.Export
    ) -> Bool {
        let noted = sessions.map { session in
            let sequences = portraits.filter { $0.session == session }.map(\.sequence)
            let record = ExportRecord(of: session, in: files)
            return sequences.isEmpty
                || (try? record.add(sequences, of: revisions[session], export)) != nil
        }
        return noted.allSatisfy(\.self)
    }

    private func order(_ stores: [SessionStore]) throws(KioskError) -> HandOverOrder {
        var sessions: [HandOverSession] = []
        for store in stores {
            sessions.append(HandOverSession(name: store.name, portraits: try store.portraits()))
        }
        let chosen = try selection.chosen(of: sessions) { name throws(KioskError) in
            guard let store = stores.first(where: { $0.name == name }) else { return [] }
            return Set(try ExportRecord(of: name, in: files).missing(of: store))
        }
        let layouts = if let layouts { layouts } else { try config.layouts(named: []) }
        var order = HandOverOrder(chosen, layouts: layouts)
        order.readme = config.discReadme
        order.closingDate = config.closingDate
        order.capacity = capacity
        return order
    }
}

extension Console {
    /// Shows a hand-over's progress, on a terminal only.
    static func progress(_ language: Language) -> HandOverProgress.Report {
        guard isTerminal else { return { _ throws(KioskError) in } }
        let state = Mutex((pace: HandOverPace(), shown: 0.0))
        return { progress throws(KioskError) in
            let now = seconds()
            let isOver = progress.step != .writing && progress.share >= 1
            let left = state.withLock { state -> Double?? in
                let left = state.pace.secondsLeft(progress, at: now)
                guard isOver || now - state.shown >= lineSeconds else { return nil }
                state.shown = now
                return .some(left)
            }
            guard let left else { return }
            replaceLine(isOver ? "" : CommandWords.progress(progress, secondsLeft: left)[language])
        }
    }

    /// A terminal is slower than a disk: the line is drawn anew so often, seconds.
    private static let lineSeconds = 0.1

    private static func seconds() -> Double { Double(WallClock.monotonic()) / 1_000_000_000 }
}
