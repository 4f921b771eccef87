import KioskCore
import KioskIO

extension Station {
    /// Where and how hand-overs are written while the counter runs.
    struct Exports: Sendable {
        var files: SessionFiles
        var config: KioskConfig
        /// The kiosk.conf that was named; nil for the usual one.
        var configFile: String?
        var folder: String
        /// Where the medium is mounted that the folder is on; nil where that is the machine's own disk.
        /// A stick that is pulled out later leaves a folder of the local disk.
        let medium: String?

        /// Hand-overs of these sessions into a folder.
        init(files: SessionFiles, config: KioskConfig, folder: String) {
            (self.files, self.config, self.folder) = (files, config, folder)
            let place = Mounts.mountPoint(of: folder)
            let isOwn = place == "/" || place == Mounts.mountPoint(of: files.folder)
            medium = isOwn ? nil : place
        }

        /// - Throws: `export.unmounted`.
        func checkMedium() throws(KioskError) {
            try Mounts.check(folder)
            guard let medium, Mounts.mountPoint(of: folder) != medium else { return }
            throw KioskError(.exportUnmounted, medium)
        }

        /// Writes portraits into the folder, under a name that is free there.
        func write(
            _ export: Export, named name: String, report: @escaping HandOverProgress.Report
        ) throws(KioskError) -> Export.Written {
            try checkMedium()
            try FileAccess.makeFolder(folder)
            return try export.write(
                to: free(name, .iso), on: .iso, replacing: false, report: report)
        }

        /// A name that is not taken: `day.iso`, `day-2.iso`, …
        private func free(_ name: String, _ medium: Medium) -> String {
            let names =
                ["\(name)\(medium.suffix)"] + (2...9_999).map { "\(name)-\($0)\(medium.suffix)" }
            let paths = names.lazy.map { "\(folder)/\($0)" }
            return paths.first { !FileAccess.exists($0) } ?? "\(folder)/\(names[0])"
        }
    }

    mutating func exportOne(
        _ wanted: Int?, at time: FrameTime, _ operating: inout some Operating
    ) throws(KioskError) {
        let portraits = try store.portraits().filter { !$0.isVoided }
        let chosen = portraits.last { wanted == nil || $0.sequence == wanted }
        guard let chosen else {
            return step(.failed(.export, .noSuchPortrait), at: time, &operating)
        }
        let choice = PortraitChoice([PortraitID(store.name, chosen.sequence)])
        export(choice, named: chosen.outputName, at: time, &operating)
    }

    /// Begins to write a hand-over; false where one is being written.
    @discardableResult
    mutating func export(
        _ only: PortraitChoice?, named name: String, at time: FrameTime,
        _ operating: inout some Operating
    ) -> Bool {
        let exports = settings.exports
        let export = Export(
            sessions: [store.name], files: exports.files, config: exports.config,
            selection: HandOverSelection(only: only))
        let isBegun = clerk.begin { report throws(KioskError) in
            try exports.write(export, named: name, report: report)
        }
        if isBegun {
            pace = HandOverPace()
            step(.exporting(true), at: time, &operating)
            tell(.exporting, at: time, &operating)
        } else {
            fail(.export, KioskError(.exportBusy), at: time, &operating)
        }
        return isBegun
    }

    /// How far the hand-over has come that is being written, in words.
    mutating func exportLine(at time: FrameTime) -> Phrase? {
        guard let progress = clerk.progress else { return nil }
        let left = pace?.secondsLeft(progress, at: time.seconds)
        return CommandWords.progress(progress, secondsLeft: left)
    }

    /// What an export came to; where the day was to end with it and nothing failed, it ends.
    mutating func tellExported(
        _ outcome: Clerk<Export.Written>.Outcome, at time: FrameTime,
        _ operating: inout some Operating
    ) {
        countAgain()
        step(.exporting(false), at: time, &operating)
        switch outcome {
        case .success(let written):
            step(.succeeded(.export), at: time, &operating)
            tell(
                .exported(path: written.paths[0], portraits: written.portraits), at: time,
                &operating)
            // A student who came meanwhile is photographed first; then the day is ended anew.
            let isFree = booth.sitting == nil && booth.state.name != .several
            guard closesAfterExport, isFree else { break }
            if day.notExported == 0 {
                isClosed = true
            } else {
                step(.dayEnds(day), at: time, &operating)
            }
        case .failure(let error): fail(.export, error, at: time, &operating)
        }
        closesAfterExport = false
    }
}
