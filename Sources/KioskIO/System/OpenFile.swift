import Foundation
import KioskCore

/// A plain file that is open for reading in parts: nothing of its length is held, and one that is cut short meanwhile
/// has fewer bytes.
final class OpenFile: Sendable {
    private let file: Int32
    /// Its length, bytes; 0 for a device.
    let byteCount: Int
    /// Whether it is a disc or stick itself.
    let isDevice: Bool

    /// - Throws: `missing` where there is no such file, `file.permission`; `picture.format` where it is a folder, a
    ///   pipe or a device.
    ///
    /// - Parameter device: whether a disc or stick itself is read too.
    init(_ path: String, missing: KioskError.Code, device: Bool = false) throws(KioskError) {
        let file = open(path.onDisk, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
        guard file >= 0 else { throw KioskError(errno: errno, reading: path, missing: missing) }
        var status = stat()
        let isKnown = fstat(file, &status) == 0
        let kind = status.st_mode & S_IFMT
        guard isKnown, kind == S_IFREG || (device && kind == S_IFBLK) else {
            close(file)
            throw KioskError(.pictureFormat, path, detail: "no file")
        }
        (self.file, isDevice) = (file, kind == S_IFBLK)
        byteCount = isDevice ? 0 : Int(status.st_size)
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
