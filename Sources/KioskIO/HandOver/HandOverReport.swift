import KioskCore

/// What a look at every file of a disc found.
public struct HandOverReport: Hashable, Sendable {
    /// Something wrong with a disc.
    ///
    /// `description` has the file's whole path, which may be a person's number; `masked` is for messages.
    public enum Problem: Hashable, Sendable, CustomStringConvertible {
        /// The problem with the digits of numbers hidden.
        public var masked: String { Mask.digits(in: description) }

        /// The file's bytes are not those that were written.
        case changed(String)
        /// The file cannot be read.
        case unreadable(String)
        /// The file is not there.
        case missing(String)
        /// The file is there, but nobody wrote it.
        case unlisted(String)
        /// The list of checksums itself is not as it was written.
        case badList(line: Int)
        /// What holds the files is not as it was written: a table, a directory, a descriptor.
        case structure(String)

        /// The problem in a few words: `changed PHOTOS/a.jpg`.
        public var description: String {
            switch self {
            case .changed(let path): "changed \(path)"
            case .unreadable(let path): "unreadable \(path)"
            case .missing(let path): "missing \(path)"
            case .unlisted(let path): "unlisted \(path)"
            case .badList(let line): "SHA256SUMS line \(line)"
            case .structure(let part): "structure: \(part)"
            }
        }
    }

    /// Files that were compared.
    public internal(set) var files = 0
    /// Their bytes.
    public internal(set) var bytes = 0
    /// What other systems left there, which is nothing wrong.
    public internal(set) var leftovers: [String] = []
    /// What was wrong.
    public internal(set) var problems: [Problem] = []

    /// Adds a file that stands on no list.
    mutating func addStrange(_ path: String) {
        if SystemLeftovers.contains(path) {
            leftovers.append(path)
        } else {
            problems.append(.unlisted(path))
        }
    }

    mutating func add(_ path: String, _ count: Int?, isRight: Bool) {
        files += 1
        bytes += count ?? 0
        if count == nil {
            problems.append(.unreadable(path))
        } else if !isRight {
            problems.append(.changed(path))
        }
    }
}
