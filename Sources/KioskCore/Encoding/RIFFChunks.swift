/// The chunks of a WebP file, beside its picture (RFC 9649, 2.3).
public struct RIFFChunks: Sendable {
    private let bytes: [UInt8]
    private var bodies: [String: Range<Int>] = [:]

    /// The chunks of a file's bytes; the first of each name, as far as the bytes go.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var place = 12
        while place + 8 <= bytes.count {
            let name = String(decoding: bytes[place..<place + 4], as: UTF8.self)
            let length = (0..<4).reduce(0) { $0 | Int(bytes[place + 4 + $1]) << (8 * $1) }
            let (begin, end) = (place + 8, place + 8 + length)
            guard end <= bytes.count else { return }
            bodies[name] = bodies[name] ?? begin..<end
            place = end + length % 2
        }
    }

    /// A chunk's bytes.
    public subscript(name: String) -> [UInt8]? { bodies[name].map { Array(bytes[$0]) } }
}
