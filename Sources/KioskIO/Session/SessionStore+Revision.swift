import Foundation
import GRDB
public import KioskCore

/// Which session it is and how far its changes had come: counted by the session itself, so that no clock is asked.
public struct SessionRevision: Hashable, Sendable, Codable {
    /// The session's own mark, also where another of the same name is begun later: 16 hexadecimal digits.
    public let session: String
    /// The number of the last change; 0 before the first.
    public let change: Int
}

extension SessionStore {
    /// The revision as it is now; nil before a session has begun.
    ///
    /// - Throws: `session.damaged` or `file.read`.
    public func revision() throws(KioskError) -> SessionRevision? {
        guard hasBegun else { return nil }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                let key: Data? = try Data.fetchOne(database, sql: "SELECT lookup_key FROM session")
                let change = try Int.fetchOne(database, sql: "SELECT max(id) FROM change")
                let mark = SHA256.hex(Array(key ?? Data())).prefix(16)
                return SessionRevision(session: String(mark), change: change ?? 0)
            }
        }
    }

    /// The number of each portrait's last change, for those that were changed.
    func lastChanges() throws(KioskError) -> [Int: Int] {
        guard hasBegun else { return [:] }
        return try Self.mapping("\(name)") {
            try queue.read { database in
                let rows = try Row.fetchAll(
                    database, sql: "SELECT portrait, max(id) AS id FROM change GROUP BY 1")
                return Dictionary(
                    try rows.map { (try $0.value("portrait"), try $0.value("id")) },
                    uniquingKeysWith: max)
            }
        }
    }
}
