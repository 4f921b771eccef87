import Foundation
import KioskCore

/// Reads the files of a folder or a mounted disc.
struct DiscFolderReader: DiscTree {
    private let folder: String

    init(_ folder: String) { self.folder = folder }

    func eachFile(_ visit: Visit) throws(KioskError) {
        try walk("", visit)
    }

    private func walk(
        _ place: String, _ visit: Visit
    ) throws(KioskError) {
        for name in try FileAccess.names(in: place.isEmpty ? folder : "\(folder)/\(place)") {
            try Interruption.check()
            let own = place.isEmpty ? name : "\(place)/\(name)"
            if FileAccess.isFolder("\(folder)/\(own)") {
                try walk(own, visit)
            } else {
                try visit(own) { take in
                    guard let bytes = try? FileAccess.read("\(folder)/\(own)") else { return nil }
                    bytes.withUnsafeBytes(take)
                    return bytes.count
                }
            }
        }
    }
}
