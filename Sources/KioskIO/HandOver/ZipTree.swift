import CArchive
import Foundation
import KioskCore

/// Reads the files of a zip archive through libarchive.
final class ZipTree: HandOverTree {
    private let path: String
    private let names = UTF8Locale()

    private init(_ path: String) { self.path = path }

    /// The archive at a path; nil where it is none.
    ///
    /// - Throws: `file.*` where it cannot be opened.
    static func opening(_ path: String) throws(KioskError) -> ZipTree? {
        guard FileAccess.isFileOrDisc(path) else { return nil }
        let file = try OpenFile(path, missing: .fileMissing, device: true)
        return file.bytes(at: 0, count: 4) == [0x50, 0x4B, 0x03, 0x04] ? ZipTree(path) : nil
    }

    func eachFile(_ visit: Visit) throws(KioskError) {
        guard let archive = archive_read_new() else { throw KioskError(.fileRead, path) }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_filename(archive, path, 1 << 16) == ARCHIVE_OK else {
            // It begins as an archive: its end is missing.
            throw KioskError(
                .discMismatch, path, detail: HandOverReport.Problem.structure("archive").masked)
        }
        while true {
            try Interruption.check()
            var entry: OpaquePointer?
            let status = names.with { archive_read_next_header(archive, &entry) }
            if status == ARCHIVE_EOF { return }
            guard status >= ARCHIVE_WARN, let entry else {
                throw KioskError(.fileRead, path, detail: "zip")
            }
            guard let name = name(of: entry) else {
                try visit("?") { _ in nil }
                continue
            }
            // A folder of its own is nothing that was written, and harms nothing.
            guard archive_entry_filetype(entry) != Self.folder else { continue }
            try visit(name) { Self.read(archive, $0) }
        }
    }

    /// AE_IFDIR of archive_entry.h, whose macro Swift cannot import.
    private static let folder: UInt32 = 0o040_000

    private func name(of entry: OpaquePointer) -> String? {
        names.with {
            let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
            return name.map { String(cString: $0) }
        }
    }

    private static func read(
        _ archive: OpaquePointer, _ take: (UnsafeRawBufferPointer) -> Bool
    ) -> Int? {
        var total = 0
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = archive_read_data(archive, &buffer, buffer.count)
            guard count >= 0, Interruption.error == nil else { return nil }
            guard count > 0 else { return total }
            total += count
            let isEnough = !buffer.withUnsafeBytes {
                take(UnsafeRawBufferPointer(rebasing: $0[..<count]))
            }
            if isEnough { return total }
        }
    }

    /// The seal at the end says whether any bit was changed, in whatever part of the archive.
    func damage(tick: () throws(KioskError) -> Void) throws(KioskError) -> [HandOverReport.Problem]
    {
        let file = try OpenFile(path, missing: .fileMissing, device: true)
        let length = max(0, file.byteCount - OutputSeal.length)
        let seal = file.bytes(at: length, count: OutputSeal.length)
        guard OutputSeal.isMeant(seal) else {
            let end = file.bytes(
                at: max(0, file.byteCount - ZipEnd.longest), count: ZipEnd.longest)
            return ZipEnd.isAtEnd(of: end) ? [] : [.structure("archive")]
        }
        return try OutputSeal.isRight(seal, of: length, in: file, tick: tick)
            ? [] : [.structure("archive")]
    }
}
