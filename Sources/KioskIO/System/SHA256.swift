import CNettle

/// Nettle's SHA-256 (FIPS 180-4), by the processor's own instructions for it where it has them: four to five times as
/// quick as libsodium's then.
public struct SHA256 {
    private var state = sha256_ctx()

    /// A sum of nothing yet.
    public init() { nettle_sha256_init(&state) }

    /// Adds bytes to the sum.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        nettle_sha256_update(&state, bytes.count, bytes.bindMemory(to: UInt8.self).baseAddress)
    }

    /// The sum of all that was added, 64 lower-case hex digits. Nothing can be added after it.
    public mutating func hex() -> String {
        var sum = [UInt8](repeating: 0, count: 32)
        nettle_sha256_digest(&state, sum.count, &sum)
        return Self.digits(of: sum)
    }

    /// Bytes as lower-case hex digits.
    static func digits(of sum: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = sum.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The sum of some bytes, 64 lower-case hex digits.
    public static func hex(_ bytes: [UInt8]) -> String {
        var sum = SHA256()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum.hex()
    }
}
