import CSQLite
import Foundation
import GRDB
public import KioskCore

/// One session: a SQLite file with every portrait as a BLOB in its row's own transaction.
///
/// `add` returns after SQLite has synced the transaction to the disk: what it acknowledged survives
/// a crash and a power cut. One process writes a session, any number may read it.
public final class SessionStore: Sendable {
    /// The session's name.
    public let name: SessionName
    let queue: DatabaseQueue
    /// Whether there are tables: a crash may have left a file without any.
    let hasBegun: Bool
    private let lock: Lock?

    /// The lock as a class, so that the store's own copies share it.
    private final class Lock: Sendable {
        private let held: SessionLock
        init(_ lock: consuming SessionLock) { held = lock }
    }

    private init(name: SessionName, queue: DatabaseQueue, hasBegun: Bool, lock: Lock?) {
        self.name = name
        self.queue = queue
        self.hasBegun = hasBegun
        self.lock = lock
    }

    /// Opens a session for writing, or begins it.
    ///
    /// - Throws: `session.held`, `session.damaged`, `session.foreign`, `session.newer`, `file.foreign`,
    ///   `disk.full`, `file.permission` or `file.create`. A file that is none of ours or damaged
    ///   is left as it is.
    public static func open(_ name: SessionName, in files: SessionFiles) throws(KioskError)
        -> SessionStore
    {
        try FileAccess.makeFolder(files.folder)
        let path = files.path(of: name)
        let lock = Lock(try SessionLock(besides: path, name: "\(name)"))
        let isNew = OwnFile.isNothing(path)
        if !isNew { try SessionGate.check(path) }
        return try mapping(path) {
            let queue = try DatabaseQueue(path: path, configuration: writing())
            if !isNew { _ = try SessionFile.check(queue, path: path, forWriting: true) }
            try SessionFile.migrate(queue, name: name)
            chmod(path, 0o600)
            FileAccess.syncFolder(of: path)
            return SessionStore(name: name, queue: queue, hasBegun: true, lock: lock)
        }
    }

    /// Opens a session that is there already for writing.
    ///
    /// - Throws: `session.missing`, and as `open`.
    public static func openExisting(_ name: SessionName, in files: SessionFiles)
        throws(KioskError) -> SessionStore
    {
        try checkIsThere(name, files.path(of: name))
        return try open(name, in: files)
    }

    /// - Throws: `session.missing`; `file.permission` where it cannot even be seen whether it is there.
    private static func checkIsThere(_ name: SessionName, _ path: String) throws(KioskError) {
        guard !FileAccess.exists(path) else { return }
        throw FileAccess.isHidden(path)
            ? KioskError(.filePermission, path) : KioskError(.sessionMissing, "\(name)")
    }

    /// Opens a session for reading; a running counter may go on writing it.
    ///
    /// - Throws: `session.missing`, `session.damaged`, `session.foreign`, `session.newer`, `file.foreign` or
    ///   `file.permission`.
    public static func read(_ name: SessionName, in files: SessionFiles) throws(KioskError)
        -> SessionStore
    {
        let path = files.path(of: name)
        try checkIsThere(name, path)
        try SessionGate.check(path)
        try putInOrder(path, name)
        return try mapping(path) {
            let queue = try DatabaseQueue(path: path, configuration: reading())
            let hasBegun = try SessionFile.check(queue, path: path)
            // It could not be put in order where nothing can be written.
            if hasBegun, try isOlder(queue) {
                try queue.inDatabase { try SessionSchema.showAsNewest($0) }
            }
            return SessionStore(name: name, queue: queue, hasBegun: hasBegun, lock: nil)
        }
    }

