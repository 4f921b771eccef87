import KioskCore
import KioskIO

/// The hand-over of one or more sessions.
struct Export {
    /// What can be written.
    enum Format: String, CaseIterable {
        case iso, folder
    }

    let sessions: [SessionName]
    let files: SessionFiles
    let config: KioskConfig
    /// Sequence numbers to export; nil for all.
    let only: Set<Int>?

    /// Writes the hand-over, reads it back, and says what was written.
    ///
    /// - Throws: `session.*`, `file.*`, `disk.full`, `disc.*`, `stopped.*`.
    func write(to path: String, as format: Format, replacing: Bool) throws(KioskError) -> Phrase {
        var stores: [SessionStore] = []
        for session in sessions { stores.append(try SessionStore.read(session, in: files)) }
        let plan = try plan(stores)
        let content = source(stores)
        let language = config.effectiveLanguage
        let progress: (Double) -> Void = { share in
            guard Console.isTerminal else { return }
            Console.replaceLine(share < 1 ? CommandWords.progress(share)[language] : "")
        }
        switch format {
        case .iso:
            try DiscImage.write(
                plan, to: path, replacing: replacing, content: content, progress: progress)
        case .folder:
            try DiscFolder.write(plan, to: path, content: content, progress: progress)
        }
        let portraits = plan.files.count { if case .portrait = $0.content { true } else { false } }
        return CommandWords.exported(path: path, portraits: portraits, bytes: plan.byteCount)
    }

    private func plan(_ stores: [SessionStore]) throws(KioskError) -> DiscPlan {
        var chosen: [DiscSession] = []
        for store in stores {
            let portraits = try store.portraits().filter { only?.contains($0.sequence) ?? true }
            chosen.append(DiscSession(name: "\(store.name)", portraits: portraits))
        }
        if let only {
            let found = Set(chosen.flatMap(\.portraits).map(\.sequence))
            if let missing = only.subtracting(found).min() {
                throw KioskError(.sessionSequence, "\(missing)")
            }
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
