import Foundation
import KioskCore

/// A plain file that is open for reading in parts: nothing of its length is held, and one that is cut short meanwhile
/// has fewer bytes.
final class OpenFile: Sendable {
    private let file: Int32

    /// - Throws: `missing` where there is no such file, `file.permission`; `picture.format` where it is a folder, a
    ///   pipe or a device.
    init(_ path: String, missing: KioskError.Code) throws(KioskError) {
        let file = open(path.onDisk, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw KioskError(errno: errno, reading: path, missing: missing) }
        self.file = file
        var status = stat()
        guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw KioskError(.pictureFormat, path, detail: "no file")
        }
    }

    deinit { close(file) }

    /// The bytes from a place on, so many or up to the end.
    func bytes(at place: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { bytes, read in
            read = 0
            while read < count {
                let more = pread(
                    file, bytes.baseAddress.map { $0 + read }, count - read, off_t(place + read))
                if more < 0, errno == EINTR { continue }
                guard more > 0 else { return }
                read += more
            }
        }
    }
}
