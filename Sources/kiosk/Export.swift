import KioskCore
import KioskIO

/// The hand-over of one or more sessions.
struct Export: Sendable {
    /// What can be written.
    enum Format: String, CaseIterable {
        case iso, folder
    }

    let sessions: [SessionName]
    let files: SessionFiles
    let config: KioskConfig
    /// What to export of them; nil for everything.
    let only: ExportChoice?

    /// What was written.
    struct Written {
        let path: String
        let portraits: Int
        let bytes: Int
        /// Whether the medium keeps no permissions.
        let isOpenToAll: Bool
        /// Whether it was noted beside each session what is on it.
        let isNoted: Bool
        /// What exports that were broken off left beside it.
        let broken: [String]

        /// That in a sentence, and in another what else the operator should know.
        var words: Phrase {
            let more = [
                isOpenToAll ? CommandWords.openToAll : nil, isNoted ? nil : CommandWords.notNoted,
                CommandWords.broken(broken),
            ]
            return more.compactMap { $0 }.reduce(
                CommandWords.exported(path: path, portraits: portraits, bytes: bytes)
            ) { $0.followed(by: $1) }
        }
    }

    /// Writes the hand-over, reads it back, notes what is on it, and says what was written.
    ///
    /// - Parameter progress: called with the share done, 0 to 1.
    /// - Throws: `session.*`, `file.*`, `disk.full`, `disc.*`, `stopped.*`.
    func write(
        to path: String, as format: Format, replacing: Bool,
        progress: (Double) -> Void = { _ in }
    ) throws(KioskError) -> Written {
        try Mounts.check(path)
        let place = Mounts.mountPoint(of: path)
        let begun = WallClock.now()
        var stores: [SessionStore] = []
        for session in sessions { stores.append(try SessionStore.read(session, in: files)) }
        var revisions: [SessionRevision?] = []
        for store in stores { revisions.append(try store.revision()) }
        let plan = try plan(stores)
        let content = source(stores)
        let isOpenToAll =
            switch format {
            case .iso:
                try DiscImage.write(
                    plan, to: path, replacing: replacing, content: content, progress: progress)
            case .folder:
                try DiscFolder.write(plan, to: path, content: content, progress: progress)
            }
        // Pulled out in the middle, a stick leaves a folder of the local disk behind.
        guard Mounts.mountPoint(of: path) == place else {
            throw KioskError(.exportUnmounted, place)
        }
        let sequences = sessions.indices.map { exported(plan, $0) }
        return Written(
            path: path, portraits: sequences.reduce(0) { $0 + $1.count }, bytes: plan.byteCount,
            isOpenToAll: isOpenToAll, isNoted: note(sequences, revisions, begun),
            broken: BrokenOutputs.names(in: FileAccess.parent(of: path)))
    }

    /// The portraits of a session that are on the disc.
    private func exported(_ plan: DiscPlan, _ session: Int) -> [Int] {
        plan.files.compactMap { file in
            guard case .portrait(session, let sequence) = file.content else { return nil }
            return sequence
        }
    }

    /// Notes what is on the disc, as of before the portraits were read. The disc is there and right whether or not it
    /// can be noted: a session may lie where nothing can be written.
    ///
    /// - Returns: whether all was noted.
    private func note(
        _ sequences: [[Int]], _ revisions: [SessionRevision?], _ time: ShotTime
    ) -> Bool {
        sessions.indices.allSatisfy { index in
            let record = ExportRecord(of: sessions[index], in: files)
            return (try? record.add(sequences[index], of: revisions[index], at: time)) != nil
        }
    }

    private func plan(_ stores: [SessionStore]) throws(KioskError) -> DiscPlan {
        var chosen: [DiscSession] = []
        for store in stores {
            let portraits =
                if let only { try only.chosen(of: store) } else { try store.portraits() }
            chosen.append(DiscSession(name: "\(store.name)", portraits: portraits))
        }
        return try DiscPlan(
            chosen, naming: config.fileNames, readme: config.discReadme, sha256: SHA256.hex)
    }

    private func source(_ stores: [SessionStore]) -> DiscContent.Source {
        { file throws(KioskError) in
            guard case .portrait(let session, let sequence) = file.content else { return [] }
            return try stores[session].jpeg(sequence)
        }
    }
}

extension Console {
    /// Shows an export's progress, on a terminal only.
    static func progress(_ language: Language) -> (Double) -> Void {
        { share in
            guard isTerminal else { return }
            replaceLine(share < 1 ? CommandWords.progress(share)[language] : "")
        }
    }
}
