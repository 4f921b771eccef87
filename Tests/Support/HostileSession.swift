import Foundation
public import KioskCore
import KioskIO

/// Sessions as somebody else may put them on a stick: each would have a program that trusts them delete, empty,
/// overwrite or leak something, or hang.
public struct HostileSession: Sendable, CustomStringConvertible {
    /// The session's name.
    public static let name = "day"
    /// What a careless program would change.
    public static let victim = "victim.txt"
    /// What it holds.
    public static let text = "not to be touched\n"

    /// What is wrong with it.
    public let description: String
    /// The error's code.
    public let code: KioskError.Code
    private let spoil: @Sendable (TestFolder) throws -> Void

    /// A session with a portrait in a folder, a victim beside it, and what is wrong.
    public func make(in folder: TestFolder) throws {
        try folder.write(Self.text, to: Self.victim)
        try Stored.session(Self.name, 1, in: folder)
        try spoil(folder)
    }

    /// All of them.
    public static let all: [HostileSession] = files + beside + tables

    private init(
        _ description: String, _ code: KioskError.Code,
        _ spoil: @escaping @Sendable (TestFolder) throws -> Void
    ) {
        (self.description, self.code, self.spoil) = (description, code, spoil)
    }

    /// The file itself.
    private static let files = [
        HostileSession("a link to another file", .fileForeign) { folder in
            unlink(folder.file("day.kiosk"))
            symlink(folder.file(victim), folder.file("day.kiosk"))
        },
        HostileSession("a link to a session elsewhere", .fileForeign) { folder in
            rename(folder.file("day.kiosk"), folder.file("elsewhere"))
            symlink(folder.file("elsewhere"), folder.file("day.kiosk"))
        },
        HostileSession("a second name of another file", .fileForeign) { folder in
            link(folder.file("day.kiosk"), folder.file("elsewhere"))
        },
        HostileSession("a pipe", .fileForeign) { folder in
            unlink(folder.file("day.kiosk"))
            mkfifo(folder.file("day.kiosk"), 0o600)
        },
        HostileSession("a folder", .fileForeign) { folder in
            unlink(folder.file("day.kiosk"))
            mkdir(folder.file("day.kiosk"), 0o700)
        },
        HostileSession("a database with a write-ahead log", .sessionForeign) { folder in
            try patch("day.kiosk", at: 18, [2, 2], in: folder)
        },
    ]

    /// What stands beside it.
    private static let beside = [
        HostileSession("a journal that names another file to be deleted", .sessionForeign) {
            folder in
            try folder.write(journal(naming: folder.file(victim)), to: "day.kiosk-journal")
        },
        HostileSession("a journal that is a link", .fileForeign) { folder in
            symlink(folder.file(victim), folder.file("day.kiosk-journal"))
        },
        HostileSession("a journal that is a link to nothing", .fileForeign) { folder in
            symlink(folder.file("nothing"), folder.file("day.kiosk-journal"))
        },
        HostileSession("a journal that is a pipe", .fileForeign) { folder in
            mkfifo(folder.file("day.kiosk-journal"), 0o600)
        },
        HostileSession("a write-ahead log beside it", .sessionForeign) { folder in
            try folder.write([UInt8](repeating: 7, count: 4_128), to: "day.kiosk-wal")
        },
        HostileSession("shared memory beside it that is a link", .sessionForeign) { folder in
            symlink(folder.file(victim), folder.file("day.kiosk-shm"))
        },
    ]

    /// Its tables.
    private static let tables = [
        table(
            "an endless view",
            """
            ALTER TABLE person RENAME TO someone;
            CREATE VIEW person AS WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n FROM t)
                SELECT n AS id, code, code_lookup, code_reader, id_number, id_number_lookup
                FROM t, someone;
            """),
        table("a view", "CREATE VIEW more AS SELECT * FROM person;"),
        table(
            "a trigger",
            """
            CREATE TRIGGER more AFTER INSERT ON portrait BEGIN DELETE FROM person; END;
            """),
        table("another table", "CREATE TABLE more (a);"),
        table("another index", "CREATE INDEX more ON person (id_number);"),
        table("another column", "ALTER TABLE person ADD COLUMN more TEXT;"),
        table("a table that is missing", "DROP TABLE attempt;"),
        table(
            "another column that is worked out",
            """
            ALTER TABLE person ADD COLUMN more TEXT AS (id_number) VIRTUAL;
            """),
        table("tables of another version", "PRAGMA user_version = 3;"),
    ]

    private static func table(_ description: String, _ sql: String) -> HostileSession {
        HostileSession(description, .sessionForeign) { folder in
            let run = try Program.run("sqlite3", ["day.kiosk", sql], in: folder)
            guard run.status == 0 else { throw Unmade(why: run.errors) }
        }
    }

    /// A session that could not be spoilt.
    public struct Unmade: Error {
        /// What the tool said.
        public let why: String
    }

    /// A journal without any page that ends with another journal's name (sqlite.org/fileformat.html, 3).
    private static func journal(naming path: String) -> [UInt8] {
        func bigEndian(_ number: UInt32) -> [UInt8] {
            withUnsafeBytes(of: number.bigEndian) { Array($0) }
        }
        let magic: [UInt8] = [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]
        let head =
            magic + [0, 1, 2, 3].flatMap { bigEndian([0, 7, 1, 512][$0]) } + bigEndian(4_096)
        let name = Array(path.utf8)
        let sum = name.reduce(UInt32(0)) { $0 &+ UInt32($1) }
        return head + [UInt8](repeating: 0, count: 512 - head.count)
            + bigEndian(0x4000_0000 / 4_096 + 1) + name + bigEndian(UInt32(name.count))
            + bigEndian(sum) + magic
    }

    private static func patch(
        _ name: String, at place: Int, _ bytes: [UInt8], in folder: TestFolder
    ) throws {
        var all = try folder.bytes(name)
        all.replaceSubrange(place..<place + bytes.count, with: bytes)
        try folder.write(all, to: name)
    }
}
