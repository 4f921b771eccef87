/// One file of a disc: where it stands, what it holds, and what its bytes must sum up to.
public struct DiscFile: Hashable, Sendable {
    /// Where a file's bytes come from.
    public enum Content: Hashable, Sendable {
        /// The portrait of that sequence number in the n-th of the exported sessions.
        case portrait(session: Int, sequence: Int)
        /// Bytes made by the plan.
        case generated([UInt8])
    }

    /// What an error calls it: a portrait by its sequence number, since its path may be a person's number.
    public var label: String {
        guard case .portrait(_, let sequence) = content else { return path }
        return "portrait \(sequence)"
    }

    /// The path from the disc's root, `/` between folders: `PHOTOS/11010519491231002X.jpg`.
    public let path: String
    /// Where the bytes come from.
    public let content: Content
    /// The length, bytes.
    public let byteCount: Int
    /// SHA-256 of the bytes, 64 lower-case hex digits.
    public let sha256: String
    /// The file's time on the disc: that of the shot.
    public let time: ShotTime
}

/// A session that goes on a disc.
public struct DiscSession: Sendable {
    /// The session's name.
    public var name: String
    /// Its portraits that are not withdrawn, in the order of storing.
    public var portraits: [StoredPortrait]

    /// A session with those portraits; withdrawn ones are left out.
    public init(name: String, portraits: [StoredPortrait]) {
        self.name = name
        self.portraits = portraits.filter { !$0.isVoided }
    }
}
