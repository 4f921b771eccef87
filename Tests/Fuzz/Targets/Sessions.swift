import StudioKit
import TestSupport

@testable import KioskCore
@testable import KioskIO

extension FuzzTarget {
    static let sessions = [session, edited, journal, exports]

    /// A session's file: read as `sessions show`, an export and a proof read it.
    private static let session = FuzzTarget(name: "session", longest: 65_536) {
        try SmallSession.files()
    } read: { bytes throws(KioskError) in
        try SmallSession.inFolder(bytes) { folder, files throws(KioskError) in
            let store = try SessionStore.read(SmallSession.name, in: files)
            try readAll(of: store)
            let after = SmallSession.file(folder)
            hold(
                after == bytes || SmallSession.isOlder(bytes), "who reads a session changes nothing"
            )
        }
    }

    private static func readAll(of store: SessionStore) throws(KioskError) {
        for student in try store.studentsSetAside() { _ = (student.at.iso8601, student.maskedName) }
        _ = (try store.standing(), try store.failed(), try store.lastChanges())
        let portraits = try store.portraits()
        for portrait in portraits.prefix(4) {
            _ = (portrait.takenAt.iso8601, portrait.maskedName, portrait.maskedNumber)
            attempt { () throws(KioskError) in _ = try store.jpeg(portrait.sequence) }
            attempt { () throws(KioskError) in _ = try store.original(portrait.sequence) }
            attempt { () throws(KioskError) in _ = try store.recipe(portrait.sequence) }
            attempt { () throws(KioskError) in
                _ = try store.find(
                    .code(CaptureCode(bytes: portrait.code, reader: "zbar")))
            }
        }
        _ = try plan(of: portraits, from: SessionsSource([store]))
    }

    private static func attempt(_ body: () throws(KioskError) -> Void) {
        do throws(KioskError) {
            try body()
        } catch {
            hold(error.code != .bug, "foreign bytes are no bug of ours: \(error)")
        }
    }

    /// The same opened for writing, and changed.
    private static let edited = FuzzTarget(name: "edited", longest: 65_536) {
        try SmallSession.files()
    } read: { bytes throws(KioskError) in
        try SmallSession.inFolder(bytes) { _, files throws(KioskError) in
            let store = try SessionStore.openExisting(SmallSession.name, in: files)
            let (code, time) = (
                CaptureCode(bytes: bytes.suffix(9), reader: "zbar"), SmallSession.time
            )
            _ = try store.setAside(code, at: time)
            guard let number = IDNumber("11010519491231002X") else { return }
            try store.correct(1, number: number, because: "typed", at: time)
            try store.void(1, because: "asked", at: time)
            hold(try !store.standing().contains(1), "what was withdrawn stands no more")
        }
    }

    /// What lies beside a whole session as its journal: it may take the session along, and nothing else.
    private static let journal = FuzzTarget(name: "journal", longest: 16_384) {
        try SmallSession.journals()
    } read: { bytes throws(KioskError) in
        try SmallSession.inFolder(SmallSession.whole) { folder, files throws(KioskError) in
            SmallSession.put(bytes, folder.file("day.kiosk-journal"))
            SmallSession.put([1, 2, 3], folder.file("victim"))
            defer {
                let victim = try? folder.bytes("victim")
                hold(victim == [1, 2, 3], "a journal touches nothing but its session")
            }
            try readAll(of: SessionStore.read(SmallSession.name, in: files))
        }
    }

    /// The record of what was exported, and that a new line in it counts whatever stood there.
    private static let exports = FuzzTarget(name: "exports") {
        var seeds: [[UInt8]] = []
        try SmallSession.inFolder(SmallSession.whole) { folder, files throws(KioskError) in
            let revision = try SessionStore.read(SmallSession.name, in: files).revision()
            let record = ExportRecord(of: SmallSession.name, in: files)
            try record.add([1], of: nil, ExportRecord.Export(at: SmallSession.time))
            try record.add([1, 2], of: revision, ExportRecord.Export(at: SmallSession.time))
            seeds = [(try? folder.bytes("day.exports")) ?? []]
        }
        return seeds
    } read: { bytes throws(KioskError) in
        try SmallSession.inFolder(SmallSession.whole) { folder, files throws(KioskError) in
            SmallSession.put(bytes, folder.file("day.exports"))
            let store = try SessionStore.read(SmallSession.name, in: files)
            let record = ExportRecord(of: SmallSession.name, in: files)
            _ = try record.missing(of: store)
            try record.add([1], of: store.revision(), ExportRecord.Export(at: SmallSession.time))
            hold(try !record.missing(of: store).contains(1), "what was exported is on a disc")
        }
    }
}
