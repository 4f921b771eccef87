import Foundation
import KioskCore

/// A folder of files that appears under its name whole or not at all, as `OutputFile` does.
final class OutputFolder: WholeOutput {
    private let place: OutputPlace
    /// The folder's descriptor.
    private let descriptor: Int32
    private var folders: [String] = []
    private var files: [String] = []
    private var hasAppeared = false
    /// Whether the file system keeps no permissions, so that whoever holds the medium can read it.
    private(set) var isOpenToAll = false

    /// Begins one.
    ///
    /// - Throws: `output.exists`, `file.permission`, `file.create` or `disk.full`.
    init(_ path: String) throws(KioskError) {
        let place = try OutputPlace(Self.unslashed(path), .keptAlways)
        guard mkdirat(place.folder, place.part.onDisk, 0o700) == 0 else { throw place.failure() }
        let folder = openat(
            place.folder, place.part.onDisk, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else {
            let failure = place.failure()
            unlinkat(place.folder, place.part.onDisk, AT_REMOVEDIR)
            throw failure
        }
        self.place = place
        descriptor = folder
        BrokenOutputs.hold(folder)
    }

    /// A folder may be named with slashes behind.
    private static func unslashed(_ path: String) -> String {
        let end = path.lastIndex { $0 != "/" }
        return end.map { String(path[...$0]) } ?? path
    }

    deinit {
        if !hasAppeared { remove() }
        close(descriptor)
    }

    /// What was made, the last first. What somebody else put in stays, and its folders.
    private func remove() {
        for file in files { unlinkat(descriptor, file.onDisk, 0) }
        for folder in folders.reversed() { unlinkat(descriptor, folder.onDisk, AT_REMOVEDIR) }
        unlinkat(place.folder, place.part.onDisk, AT_REMOVEDIR)
    }

    /// A path under which this very folder can be read back.
    var readingPath: String { "/proc/self/fd/\(descriptor)" }

    /// Writes a file, and makes the folders above it.
    ///
    /// - Parameter name: its path in the folder; no part of it leads out of it.
    /// - Throws: `disk.full`, `file.permission`, `file.exists` or `file.write`; `bug` where the path leads out.
    func write(_ bytes: [UInt8], to name: String) throws(KioskError) {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            throw KioskError(.bug, "path of an output")
        }
        for count in 1..<max(1, parts.count) {
            try makeFolder(parts.prefix(count).joined(separator: "/"))
        }
        let file = openat(
            descriptor, name.onDisk, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw place.failure() }
        defer { close(file) }
        files.append(name)
        let number = FileAccess.writeAll(bytes, to: file)
        guard number == 0 else { throw place.failure(number) }
        guard fsync(file) == 0 else { throw place.failure() }
        var status = stat()
        if fstat(file, &status) == 0, status.st_mode & 0o077 != 0 { isOpenToAll = true }
    }

    private func makeFolder(_ name: String) throws(KioskError) {
        guard !folders.contains(name) else { return }
        guard mkdirat(descriptor, name.onDisk, 0o700) == 0 else { throw place.failure() }
        folders.append(name)
    }

    /// Takes in an output that was written into this folder: it appears there, and goes with the folder if that goes.
    ///
    /// - Throws: `file.exists`, `output.exists`, `file.permission`, `disk.full` or `file.write`.
    func adopt(_ output: any WholeOutput, as name: String) throws(KioskError) {
        try output.appear()
        if let folder = output as? OutputFolder {
            folders += [name] + folder.folders.map { "\(name)/\($0)" }
            files += folder.files.map { "\(name)/\($0)" }
        } else {
            files.append(name)
        }
        isOpenToAll = isOpenToAll || output.isOpenToAll
    }

    /// A full disk is better known before the first byte.
    ///
    /// - Throws: `disk.full` where so many bytes have no room; nothing where the file system does not say.
    func checkRoom(for bytes: Int) throws(KioskError) {
        try place.checkRoom(for: bytes, on: descriptor, isOneFile: false)
    }

    func withdraw() {
        remove()
        place.withdraw(descriptor)
    }

    /// Gives it its name.
    ///
    /// - Throws: `output.exists`, `file.permission` or `file.write`.
    func appear() throws(KioskError) {
        for name in folders { sync(name) }
        guard fsync(descriptor) == 0 else { throw place.failure() }
        try place.appear()
        hasAppeared = true
    }

    private func sync(_ name: String) {
        let folder = openat(
            descriptor, name.onDisk, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }
}
