/// What a file system has room for.
public struct VolumeRoom: Hashable, Sendable {
    /// Bytes that the program may still write there; nil where the file system does not say.
    public let free: UInt64?
    /// Whether it is a FAT file system.
    public let isFAT: Bool

    /// The room of a file system, as its kernel tells it.
    public init(free: UInt64?, isFAT: Bool) {
        (self.free, self.isFAT) = (free, isFAT)
    }

    /// A file's length is 32 bits in a FAT directory (Microsoft, FAT32 File System Specification 1.03, "FAT Directory
    /// Structure").
    static let longestFileOnFAT = UInt64(UInt32.max)

    /// Why so many bytes cannot lie there, as one file or as several: `disc.large` or `disk.full`; nil where they can.
    public func lack(of bytes: UInt64, isOneFile: Bool) -> KioskError.Code? {
        if isOneFile, isFAT, bytes > Self.longestFileOnFAT { return .discLarge }
        guard let free, free < bytes else { return nil }
        return .diskFull
    }
}
