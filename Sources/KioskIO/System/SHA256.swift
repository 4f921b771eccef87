import CSodium

/// libsodium's SHA-256 (FIPS 180-4).
public struct SHA256 {
    private var state = crypto_hash_sha256_state()

    /// A sum of nothing yet.
    public init() { crypto_hash_sha256_init(&state) }

    /// Adds bytes to the sum.
    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        crypto_hash_sha256_update(
            &state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
    }

    /// The sum of all that was added, 64 lower-case hex digits. Nothing can be added after it.
    public mutating func hex() -> String {
        var sum = [UInt8](repeating: 0, count: 32)
        crypto_hash_sha256_final(&state, &sum)
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
