import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport
import Testing

struct SessionStoreTests {
    private static let day = try? SessionName("2026-11-23")

    private static func open(_ folder: TestFolder) throws -> SessionStore {
        try SessionStore.open(try #require(day), in: Stored.files(folder))
    }

    private static func read(_ folder: TestFolder) throws -> SessionStore {
        try SessionStore.read(try #require(day), in: Stored.files(folder))
    }

    @Test("everything of a portrait comes back as it was stored")
    func comesBack() throws {
        let folder = try TestFolder()
        let new = try Stored.portrait(0)
        let store = try Self.open(folder)
        #expect(try store.add(new) == 1)
        let stored = try #require(try Self.read(folder).portraits().first)
        #expect(stored.code == new.sitting.code.bytes)
        #expect(stored.idNumber == new.sitting.idNumber)
        #expect(stored.takenAt == new.takenAt)
        #expect(stored.attempts == 2)
        #expect(stored.verdict == new.portrait.verdict)
        #expect(stored.sha256 == SHA256.hex(new.portrait.jpeg.bytes))
        #expect(stored.codeDigest == SHA256.hex(new.sitting.code.bytes))
        #expect(try store.jpeg(1) == new.portrait.jpeg.bytes)
        let original = try store.original(1)
        #expect(original.bytes == new.original.bytes)
        #expect(original.layout == new.original.layout)
    }

    @Test("a session is resumed by its name, and numbers go on")
    func resumed() throws {
        let folder = try TestFolder()
        do {
            let store = try Self.open(folder)
            _ = try store.add(Stored.portrait(0))
        }
        let again = try Self.open(folder)
        #expect(try again.add(Stored.portrait(1)) == 2)
        #expect(try again.portraits().map(\.sequence) == [1, 2])
    }

    @Test("one process writes, any number read meanwhile")
    func oneWriter() throws {
        let folder = try TestFolder()
        let store = try Self.open(folder)
        let error = #expect(throws: KioskError.self) { try Self.open(folder) }
        #expect(error?.code == .sessionHeld && error?.exitStatus == 75)
        #expect(error?.detail == "\(getpid())")
        _ = try store.add(Stored.portrait(0))
        let (one, other) = (try Self.read(folder), try Self.read(folder))
        _ = try store.add(Stored.portrait(1))
        #expect(try one.portraits().count == 2 && other.portraits().count == 2)
    }

    @Test(
        "a counter waits for who puts its session in order after a crash, or has just begun to",
        arguments: [true, false])
    func heldForAMoment(isSigned: Bool) throws {
        let folder = try TestFolder()
        let day = try #require(Self.day)
        // As by a process that mends, or still by one that is dead.
        let text = isSigned ? "\(getpid()) mending\n" : "999999999\n"
        let files = Stored.files(folder)
        try FileManager.default.createDirectory(
            atPath: files.folder, withIntermediateDirectories: true)
        let path = files.path(of: day) + ".lock"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let held = try #require(FileHandle(forUpdatingAtPath: path))
        #expect(flock(held.fileDescriptor, LOCK_EX) == 0)
        let thread = Thread {
            usleep(200_000)
            try? held.close()
        }
        thread.start()
        _ = try Self.open(folder).add(Stored.portrait(0))
    }

    @Test(
        "a session that was closed is free at once, though a child that is being started has its lock's file"
    )
    func inherited() throws {
        let folder = try TestFolder()
        var copies: [Int32] = []
        defer { for copy in copies { close(copy) } }
        do {
            let store = try Self.open(folder)
            // What a child has between fork and exec.
            copies = try FileAccess.names(in: "/proc/self/fd").compactMap { Int32($0) }.filter {
                let path = try? FileManager.default.destinationOfSymbolicLink(
                    atPath: "/proc/self/fd/\($0)")
                return path == folder.file("2026-11-23.kiosk.lock")
            }.map { dup($0) }
            _ = try store.add(Stored.portrait(0))
        }
        #expect(!copies.isEmpty)
        #expect(try Self.open(folder).add(Stored.portrait(1)) == 2)
    }

    @Test("a file that is damaged is reported and left byte for byte as it was")
    func damaged() throws {
        let folder = try TestFolder()
        do { try Stored.session("2026-11-23", 2, in: folder) }
        var bytes = try folder.bytes("2026-11-23.kiosk")
        for index in 4_096..<12_288 { bytes[index] = 0xA5 }
        try folder.write(bytes, to: "2026-11-23.kiosk")
        for attempt in [Self.open, Self.read] {
            let error = #expect(throws: KioskError.self) { _ = try attempt(folder) }
            #expect(error?.code == .sessionDamaged && error?.exitStatus == 74)
        }
        #expect(try folder.bytes("2026-11-23.kiosk") == bytes)
    }

    @Test(
        "a row that says it has more bytes than there are in the world is damage, not a fault of ours"
    )
    func hugeRow() throws {
        let folder = try TestFolder()
        // Pages of 512 bytes: of page 1 the last child is page 7, whose middle row begins with the largest size
        // there is, in nine bytes (fileformat2, 1.6 and 2.1). SQLite says that memory is out.
        let parts: [(place: Int, bytes: [UInt8])] = [
            (0, Array("SQLite format 3\0".utf8) + [2, 0, 1, 1, 0, 64, 32, 32]),
            (100, [5, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]),
            (112, [0x01, 0xFB, 0, 0xF6, 0, 0xF1, 0, 0xEC, 0, 0xE7, 0, 0xE2]), (510, [7]),
            (3_072, [13, 0, 0, 0, 3, 0, 0, 0, 0x01, 0x49, 0, 0xB9, 0, 0xAC]),
            (3_401, Array(repeating: 0xFF, count: 9) + [0, 0x55]),
        ]
        var bytes = [UInt8](repeating: 0, count: 16_125)
        for part in parts {
            bytes.replaceSubrange(part.place..<part.place + part.bytes.count, with: part.bytes)
        }
        try folder.write(bytes, to: "2026-11-23.kiosk")
        let error = #expect(throws: KioskError.self) { _ = try Self.read(folder) }
        #expect(error?.code == .sessionDamaged && error?.detail == "SQLite 7")
    }

    @Test(
        "what is no session is reported and left as it was",
        arguments: [("no database at all", KioskError.Code.sessionForeign)])
    func foreign(text: String, code: KioskError.Code) throws {
        let folder = try TestFolder()
        let bytes = Array(String(repeating: text, count: 100).utf8)
        try folder.write(bytes, to: "2026-11-23.kiosk")
        let error = #expect(throws: KioskError.self) { try Self.open(folder) }
        #expect(error?.code == code)
        #expect(try folder.bytes("2026-11-23.kiosk") == bytes)
    }

    @Test("a session of a newer program is left alone")
    func newer() throws {
        let folder = try TestFolder()
        do { try Stored.session("2026-11-23", 0, in: folder) }
        var bytes = try folder.bytes("2026-11-23.kiosk")
        // user_version stands big-endian at offset 60 of SQLite's header (fileformat2, 1.3).
        bytes[63] = 99
        try folder.write(bytes, to: "2026-11-23.kiosk")
        let error = #expect(throws: KioskError.self) { try Self.open(folder) }
        #expect(error?.code == .sessionNewer)
        #expect(try folder.bytes("2026-11-23.kiosk") == bytes)
    }

    @Test("an empty file, as a crash before the first commit leaves it, is a session not yet begun")
    func empty() throws {
        let folder = try TestFolder()
        try folder.write("", to: "2026-11-23.kiosk")
        #expect(try Self.open(folder).add(Stored.portrait(0)) == 1)
    }

    @Test("a session that there is not is not made by reading")
    func missing() throws {
        let folder = try TestFolder()
        let error = #expect(throws: KioskError.self) { try Self.read(folder) }
        #expect(error?.code == .sessionMissing)
        #expect(try folder.names().isEmpty)
    }

    @Test("session files are their owner's alone")
    func permissions() throws {
        let folder = try TestFolder()
        try Stored.session("2026-11-23", 0, in: folder)
        let attributes = try FileManager.default.attributesOfItem(
            atPath: folder.file("2026-11-23.kiosk"))
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
    }

    @Test("damaged session files are read, or refused, never a crash")
    func fuzz() throws {
        let folder = try TestFolder()
        do { try Stored.session("2026-11-23", 1, in: folder) }
        let whole = try folder.bytes("2026-11-23.kiosk")
        var dice = Dice(31)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...30, using: &dice) {
                // Where the tables' own pages are; the picture's bytes come after them.
                let place = Int.random(in: 0..<min(60_000, bytes.count), using: &dice)
                bytes[place] = UInt8.random(in: 0...255, using: &dice)
            }
            try folder.write(bytes, to: "2026-11-23.kiosk")
            do throws(KioskError) {
                let store = try SessionStore.read(
                    SessionName("2026-11-23"), in: Stored.files(folder))
                for portrait in try store.portraits() { _ = try? store.jpeg(portrait.sequence) }
            } catch {
                #expect(error.exitStatus == 74, "\(error)")
            }
        }
    }
}
