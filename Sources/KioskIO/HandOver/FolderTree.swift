import Foundation
import KioskCore

/// Reads the files of a folder or a mounted disc, hidden ones too; a link in it is a file that cannot be read.
struct FolderTree: HandOverTree {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    func eachFile(_ visit: Visit) throws(KioskError) {
        try walk("", visit)
    }

    private func walk(
        _ place: String, _ visit: Visit
    ) throws(KioskError) {
        let path = place.isEmpty ? folder : "\(folder)/\(place)"
        for name in try FileAccess.names(in: path, hidden: true) {
            try Interruption.check()
            let own = place.isEmpty ? name : "\(place)/\(name)"
            let isPlain = !FileAccess.isLink("\(path)/\(name)")
            // What another system keeps for itself may be closed to us.
            if isPlain, FileAccess.isFolder("\(path)/\(name)"), !SystemLeftovers.contains(own) {
                try walk(own, visit)
            } else {
                try visit(own) { take in
                    guard isPlain else { return nil }
                    return Self.read("\(path)/\(name)", take)
                }
            }
        }
    }

    /// A file that is longer than any of ours is read too, as it may be listed.
    private static func read(_ path: String, _ take: (UnsafeRawBufferPointer) -> Bool) -> Int? {
        guard let file = try? OpenFile(path, missing: .fileMissing) else { return nil }
        var total = 0
        while Interruption.error == nil {
            let bytes = file.bytes(at: total, count: part)
            total += bytes.count
            guard !bytes.isEmpty, bytes.withUnsafeBytes(take) else { return total }
        }
        return nil
    }

    private static let part = 1 << 20
}
