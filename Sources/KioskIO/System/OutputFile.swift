import CSystem
import Foundation
import KioskCore

/// A file that appears under its name whole or not at all: made new in its folder for this user alone, synced, read
/// back by who wants to, then named. What is not finished goes, and nothing else.
///
/// It has no name until then where the file system knows such files, so that no kill leaves a part of it; on sticks it
/// has one that nobody can guess.
final class OutputFile: WholeOutput {
    private let place: OutputPlace
    /// Open for writing.
    let descriptor: Int32
    private let isUnnamed: Bool
    private var hasAppeared = false
    /// Where what the disk was not yet told of begins, and how much that is.
    private var (syncing, unsynced) = (0, 0)

    /// Begins one.
    ///
    /// - Parameter kind: what may be replaced.
    /// - Throws: `file.exists`, `output.exists`, `file.foreign`, `file.permission`, `file.create` or `disk.full`.
    init(_ path: String, replacing: Bool, _ kind: Replaceable = .files) throws(KioskError) {
        let place = try OutputPlace(path, replacing ? .replaced(kind) : .kept)
        let unnamed = csystem_open_unnamed(place.folder)
        let file =
            unnamed >= 0
            ? unnamed
            : openat(
                place.folder, place.part.onDisk,
                O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw place.failure() }
        self.place = place
        descriptor = file
        BrokenOutputs.hold(file)
        isUnnamed = unnamed >= 0
    }

    deinit {
        if !hasAppeared, !isUnnamed { unlinkat(place.folder, place.part.onDisk, 0) }
        close(descriptor)
    }

    /// Adds bytes. The disk has its turn meanwhile, so that little is left to wait for in the end.
    ///
    /// - Throws: `disk.full`, `file.permission` or `file.write`.
    func write(_ bytes: some ContiguousBytes) throws(KioskError) {
        let number = FileAccess.writeAll(bytes, to: descriptor)
        guard number == 0 else { throw place.failure(number) }
        unsynced += bytes.withUnsafeBytes { $0.count }
        guard unsynced >= Self.step else { return }
        csystem_begin_sync(descriptor, Int64(syncing), Int64(unsynced))
        (syncing, unsynced) = (syncing + unsynced, 0)
    }

    /// So many bytes are handed to the disk at once.
    private static let step = 16 << 20

    /// A full disk is better known before the first byte.
    ///
    /// - Throws: `disk.full` where so many bytes have no room; nothing where the file system does not say.
    func checkRoom(for bytes: Int) throws(KioskError) {
        try place.checkRoom(for: bytes, on: descriptor, isOneFile: true)
    }

    /// Syncs what was written.
    ///
    /// - Throws: `disk.full` or `file.write`.
    func sync() throws(KioskError) {
        guard fsync(descriptor) == 0 else { throw place.failure() }
    }

    /// A path under which this very file can be read back, whatever stands under its name.
    var readingPath: String { "/proc/self/fd/\(descriptor)" }

    /// Whether the file system keeps no permissions, so that whoever holds the medium can read it.
    var isOpenToAll: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & 0o077 != 0
    }

    func withdraw() { place.withdraw(descriptor) }

    /// Gives it its name.
    ///
    /// - Throws: `file.exists`, `output.exists`, `file.permission`, `disk.full` or `file.write`.
    func appear() throws(KioskError) {
        try sync()
        try place.appear(isUnnamed ? descriptor : nil)
        hasAppeared = true
    }
}
