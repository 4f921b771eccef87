import Foundation
import KioskIO

/// A file system as sticks have them, in a file, mounted by its driver for everybody.
public final class Stick {
    /// Kinds of file systems that keep no permissions.
    public enum Kind: String, CaseIterable, Sendable {
        case ntfs, exfat
    }

    /// Where it is mounted.
    public let path: String
    private let folder: TestFolder
    private let device: String

    /// Makes and mounts one of 32 MB; nil where this machine can mount none.
    public init?(_ kind: Kind, in folder: TestFolder) throws {
        self.folder = folder
        path = folder.file("stick")
        try folder.write([UInt8](), to: "stick.img")
        truncate(folder.file("stick.img"), 32 << 20)
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let loop = try Program.run("losetup", ["-f", "--show", "stick.img"], in: folder)
        device = loop.output.trimmingCharacters(in: .whitespacesAndNewlines)
        guard loop.status == 0 else { return nil }
        for command in Self.commands(kind) {
            let run = try Program.run(
                "bash", ["-c", Self.alone + command, "bash", device, path], in: folder)
            guard run.status == 0 else { return nil }
        }
    }

    /// A driver stays in the background and would hold whatever tells that the command has ended.
    private static let alone = """
        for file in /proc/$$/fd/*; do
            number=${file##*/}; [ "$number" -le 2 ] || eval "exec $number>&-"
        done

        """

    private static func commands(_ kind: Kind) -> [String] {
        switch kind {
        case .ntfs: ["mkntfs -F -q \"$1\"", "ntfs-3g \"$1\" \"$2\" >/dev/null 2>&1"]
        case .exfat: ["mkfs.exfat \"$1\"", "mount.exfat-fuse \"$1\" \"$2\" >/dev/null 2>&1"]
        }
    }

    deinit {
        _ = try? Program.run("umount", [path], in: folder)
        _ = try? Program.run("losetup", ["-d", device], in: folder)
    }
}
