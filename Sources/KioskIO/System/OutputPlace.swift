import CSystem
import Foundation
import KioskCore

/// Where an output will stand: its folder's descriptor, its name, and a name for the time until it is whole.
///
/// The folder is the one that was named, whatever becomes of its path meanwhile; the part's name cannot be guessed
/// and is made new, so that nothing that was there before is followed, filled or removed.
struct OutputPlace: ~Copyable {
    /// The path that was asked for, for errors.
    let path: String
    /// The folder's descriptor.
    let folder: Int32
    /// The part's name in the folder.
    let part: String
    private let name: String
    private let standing: Standing

    /// What becomes of a file or link that stands there.
    enum Standing {
        /// It makes way if it is one of those.
        case replaced(Replaceable)
        /// It stays, and would make way if that were asked for.
        case kept
        /// It stays: outputs of this kind replace nothing.
        case keptAlways

        var isReplacing: Bool { if case .replaced = self { true } else { false } }
    }

    /// - Throws: `file.exists` where a file is there and is not to be replaced, `output.exists` where what is there never
    ///   is; `file.foreign` where it is neither a file nor a link; `file.permission` or `file.create`.
    init(_ path: String, _ standing: Standing) throws(KioskError) {
        let name = FileAccess.name(of: path)
        guard !["", ".", ".."].contains(name) else {
            throw KioskError(FileAccess.exists(path) ? .outputExists : .fileCreate, path)
        }
        let folder = open(FileAccess.parent(of: path).onDisk, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw KioskError(errno: errno, writing: path) }
        if let error = Self.fault(folder, name, path, standing) {
            close(folder)
            throw error
        }
        (self.path, self.folder, self.name, self.standing) = (path, folder, name, standing)
        part = "kiosk-\(String(UInt64.random(in: 0 ... .max), radix: 16)).part"
    }

    deinit { close(folder) }

    /// Why nothing can be put there, as far as a look tells.
    private static func fault(
        _ folder: Int32, _ name: String, _ path: String, _ standing: Standing
    ) -> KioskError? {
        var status = stat()
        guard fstatat(folder, name.onDisk, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG, S_IFLNK:
            guard case .replaced(let kind) = standing else { return exists(path, standing) }
            return mayBeReplaced(folder, name, kind) ? nil : KioskError(.outputExists, path)
        case S_IFDIR: return KioskError(.outputExists, path)
        default:
            return KioskError(standing.isReplacing ? .fileForeign : .outputExists, path)
        }
    }

    /// Whether what is there is such a file, or a link to one or to nothing.
    private static func mayBeReplaced(_ folder: Int32, _ name: String, _ kind: Replaceable) -> Bool
    {
        let file = openat(folder, name.onDisk, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return errno == ENOENT }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        var bytes = [UInt8](repeating: 0, count: Replaceable.needed)
        let count = pread(file, &bytes, bytes.count, 0)
        return count >= 0 && kind.allows(Array(bytes.prefix(count)))
    }

    private static func exists(_ path: String, _ standing: Standing) -> KioskError {
        if case .kept = standing {
            KioskError(.fileExists, path)
        } else {
            KioskError(.outputExists, path)
        }
    }

    /// Gives the part its name, which survives a power cut from then on.
    ///
    /// - Parameter unnamed: the part's descriptor where it has no name yet.
    /// - Throws: `file.exists` or `output.exists` where something came there meanwhile; `file.permission`, `file.write`.
    borrowing func appear(_ unnamed: Int32? = nil) throws(KioskError) {
        let failure =
            if let unnamed { link(unnamed) } else if standing.isReplacing { rename() } else {
                renameNew()
            }
        guard failure == 0 else {
            let isThere = [EEXIST, ENOTEMPTY, EISDIR, ENOTDIR].contains(failure)
            throw isThere
                ? Self.exists(path, standing) : KioskError(errno: failure, writing: path)
        }
        fsync(folder)
    }

    /// Takes the name away from what has appeared under it, if it is that still. What took the place of something earlier
    /// stays: nothing at all would be left.
    borrowing func withdraw(_ own: Int32) {
        guard !standing.isReplacing else { return }
        var (mine, there) = (stat(), stat())
        guard fstat(own, &mine) == 0,
            fstatat(folder, name.onDisk, &there, AT_SYMLINK_NOFOLLOW) == 0,
            mine.st_ino == there.st_ino, mine.st_dev == there.st_dev
        else { return }
        unlinkat(folder, name.onDisk, mine.st_mode & S_IFMT == S_IFDIR ? AT_REMOVEDIR : 0)
        fsync(folder)
    }

    /// - Throws: `disk.full` where so many bytes have no room on the file system of an open file or folder;
    ///   `disc.large` where it holds no file as long.
    borrowing func checkRoom(for bytes: Int, on descriptor: Int32, isOneFile: Bool)
        throws(KioskError)
    {
        let room = Self.room(descriptor)
        guard let lack = room.lack(of: UInt64(bytes), isOneFile: isOneFile) else { return }
        let free = lack == .diskFull ? room.free : nil
        throw KioskError(lack, path, detail: free.map { "\(bytes) > \($0)" } ?? "")
    }

    private static func room(_ descriptor: Int32) -> VolumeRoom {
        var status = statvfs()
        let isTold = fstatvfs(descriptor, &status) == 0
        return VolumeRoom(
            free: isTold ? UInt64(status.f_bavail) * UInt64(status.f_frsize) : nil,
            isFAT: csystem_is_fat(descriptor) != 0)
    }

    /// The error number of a call's failure, named for the output.
    borrowing func failure(_ number: Int32 = errno) -> KioskError {
        KioskError(errno: number, writing: path)
    }

    /// A link replaces nothing: what is to be replaced is by way of the part's name.
    private borrowing func link(_ file: Int32) -> Int32 {
        guard standing.isReplacing else { return csystem_link_unnamed(file, folder, name.onDisk) }
        let failure = csystem_link_unnamed(file, folder, part.onDisk)
        guard failure == 0 else { return failure }
        let renamed = rename()
        if renamed != 0 { unlinkat(folder, part.onDisk, 0) }
        return renamed
    }

    private borrowing func rename() -> Int32 {
        renameat(folder, part.onDisk, folder, name.onDisk) == 0 ? 0 : errno
    }

    /// File systems of sticks may know no such call: there a last look has to do.
    private borrowing func renameNew() -> Int32 {
        let failure = csystem_rename_new(folder, part.onDisk, name.onDisk)
        guard [EINVAL, ENOSYS, ENOTSUP].contains(failure) else { return failure }
        var status = stat()
        guard fstatat(folder, name.onDisk, &status, AT_SYMLINK_NOFOLLOW) != 0 else { return EEXIST }
        return rename()
    }
}
