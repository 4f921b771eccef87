/// SHA256SUMS as the program writes it, read back strictly: whatever a flipped bit makes of it is
/// a bad line or another sum, never the same list.
public struct ChecksumList: Hashable, Sendable {
    /// The file's name on a disc.
    public static let name = "SHA256SUMS"

    /// SHA-256 by path.
    public private(set) var sums: [String: String] = [:]
    /// The numbers, from 1, of lines that are not as the program writes them.
    public private(set) var badLines: [Int] = []

    /// Reads lines of 64 lower-case hex digits, two spaces and a path, each ended by a line feed.
    public init(parsing bytes: [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let rest = lines.popLast() ?? []
        for (index, line) in lines.enumerated() {
            guard let (sum, path) = Self.entry(line), sums[path] == nil else {
                badLines.append(index + 1)
                continue
            }
            sums[path] = sum
        }
        if !rest.isEmpty || lines.isEmpty { badLines.append(lines.count + 1) }
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (sum: String, path: String)? {
        let digits = line.prefix(64)
        let isHex = digits.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        guard digits.count == 64, isHex, Array(line.dropFirst(64).prefix(2)) == [0x20, 0x20],
            let path = String(validating: line.dropFirst(66), as: UTF8.self), !path.isEmpty
        else { return nil }
        return (String(decoding: digits, as: UTF8.self), path)
    }
}
