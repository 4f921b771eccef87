import Foundation

/// Parts of outputs that a kill or a power cut left behind: on file systems without nameless files, and of folders.
/// They hold portraits, and nobody but their owner may say that they are not wanted.
public enum BrokenOutputs {
    /// The names in a folder, sorted, without those that are being written now.
    public static func names(in folder: String) -> [String] {
        let names = (try? FileAccess.names(in: folder)) ?? []
        return names.filter { isPart($0) && !isHeld("\(folder)/\($0)") }.sorted()
    }

    /// A name that `OutputPlace` gives: `kiosk-3fa…91.part`.
    private static func isPart(_ name: String) -> Bool {
        name.wholeMatch(of: /kiosk-[0-9a-f]{1,16}\.part/) != nil
    }

    /// Whether a process is writing it.
    private static func isHeld(_ path: String) -> Bool {
        let file = open(path.onDisk, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        return flock(file, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }

    /// Says that a part is being written, for as long as its descriptor is open.
    static func hold(_ part: Int32) { flock(part, LOCK_EX | LOCK_NB) }
}
