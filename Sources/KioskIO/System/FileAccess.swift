import Foundation
public import KioskCore

/// Files as bytes, with the system's errors as ours.
public enum FileAccess {
    /// More bytes than any file that is read whole.
    public static let mostBytes = 1 << 30

    /// The whole file's bytes.
    ///
    /// - Parameters:
    ///   - most: so many bytes it may have, whatever its size says: some have no end.
    /// - Throws: `missing` where there is no such file, `tooLarge`, `file.permission`, or `file.read`;
    ///   that also of a folder or a pipe, which nobody waits for.
    public static func read(
        _ path: String, missing: KioskError.Code = .fileMissing, most: Int = mostBytes,
        tooLarge: KioskError.Code = .fileRead
    ) throws(KioskError) -> [UInt8] {
        let file = open(path.onDisk, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw KioskError(errno: errno, reading: path, missing: missing) }
        defer { close(file) }
        var status = stat()
        // A character device is /dev/null, mostly: an empty kiosk.conf.
        guard fstat(file, &status) == 0, [S_IFREG, S_IFCHR].contains(status.st_mode & S_IFMT) else {
            throw KioskError(.fileRead, path, detail: "no file")
        }
        guard Int(status.st_size) <= most else {
            throw KioskError(tooLarge, path, detail: "\(status.st_size >> 20) MB")
        }
        return try read(file, path, missing: missing, most: most, tooLarge: tooLarge)
    }

    /// The bytes of an open file from where it stands on.
    static func read(
        _ file: Int32, _ path: String, missing: KioskError.Code = .fileMissing, most: Int,
        tooLarge: KioskError.Code
    ) throws(KioskError) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else {
                throw KioskError(errno: errno, reading: path, missing: missing)
            }
            guard count > 0 else { return bytes }
            guard bytes.count + count <= most else { throw KioskError(tooLarge, path) }
            bytes.append(contentsOf: chunk[..<count])
        }
    }

    /// Writes a file in one step, for this user alone: a crash leaves the old file or the new one. A link is
    /// replaced, and what it leads to left alone.
    ///
    /// - Throws: `file.exists` where a file is there and `replacing` is false, `output.exists` where a folder is;
    ///   `file.foreign` where a pipe or a device is; `file.permission`, `file.create`, `disk.full` or
    ///   `file.write`.
    public static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool
    ) throws(KioskError) {
        let output = try OutputFile(path, replacing: replacing)
        try output.write(bytes)
        try output.appear()
    }

    /// Looks whether a file could be written there, before the work that makes it.
    ///
    /// - Parameter kind: what may be replaced.
    /// - Throws: `file.exists`, `output.exists`, `file.foreign`, `file.permission` or `file.create`.
    public static func checkPlace(
        _ path: String, replacing: Bool, _ kind: Replaceable = .files
    ) throws(KioskError) {
        _ = try OutputPlace(path, replacing ? .replaced(kind) : .kept)
    }

    /// Bytes free for this user where a folder is or will be; nil where that cannot be told.
    public static func freeBytes(at path: String) -> Int? {
        var place = path
        while !exists(place), place.contains("/"), place != "/" { place = parent(of: place) }
        var status = statvfs()
        guard statvfs((place.isEmpty ? "." : place).onDisk, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    /// Writes all bytes; 0 or the errno.
    static func writeAll(_ bytes: some ContiguousBytes, to file: Int32) -> Int32 {
        bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Glibc.write(
                    file, bytes.baseAddress.map { $0 + done }, bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return errno }
                done += count
            }
            return 0
        }
    }

    /// Makes a rename in a file's folder survive a power cut.
    static func syncFolder(of path: String) {
        let folder = open(parent(of: path).onDisk, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// The folder a path stands in.
    public static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name in its folder of what a path leads to.
    static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
    }

    /// Whether something of that name is there.
    public static func exists(_ path: String) -> Bool { access(path.onDisk, F_OK) == 0 }

    /// Whether a folder above it cannot be looked into.
    static func isHidden(_ path: String) -> Bool {
        access(path.onDisk, F_OK) != 0 && errno == EACCES
    }

    /// Whether there is a file of that path, and no folder, pipe or device; nil where nothing is there.
    public static func isRegular(_ path: String) -> Bool? {
        var status = stat()
        guard stat(path.onDisk, &status) == 0 else { return nil }
        return status.st_mode & S_IFMT == S_IFREG
    }

    /// Whether a path leads to a file, a disc or a folder: to nothing that somebody has to write into first.
    static func isFileOrDisc(_ path: String) -> Bool {
        var status = stat()
        return stat(path.onDisk, &status) == 0
            && [S_IFREG, S_IFBLK, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// A path from the root on.
    public static func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    /// What a path leads to, links followed.
    public static func followed(_ path: String) -> String {
        URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    }

    /// Whether that name is a link's, whatever it leads to.
    public static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Whether there is a named pipe of that path.
    public static func isPipe(_ path: String) -> Bool {
        var status = stat()
        return stat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO
    }

    /// Whether a folder of that name is there.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path.onDisk, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The names in a folder, sorted by their bytes.
    ///
    /// - Parameter hidden: whether those are wanted too that begin with a dot.
    /// - Throws: `file.missing`, `file.permission` or `file.read`.
    public static func names(
        in folder: String, hidden: Bool = false
    ) throws(KioskError) -> [String] {
        guard let stream = opendir(folder.onDisk) else {
            throw KioskError(errno: errno, reading: folder)
        }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let isHidden = name.first == UInt8(ascii: ".")
            let isWanted = !isHidden || (hidden && name != [46] && name != [46, 46])
            if isWanted { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }.map { PathText.text($0) }
    }

    /// Makes a folder and those above it; nothing happens where it is there.
    ///
    /// - Throws: `file.permission`, `disk.full` or `file.create`.
    public static func makeFolder(_ path: String, mode: UInt32 = 0o700) throws(KioskError) {
        guard !isFolder(path) else { return }
        let above = parent(of: path)
        if above != path, !isFolder(above) { try makeFolder(above, mode: mode) }
        guard mkdir(path.onDisk, mode) == 0 || errno == EEXIST else {
            throw KioskError(errno: errno, creating: path)
        }
    }
}

extension String {
    /// The path as the system takes it, ended by a zero: `PathText`'s bytes.
    var onDisk: [CChar] {
        PathText.bytes(self).map { CChar(bitPattern: $0) } + [0]
    }
}
