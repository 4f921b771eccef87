import CArchive
import Foundation
import KioskCore

/// libarchive's writer of zip archives: names in UTF-8 and flagged so, bytes as they are, nothing that tells when or
/// where it was made. Not for use by two threads at once.
final class ZipWriter {
    private let archive: OpaquePointer
    private let sink: Sink
    private let names = UTF8Locale()

    /// What the library's callbacks write into.
    private final class Sink {
        let output: OutputFile
        var error: KioskError?
        private let seal: OutputSeal
        /// The last bytes, which are written once they are known to be the end.
        private var held: [UInt8] = []

        init(_ output: OutputFile) throws(KioskError) {
            (self.output, seal) = (output, try OutputSeal())
        }

        /// Writes bytes; false where that failed.
        func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
            held.append(contentsOf: bytes)
            let ready = held.dropLast(ZipEnd.length)
            held = held.suffix(ZipEnd.length)
            do throws(KioskError) {
                seal.add(ready)
                try output.write(ready)
                return true
            } catch {
                self.error = self.error ?? error
                return false
            }
        }

        /// Writes the end, with the seal as the archive's comment; false where what came last is no archive's end.
        func finish() throws(KioskError) -> Bool {
            guard let end = ZipEnd.commented(held, length: OutputSeal.length) else { return false }
            seal.add(end)
            try output.write(end + seal.finished())
            return true
        }
    }

    /// Begins an archive.
    ///
    /// - Throws: `disc.write`, `bug`.
    init(_ output: OutputFile) throws(KioskError) {
        sink = try Sink(output)
        guard let archive = archive_write_new() else { throw KioskError(.discWrite, "zip") }
        self.archive = archive
        archive_write_set_format_zip(archive)
        archive_write_zip_set_compression_store(archive)
        let isOpen = names.with {
            archive_write_set_options(archive, "zip:hdrcharset=UTF-8") == ARCHIVE_OK
                && archive_write_set_bytes_in_last_block(archive, 1) == ARCHIVE_OK
                && archive_write_open2(
                    archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
                    { _, sink, bytes, count in ZipWriter.write(sink, bytes, count) }, nil, nil)
                    == ARCHIVE_OK
        }
        guard isOpen else { throw KioskError(.discWrite, "zip") }
    }

    deinit { archive_write_free(archive) }

    private static func write(
        _ sink: UnsafeMutableRawPointer?, _ bytes: UnsafeRawPointer?, _ count: Int
    ) -> Int {
        guard let sink else { return -1 }
        let taken = Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue()
        return taken.write(UnsafeRawBufferPointer(start: bytes, count: count)) ? count : -1
    }

    /// AE_IFREG of archive_entry.h, whose macro Swift cannot import.
    private static let plainFile: UInt32 = 0o100_000

    /// Adds a file. It has no time: archives keep that of a clock on the wall, which is another elsewhere.
    ///
    /// - Throws: `disc.write`, or what writing throws.
    func add(_ bytes: [UInt8], as path: String) throws(KioskError) {
        guard let entry = archive_entry_new() else { throw failure(path) }
        defer { archive_entry_free(entry) }
        archive_entry_set_size(entry, la_int64_t(bytes.count))
        archive_entry_set_filetype(entry, Self.plainFile)
        archive_entry_set_perm(entry, 0o644)
        let isWritten = names.with {
            archive_entry_set_pathname(entry, path)
            return archive_write_header(archive, entry) == ARCHIVE_OK
                && bytes.withUnsafeBytes {
                    archive_write_data(archive, $0.baseAddress, $0.count) == $0.count
                }
                && archive_write_finish_entry(archive) == ARCHIVE_OK
        }
        guard isWritten else { throw failure(path) }
    }

    /// Ends the archive and seals it.
    ///
    /// - Throws: as `add`.
    func finish() throws(KioskError) {
        let isClosed = names.with { archive_write_close(archive) == ARCHIVE_OK }
        guard isClosed, try sink.finish() else { throw failure("zip") }
    }

    private func failure(_ path: String) -> KioskError {
        let words = archive_error_string(archive).map { String(cString: $0) }
        return sink.error
            ?? KioskError(.discWrite, Mask.digits(in: path), detail: Mask.digits(in: words ?? ""))
    }
}

/// The record at the end of an archive (APPNOTE.TXT 4.3.16).
enum ZipEnd {
    private static let signature: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    /// Its length without a comment, bytes.
    static let length = 22

    /// Its length with the longest comment, bytes.
    static let longest = length + 65_535

    /// Whether an archive ends with its record and that record's comment: nothing was cut off, nothing put behind.
    static func isAtEnd(of bytes: [UInt8]) -> Bool {
        let places = bytes.indices.dropLast(length - 1).reversed()
        guard let place = places.first(where: { bytes[$0...].starts(with: signature) }) else {
            return false
        }
        let comment = Int(bytes[place + length - 2]) | Int(bytes[place + length - 1]) << 8
        return place + length + comment == bytes.count
    }

    /// The record with the length of a comment that follows; nil where it is no such record or has a comment.
    static func commented(_ record: [UInt8], length: Int) -> [UInt8]? {
        guard record.count == Self.length, record.starts(with: signature),
            record.suffix(2) == [0, 0], length < 256
        else { return nil }
        return record.dropLast(2) + [UInt8(length), 0]
    }
}
