import Foundation
import KioskCore
import KioskIO
import TestSupport
import Testing

/// Sessions that somebody else made: nothing but them may suffer.
struct SessionGateTests {
    private typealias Attempt = @Sendable (SessionName, SessionFiles) throws -> Void

    private static let attempts: [Attempt] = [
        { _ = try SessionStore.read($0, in: $1).portraits() },
        { _ = try SessionStore.openExisting($0, in: $1) },
    ]

    @Test(
        "a session that is not ours is refused, and nothing beside it touched",
        arguments: HostileSession.all)
    func hostile(session: HostileSession) throws {
        for attempt in Self.attempts {
            let folder = try TestFolder()
            try session.make(in: folder)
            let before = try Self.snapshot(folder)
            let error = #expect(throws: KioskError.self) {
                try attempt(SessionName(HostileSession.name), Stored.files(folder))
            }
            #expect(error?.code == session.code, "\(error.map(String.init(describing:)) ?? "")")
            #expect(error?.exitStatus == 74)
            #expect(try Self.snapshot(folder) == before)
        }
    }

    @Test("a lock that is a link is refused, and what it leads to stays as it is")
    func lock() throws {
        let folder = try TestFolder()
        try folder.write(HostileSession.text, to: HostileSession.victim)
        symlink(folder.file(HostileSession.victim), folder.file("day.kiosk.lock"))
        let error = #expect(throws: KioskError.self) {
            _ = try SessionStore.open(SessionName("day"), in: Stored.files(folder))
        }
        #expect(error?.code == .fileForeign)
        #expect(try folder.bytes(HostileSession.victim) == Array(HostileSession.text.utf8))
        #expect(try folder.names() == ["day.kiosk.lock", HostileSession.victim])
    }

    @Test("a record of exports or a log that is a link is not written through")
    func links() throws {
        let folder = try TestFolder()
        try folder.write(HostileSession.text, to: HostileSession.victim)
        for name in ["day.exports", "kiosk.log"] {
            symlink(folder.file(HostileSession.victim), folder.file(name))
        }
        let record = ExportRecord(of: try SessionName("day"), in: Stored.files(folder))
        let added = #expect(throws: KioskError.self) {
            try record.add([1], of: nil, ExportRecord.Export(at: WallClock.now()))
        }
        let logged = #expect(throws: KioskError.self) {
            try EventLog(path: folder.file("kiosk.log")).add("test")
        }
        #expect(added?.code == .fileForeign && logged?.code == .fileForeign)
        #expect(try folder.bytes(HostileSession.victim) == Array(HostileSession.text.utf8))
    }

    @Test("a journal that a crash left names no other one, and is played back")
    func ours() throws {
        let folder = try TestFolder()
        try Stored.session("day", 1, in: folder)
        // A header without pages: what SQLite leaves when the power goes before the first page.
        try folder.write([UInt8](repeating: 0, count: 512), to: "day.kiosk-journal")
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        #expect(try store.portraits().count == 1)
    }

    @Test(
        "a time that cannot be is damage, wherever it stands",
        arguments: [
            ("set_aside", "utc_offset", "9223372036854775807"),
            ("set_aside", "at_ms", "-9223372036854775808"),
            ("portrait", "utc_offset", "-9223372036854775808"),
            ("portrait", "taken_at_ms", "9223372036854775807"),
        ])
    func times(table: String, column: String, value: String) throws {
        let folder = try TestFolder()
        do {
            let store = try Stored.session("day", 1, in: folder)
            _ = try store.setAside(nil, at: WallClock.now())
        }
        let run = try Program.run(
            "sqlite3", ["day.kiosk", "UPDATE \(table) SET \(column) = \(value)"], in: folder)
        #expect(run.status == 0)
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        let readings: [() throws -> Void] =
            table == "set_aside"
            ? [{ _ = try store.studentsSetAside().map(\.at.iso8601) }]
            : [
                { _ = try store.portraits().map(\.takenAt.iso8601) },
                { _ = try store.find(.last).map(\.takenAt.iso8601) },
            ]
        for reading in readings {
            let error = #expect(throws: KioskError.self) { try reading() }
            #expect(error?.code == .sessionDamaged)
        }
    }

    @Test("a digest that somebody wrote into a session names no file")
    func digest() throws {
        let folder = try TestFolder()
        try Stored.session("day", 1, in: folder)
        let run = try Program.run(
            "sqlite3", ["day.kiosk", "UPDATE portrait SET code_digest = '../../evil'"], in: folder)
        #expect(run.status == 0)
        let store = try SessionStore.read(SessionName("day"), in: Stored.files(folder))
        let portrait = try #require(try store.portraits().first)
        #expect(portrait.codeDigest == SHA256.hex(portrait.code))
    }

    /// Every name in a folder with its kind, mode and bytes.
    private static func snapshot(_ folder: TestFolder) throws -> [String] {
        // The lock says who took it last.
        try folder.names().filter { $0 != "day.kiosk.lock" }.map { name in
            var status = stat()
            lstat(folder.file(name), &status)
            let bytes = status.st_mode & S_IFMT == S_IFREG ? SHA256.hex(try folder.bytes(name)) : ""
            return "\(name) \(status.st_mode) \(bytes)"
        }
    }
}
