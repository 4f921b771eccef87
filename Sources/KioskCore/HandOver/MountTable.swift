/// Which file systems are mounted, and which ought to be: what a system's tables say.
///
/// A folder on a stick that is not plugged in is a folder on the local disk to everybody who only looks
/// at its path; what is written there never leaves the studio.
public struct MountTable: Hashable, Sendable {
    /// Where something is mounted.
    public private(set) var mounted: Set<String> = []
    /// Where fstab says that something ought to be.
    public private(set) var expected: Set<String> = []

    /// Where desktops mount sticks, each at a place of its own below (udisks(8), FHS 3.14).
    private static let media = ["/media", "/run/media"]
    /// Where people mount by hand (FHS 3.15): in itself, or below.
    private static let byHand = "/mnt"

    /// The mounts of `/proc/self/mountinfo` (proc(5)) and `/etc/fstab` (fstab(5)).
    public init(mountinfo: String, fstab: String) {
        mounted = Set(mountinfo.split(separator: "\n").compactMap { Self.field(4, of: $0) })
        expected = Set(
            fstab.split(separator: "\n").filter {
                !$0.drop { $0 == " " || $0 == "\t" }.hasPrefix("#")
            }
            .compactMap { Self.field(1, of: $0) }.filter { $0.hasPrefix("/") && $0 != "/" })
    }

    /// The place of the medium that a path names and that is not mounted; nil where nothing is missing.
    ///
    /// - Parameters:
    ///   - path: absolute, without `.`, `..` or links.
    ///   - isEmpty: whether a folder is missing or has nothing in it.
    public func missing(for path: String, isEmpty: (String) -> Bool) -> String? {
        let places = Self.places(above: path)
        if let place = places.last(where: expected.contains), !mounted.contains(place) {
            return place
        }
        if let base = Self.media.first(where: { path.isBelow($0) }) {
            let isThere = places.contains { $0.isBelow(base) && mounted.contains($0) }
            return isThere ? nil : places.first { $0.isBelow(base) }
        }
        guard path.isBelow(Self.byHand) else { return nil }
        let isThere = places.contains {
            ($0 == Self.byHand || $0.isBelow(Self.byHand)) && mounted.contains($0)
        }
        guard !isThere, let place = places.first(where: { $0.isBelow(Self.byHand) }) else {
            return nil
        }
        return isEmpty(place) ? place : nil
    }

    /// Where the file system is mounted that a path lies on.
    public func mountPoint(of path: String) -> String {
        Self.places(above: path).last { mounted.contains($0) } ?? "/"
    }

    /// A path and the folders above it, the highest first, without `/`.
    private static func places(above path: String) -> [String] {
        let parts = path.split(separator: "/")
        return parts.indices.map { "/" + parts[...$0].joined(separator: "/") }
    }

    private static func field(_ index: Int, of line: Substring) -> String? {
        let fields = line.split { $0 == " " || $0 == "\t" }
        return fields.indices.contains(index) ? unescaped(fields[index]) : nil
    }

    /// Blanks, tabs, line ends and backslashes stand there as `\040` and the like.
    private static func unescaped(_ field: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(field.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = rest.prefix(3)
            if byte == UInt8(ascii: "\\"), digits.count == 3,
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
            {
                bytes.append(value)
                rest = rest.dropFirst(3)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension String {
    fileprivate func isBelow(_ folder: String) -> Bool { hasPrefix(folder + "/") }
}
