/// What an output may take the place of where that was asked for, by the first bytes of what is there: names say nothing.
public enum Replaceable: Sendable {
    /// An image or an archive, as hand-overs are.
    case handOvers
    /// Any file but a session.
    case files

    /// The bytes from the beginning by which it is told: an image's first descriptor stands behind sixteen blocks of
    /// 2,048 bytes (ECMA-119, 6.2.1), with its identifier from its second byte on (8.1.2).
    public static let needed = descriptor + 6
    private static let descriptor = 16 * 2_048

    /// Whether a file that begins so may make way; an empty one may.
    public func allows(_ beginning: [UInt8]) -> Bool {
        guard !beginning.isEmpty else { return true }
        return switch self {
        case .handOvers: Self.isImage(beginning) || Self.isArchive(beginning)
        case .files: !Self.isSession(beginning)
        }
    }

    private static func isImage(_ bytes: [UInt8]) -> Bool {
        bytes.dropFirst(descriptor + 1).starts(with: Array("CD001".utf8))
    }

    /// A local file's header, or the end of an archive without any (APPNOTE.TXT 4.3.7, 4.3.16).
    private static func isArchive(_ bytes: [UInt8]) -> Bool {
        [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]].contains(Array(bytes.prefix(4)))
    }

    /// A database of SQLite ("Database File Format", 1.3.1).
    private static func isSession(_ bytes: [UInt8]) -> Bool {
        bytes.starts(with: Array("SQLite format 3\u{0}".utf8))
    }
}
