/// A disk that keeps after a power cut only what was synced: a file's bytes after fsync or
/// fdatasync of the file, a name's coming and going after fsync of its folder. It follows a trace
/// of system calls in one folder.
struct SimulatedDisk {
    private struct Inode {
        var written: [UInt8] = []
        var synced: [UInt8] = []
    }

    private let folder: String
    private var inodes: [Inode] = []
    private var names: [String: Int] = [:]
    private var syncedNames: [String: Int] = [:]
    private var open: [Int32: Int] = [:]
    private var folders: Set<Int32> = []

    /// An empty disk under a folder's name.
    init(folder: String) { self.folder = folder }

    /// Whether the session's file is there.
    var isOpen: Bool { names["day.kiosk"] != nil }

    /// What a power cut leaves: nothing that was not synced.
    var synced: [String: [UInt8]] { syncedNames.mapValues { inodes[$0].synced } }

    /// What a kill leaves, or a power cut on a disk that had written everything.
    var written: [String: [UInt8]] { names.mapValues { inodes[$0].written } }

    /// Names whose bytes or being there a power cut would take back; lock and log are never
    /// synced.
    var unsynced: [String] {
        let changed = names.filter { inodes[$0.value].written != inodes[$0.value].synced }.keys
        let moved = Set(names.keys).symmetricDifference(syncedNames.keys)
        return Set(changed).union(moved)
            .filter { !$0.hasSuffix(".lock") && $0 != "kiosk.log" }.sorted()
    }

    /// Follows one call.
    mutating func take(_ call: SystemCall) {
        switch call.name {
        case "openat": opened(String(decoding: call.bytes, as: UTF8.self), Int32(call.result))
        case "close":
            open[call.file] = nil
            folders.remove(call.file)
        case "pwrite64", "write": write(call)
        case "ftruncate": truncate(call)
        case "fsync", "fdatasync": sync(call.file)
        case "unlink":
            if let name = name(String(decoding: call.bytes, as: UTF8.self)) { names[name] = nil }
        default: break
        }
    }

    /// The name of a path in the folder; nil for any other.
    private func name(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        return parts.count >= 2 && parts[parts.count - 2] == folder ? parts.last : nil
    }

    private mutating func opened(_ path: String, _ file: Int32) {
        open[file] = nil
        folders.remove(file)
        if path == folder || path.hasSuffix("/" + folder) { folders.insert(file) }
        guard let name = name(path) else { return }
        if names[name] == nil {
            inodes.append(Inode())
            names[name] = inodes.count - 1
        }
        open[file] = names[name]
    }

    private mutating func write(_ call: SystemCall) {
        guard let inode = open[call.file] else { return }
        let start = call.name == "write" ? inodes[inode].written.count : call.number
        let end = start + call.bytes.count
        if inodes[inode].written.count < end {
            inodes[inode].written += [UInt8](repeating: 0, count: end - inodes[inode].written.count)
        }
        inodes[inode].written.replaceSubrange(start..<end, with: call.bytes)
    }

    private mutating func truncate(_ call: SystemCall) {
        guard let inode = open[call.file], call.number <= inodes[inode].written.count else {
            return
        }
        inodes[inode].written.removeLast(inodes[inode].written.count - call.number)
    }

    private mutating func sync(_ file: Int32) {
        if folders.contains(file) { syncedNames = names }
        if let inode = open[file] { inodes[inode].synced = inodes[inode].written }
    }
}
