import Foundation
import KioskCore

/// The program's own files in a folder: sessions and what stands beside them, the log.
///
/// They are opened from their folder's descriptor. A link, a pipe, a file with a second name or another
/// user's is refused before anything is read or written: whoever put it there chose what it leads to.
enum OwnFile {
    /// Opens a file; the caller closes it.
    ///
    /// - Parameter flags: open(2)'s; one that is made is for this user alone.
    /// - Throws: `file.foreign` where something else is there; `file.missing`, `file.permission`,
    ///   `file.create`, `file.read` or `disk.full`.
    static func open(_ path: String, _ flags: Int32) throws(KioskError) -> Int32 {
        let folder = try Self.folder(of: path)
        defer { close(folder) }
        let file = openat(
            folder, FileAccess.name(of: path).onDisk,
            flags | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC,
            0o600)
        guard file >= 0 else { throw failure(errno, path, flags) }
        var status = stat()
        guard fstat(file, &status) == 0, isOurs(status) else {
            close(file)
            throw KioskError(.fileForeign, path)
        }
        return file
    }

    /// Opens a file of lines to add some, or begins it; the caller closes it. A line that a crash cut short is ended
    /// first: the next one would be lost with it.
    ///
    /// - Throws: as `open`, `file.write` or `disk.full`.
    static func openLines(_ path: String) throws(KioskError) -> Int32 {
        let file = try open(path, O_RDWR | O_CREAT | O_APPEND)
        let end = UInt8(ascii: "\n")
        var last = end
        let length = lseek(file, 0, SEEK_END)
        let isCut = length > 0 && pread(file, &last, 1, length - 1) == 1 && last != end
        let failure = isCut ? FileAccess.writeAll([end], to: file) : 0
        guard failure == 0 else {
            close(file)
            throw KioskError(errno: failure, writing: path)
        }
        return file
    }

    /// Whether nothing of that name is there, no link that leads nowhere either.
    static func isNothing(_ path: String) -> Bool {
        var status = stat()
        return lstat(path.onDisk, &status) != 0 && errno == ENOENT
    }

    /// The bytes of a file, so many at most.
    ///
    /// - Throws: as `open`; `file.read` also where it is longer.
    static func read(_ path: String, most: Int) throws(KioskError) -> [UInt8] {
        let file = try open(path, O_RDONLY)
        defer { close(file) }
        return try FileAccess.read(file, path, most: most, tooLarge: .fileRead)
    }

    private static func folder(of path: String) throws(KioskError) -> Int32 {
        let folder = Glibc.open(
            FileAccess.parent(of: path).onDisk, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw KioskError(errno: errno, reading: path) }
        return folder
    }

    private static func isOurs(_ status: stat) -> Bool {
        status.st_mode & S_IFMT == S_IFREG && status.st_nlink == 1 && status.st_uid == geteuid()
    }

    /// A link gives ELOOP; a pipe nobody reads ENXIO; a folder EISDIR.
    private static func failure(_ number: Int32, _ path: String, _ flags: Int32) -> KioskError {
        if [ELOOP, ENXIO, EISDIR].contains(number) { return KioskError(.fileForeign, path) }
        return flags & O_CREAT == 0
            ? KioskError(errno: number, reading: path) : KioskError(errno: number, creating: path)
    }
}
