import CISOFS
import Foundation
import KioskCore

/// Reads the files of an ISO 9660 image or an optical device through libisofs.
final class ImageTree: HandOverTree {
    private let data: UnsafeMutablePointer<IsoDataSource>
    private let fileSystem: UnsafeMutablePointer<IsoFilesystem>
    private let path: String

    /// Opens an image.
    ///
    /// - Throws: `file.*` where it cannot be opened, `disc.foreign` where it is no ISO image.
    init(_ path: String) throws(KioskError) {
        guard access(path, R_OK) == 0 else { throw KioskError(errno: errno, reading: path) }
        // Somebody may never write into a pipe, and the library would wait for that.
        guard FileAccess.isFileOrDisc(path) else { throw KioskError(.discForeign, path) }
        var data: UnsafeMutablePointer<IsoDataSource>?
        guard ISOLibrary.isOpen, iso_data_source_new_from_file(path, &data) >= 0, let data else {
            throw KioskError(.fileRead, path)
        }
        var options: OpaquePointer?
        var fileSystem: UnsafeMutablePointer<IsoFilesystem>?
        guard iso_read_opts_new(&options, 0) >= 0 else {
            iso_data_source_unref(data)
            throw KioskError(.bug, "libisofs")
        }
        defer { iso_read_opts_free(options) }
        iso_read_opts_set_input_charset(options, "UTF-8")
        guard iso_image_filesystem_new(data, options, 1, &fileSystem) >= 0, let fileSystem else {
            iso_data_source_unref(data)
            throw KioskError(.discForeign, path)
        }
        self.data = data
        self.fileSystem = fileSystem
        self.path = path
    }

    deinit {
        iso_filesystem_unref(fileSystem)
        iso_data_source_unref(data)
    }

    func damage(tick: () throws(KioskError) -> Void) throws(KioskError) -> [HandOverReport.Problem]
    {
        try Medium.damage(of: path, tick: tick)
    }

    func eachFile(_ visit: Visit) throws(KioskError) {
        var root: UnsafeMutablePointer<IsoFileSource>?
        guard let getRoot = fileSystem.pointee.get_root, getRoot(fileSystem, &root) >= 0, let root
        else { throw KioskError(.discForeign, path) }
        try walk(root, at: "", depth: 0, visit)
    }

    /// Deeper folders than this are none of ours; a damaged image may hold a folder in itself.
    private static let deepest = 8

    private func walk(
        _ folder: UnsafeMutablePointer<IsoFileSource>, at place: String, depth: Int,
        _ visit: Visit
    ) throws(KioskError) {
        defer { iso_file_source_unref(folder) }
        guard depth <= Self.deepest, iso_file_source_open(folder) >= 0 else {
            throw KioskError(.fileRead, path, detail: Mask.digits(in: place))
        }
        defer { iso_file_source_close(folder) }
        while true {
            var entry: UnsafeMutablePointer<IsoFileSource>?
            let status = iso_file_source_readdir(folder, &entry)
            guard status >= 0 else {
                throw KioskError(.fileRead, path, detail: Mask.digits(in: place))
            }
            guard status > 0, let entry else { return }
            try take(entry, place, depth, visit)
        }
    }

    private func take(
        _ entry: UnsafeMutablePointer<IsoFileSource>, _ place: String, _ depth: Int,
        _ visit: Visit
    ) throws(KioskError) {
        var status = stat()
        let isKnown = iso_file_source_lstat(entry, &status) >= 0
        let name = iso_file_source_get_name(entry)
        defer { free(name) }
        let own = name.map { String(cString: $0) } ?? ""
        let full = place.isEmpty ? own : "\(place)/\(own)"
        if isKnown, status.st_mode & S_IFMT == S_IFDIR {
            return try walk(entry, at: full, depth: depth + 1, visit)
        }
        defer { iso_file_source_unref(entry) }
        try visit(full) { Self.read(entry, $0) }
    }

    private static func read(
        _ file: UnsafeMutablePointer<IsoFileSource>, _ take: (UnsafeRawBufferPointer) -> Bool
    ) -> Int? {
        guard iso_file_source_open(file) >= 0 else { return nil }
        defer { iso_file_source_close(file) }
        var total = 0
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        while true {
            let count = iso_file_source_read(file, &buffer, buffer.count)
            guard count >= 0, Interruption.error == nil else { return nil }
            guard count > 0 else { return total }
            total += Int(count)
            let isEnough = !buffer.withUnsafeBytes {
                take(UnsafeRawBufferPointer(rebasing: $0[..<Int(count)]))
            }
            if isEnough { return total }
        }
    }
}
