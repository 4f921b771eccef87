import Foundation
public import KioskCore

/// The one table from the system's error numbers to ours.
extension KioskError {
    /// What a failed open or read means.
    public init(errno number: Int32, reading path: String, missing: Code = .fileMissing) {
        let code: Code =
            switch number {
            case ENOENT, ENOTDIR, ENAMETOOLONG: missing
            case EACCES, EPERM: .filePermission
            default: .fileRead
            }
        self.init(code, path, detail: Self.text(number))
    }

    /// What a failed write, sync or rename means.
    public init(errno number: Int32, writing path: String) {
        let code: Code =
            switch number {
            case ENOENT, ENOTDIR, EISDIR, ENAMETOOLONG: .fileCreate
            case EACCES, EPERM, EROFS: .filePermission
            case ENOSPC, EDQUOT, EFBIG: .diskFull
            case EEXIST: .fileExists
            default: .fileWrite
            }
        self.init(code, path, detail: Self.text(number))
    }

    /// What a failed attempt to create a file or folder means.
    public init(errno number: Int32, creating path: String) {
        let writing = KioskError(errno: number, writing: path)
        self =
            writing.code == .fileWrite
            ? KioskError(.fileCreate, path, detail: writing.detail) : writing
    }

    static func text(_ number: Int32) -> String { String(cString: strerror(number)) }
}