    /// After a crash the journal of the unfinished transaction is still there, and only a writer
    /// may roll it back; nor can a reader bring an older version's tables up to date. With a counter
    /// at work both are the counter's, and are left alone.
    private static func putInOrder(_ path: String, _ name: SessionName) throws(KioskError) {
        guard access(path, W_OK) == 0,
            FileAccess.exists(path + "-journal") || (try? isOlder(path)) == true,
            let lock = try? Lock(SessionLock(besides: path, name: "\(name)", for: .mending))
        else { return }
        defer { withExtendedLifetime(lock) {} }
        // Opening rolls an unfinished transaction back.
        let (queue, hasBegun) = try mapping(path) {
            let queue = try DatabaseQueue(path: path, configuration: writing())
            return (queue, try SessionFile.check(queue, path: path))
        }
        defer { try? queue.close() }
        guard hasBegun else { return }
        do throws(KioskError) {
            try mapping(path) { try SessionFile.migrate(queue, name: name) }
        } catch {
            // Where there is no room for that it is read as it is.
            guard [.diskFull, .fileWrite].contains(error.code) else { throw error }
        }
    }

    private static func isOlder(_ path: String) throws -> Bool {
        let queue = try DatabaseQueue(path: path, configuration: reading())
        defer { try? queue.close() }
        return try isOlder(queue)
    }

    private static func isOlder(_ queue: DatabaseQueue) throws -> Bool {
        let version = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0
        return (1..<SessionSchema.version).contains(version)
    }

    /// Rollback journal, and EXTRA on top of FULL: in this journal mode FULL does not sync the
    /// folder after the journal is removed, so a power cut could bring the journal back and roll
    /// an acknowledged portrait away (sqlite.org/pragma.html#pragma_synchronous).
    private static func writing() -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(10)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in
            try harden(database)
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            try database.execute(sql: "PRAGMA synchronous = EXTRA")
            try database.execute(sql: "PRAGMA secure_delete = ON")
        }
        return configuration
    }

    private static func reading() -> Configuration {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(10)
        configuration.prepareDatabase { try harden($0) }
        return configuration
    }

    /// Bounds what a file that somebody else made can do, and lets a signal end any statement.
    private static func harden(_ database: Database) throws {
        let result = csqlite_harden(UnsafeMutableRawPointer(database.sqliteConnection)) {
            Interruption.error == nil ? 0 : 1
        }
        guard result == 0 else { throw KioskError(.bug, "SQLite", detail: "\(result)") }
        try database.execute(sql: "PRAGMA cell_size_check = ON")
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
    }

    /// Runs a block and gives SQLite's errors our codes.
    static func mapping<Value>(_ path: String, _ body: () throws -> Value) throws(KioskError)
        -> Value
    {
        do {
            return try body()
        } catch let error as KioskError {
            throw error
        } catch let error as DatabaseError {
            throw Self.interruption(error) ?? KioskError(sqlite: error, path: path)
        } catch {
            throw KioskError(.fileRead, path)
        }
    }
}

extension SessionStore {
    private static func interruption(_ error: DatabaseError) -> KioskError? {
        error.resultCode == .SQLITE_INTERRUPT ? Interruption.error : nil
    }
}

extension KioskError {
    /// What an error of SQLite means; the one table. Its message is left out where it could quote
    /// a value.
    fileprivate init(sqlite error: DatabaseError, path: String) {
        let code: Code =
            switch error.resultCode {
            case .SQLITE_FULL: .diskFull
            // SQL that cannot run in a file found sound means that the tables are not ours.
            case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_SCHEMA, .SQLITE_MISMATCH: .sessionDamaged
            // Some numbers of a damaged file ask for memory that there is none of.
            case .SQLITE_NOMEM, .SQLITE_TOOBIG: .sessionDamaged
            case .SQLITE_NOTADB: .sessionForeign
            case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .filePermission
            case .SQLITE_CANTOPEN: .fileCreate
            case .SQLITE_BUSY, .SQLITE_LOCKED: .sessionHeld
            case .SQLITE_IOERR: .fileWrite
            default: .bug
            }
        self.init(code, path, detail: "SQLite \(error.extendedResultCode.rawValue)")
    }
}
