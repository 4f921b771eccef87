import KioskCore
import KioskIO

/// A small AVIF whose file says one size and whose stream another.
enum ClaimedAVIF {
    /// 24×16 by the file; as large as told by the sequence header of the stream (AV1, 5.5.1).
    static func make(_ claimed: Size) throws -> [UInt8] {
        let folder = try TestFolder()
        try folder.write(PNG.encode(Photo(size: Size(width: 24, height: 16)) { _ in }), to: "a.png")
        let run = try Program.run("heif-enc", ["-A", "-o", "a.avif", "a.png"], in: folder)
        guard run.status == 0 else { throw KioskError(.bug, run.errors) }
        let bytes = try folder.bytes("a.avif")
        // A temporal delimiter, and then the header, each with its length.
        let start = bytes.indices.first { Array(bytes[$0...].prefix(3)) == [0x12, 0x00, 0x0A] }
        guard let start else { throw KioskError(.bug, "no sequence header") }
        let (head, length) = (start + 4, Int(bytes[start + 3]))
        let other = header(Array(bytes[head..<head + length]), claimed)
        var made = Array(bytes[..<(start + 3)]) + [UInt8(other.count)] + other
        made += bytes[(head + length)...]
        // The picture is the file's last part: its box, and the one place that tells its length.
        let data = bytes.count - start
        lengthen(&made, ahead(of: bytes, value: data + 8), by: other.count - length)
        lengthen(&made, ahead(of: bytes, value: data), by: other.count - length)
        return made
    }

    /// The header with other sides, in 16 bits each.
    private static func header(_ bytes: [UInt8], _ claimed: Size) -> [UInt8] {
        let bits = bytes.flatMap { byte in (0..<8).map { byte >> (7 - UInt8($0)) & 1 } }
        let number = { (range: Range<Int>) in bits[range].reduce(0) { $0 * 2 + Int($1) } }
        // Profile, still picture, reduced header and level have ten bits; then how many the sides have.
        let sides = 10 + 8 + number(10..<14) + 1 + number(14..<18) + 1
        let sixteen = { (value: Int) in (0..<16).map { UInt8(value >> (15 - $0) & 1) } }
        var made = bits[..<10] + [UInt8](repeating: 1, count: 8)
        made += sixteen(claimed.width - 1) + sixteen(claimed.height - 1) + bits[sides...]
        made += [UInt8](repeating: 0, count: (8 - made.count % 8) % 8)
        return stride(from: 0, to: made.count, by: 8).map { start in
            made[start..<start + 8].reduce(0) { $0 << 1 | $1 }
        }
    }

    private static func ahead(of bytes: [UInt8], value: Int) -> Int? {
        bytes.indices.dropLast(3).first { index in
            bytes[index..<index + 4].reduce(0) { $0 << 8 | Int($1) } == value
        }
    }

    private static func lengthen(_ bytes: inout [UInt8], _ place: Int?, by count: Int) {
        guard let place else { return }
        bytes[place + 3] += UInt8(count)
    }
}
