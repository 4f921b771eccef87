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

        /// That in a sentence, and a second one where others can read it.
        var words: Phrase {
            let words = CommandWords.exported(path: path, portraits: portraits, bytes: bytes)
            return isOpenToAll ? words.followed(by: CommandWords.openToAll) : words
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
        let portraits = try note(plan, begun)
        return Written(
            path: path, portraits: portraits, bytes: plan.byteCount, isOpenToAll: isOpenToAll)
    }

    /// Notes what is on the disc, as of the time before the sessions were read.
    private func note(_ plan: DiscPlan, _ time: ShotTime) throws(KioskError) -> Int {
        var count = 0
        for (index, session) in sessions.enumerated() {
            let sequences = plan.files.compactMap { file -> Int? in
                guard case .portrait(index, let sequence) = file.content else { return nil }
                return sequence
            }
            count += sequences.count
            try ExportRecord(of: session, in: files).add(sequences, at: time)
        }
        return count
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
