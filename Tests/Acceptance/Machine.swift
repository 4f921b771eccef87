import Foundation
import TestSupport

/// The machine under the counter: a disk that can be filled, a stick that can be plugged in. Without
/// the right to mount both are always as they should be.
final class Machine {
    private let folder: TestFolder
    /// Where the sessions are.
    let data: TestFolder
    /// Where the stick is, when it is in.
    let stick: String
    /// Whether disks can be mounted here.
    let hasMedia: Bool

    /// A machine whose disk has room for so many portraits.
    init(portraits: Int) throws {
        folder = try TestFolder()
        data = try TestFolder(at: folder.file("data"))
        stick = "/media/kiosk-accept-\(UUID().uuidString)"
        let size = 16 + portraits
        hasMedia =
            try geteuid() == 0
            && Program.run(
                "mount", ["-t", "tmpfs", "-o", "size=\(size)m", "tmpfs", data.path], in: folder
            ).status == 0
    }

    deinit {
        pullStick()
        if hasMedia { _ = try? Program.run("umount", ["-l", data.path], in: folder) }
    }

    /// Leaves no room on the disk.
    func fill() {
        guard hasMedia, let file = fopen(data.file(".filler"), "w") else { return }
        let block = [UInt8](repeating: 0, count: 1 << 12)
        while fwrite(block, 1, block.count, file) == block.count, fflush(file) == 0 {}
        fclose(file)
    }

    /// Makes room again.
    func free() { unlink(data.file(".filler")) }

    func plugStick() {
        try? FileManager.default.createDirectory(
            atPath: stick, withIntermediateDirectories: true)
        _ = try? Program.run(
            "mount", ["-t", "tmpfs", "-o", "size=64m", "tmpfs", stick], in: folder)
    }

    func pullStick() {
        guard FileManager.default.fileExists(atPath: stick) else { return }
        _ = try? Program.run("umount", ["-l", stick], in: folder)
        rmdir(stick)
    }
}
