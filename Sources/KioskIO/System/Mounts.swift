import Foundation
public import KioskCore

/// The file systems of this machine, asked anew each time: sticks come and go.
public enum Mounts {
    private static var table: MountTable {
        let text = { (path: String) in
            String(decoding: (try? FileAccess.read(path)) ?? [], as: UTF8.self)
        }
        return MountTable(mountinfo: text("/proc/self/mountinfo"), fstab: text("/etc/fstab"))
    }

    /// Does nothing where the medium is there that a path names, or the path names none.
    ///
    /// - Throws: `export.unmounted`, with the medium's place.
    public static func check(_ path: String) throws(KioskError) {
        let missing = table.missing(for: resolved(path)) { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder).isEmpty) ?? true
        }
        if let missing { throw KioskError(.exportUnmounted, missing) }
    }

    /// Where the file system is mounted that a path lies on, or would.
    public static func mountPoint(of path: String) -> String {
        table.mountPoint(of: resolved(path))
    }

    /// A path from the root on, its links followed as far as it is there.
    private static func resolved(_ path: String) -> String {
        let absolute =
            path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
        var (there, rest) = (absolute, [String]())
        while there != "/", !FileAccess.exists(there) {
            let parts = there.split(separator: "/", omittingEmptySubsequences: false)
            if let last = parts.last, !last.isEmpty { rest.insert(String(last), at: 0) }
            there = FileAccess.parent(of: there)
        }
        guard let real = realpath(there, nil) else { return absolute }
        defer { free(real) }
        let base = String(cString: real)
        return ([base == "/" ? "" : base] + rest).joined(separator: "/")
    }
}
