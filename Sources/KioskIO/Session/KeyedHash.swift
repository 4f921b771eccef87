import CSodium

/// libsodium's keyed BLAKE2b: look-ups by a person's code or number without either standing in an
/// index.
struct KeyedHash {
    private let key: [UInt8]

    /// A hash with a session's own key of 32 bytes.
    init(key: [UInt8]) { self.key = key }

    /// A new key from the system's random source.
    static func newKey() -> [UInt8] {
        _ = sodium_init()
        var key = [UInt8](repeating: 0, count: 32)
        randombytes_buf(&key, key.count)
        return key
    }

    /// 32 bytes that stand for the given ones in this session only.
    func lookup(_ bytes: [UInt8]) -> [UInt8] {
        var hash = [UInt8](repeating: 0, count: 32)
        crypto_generichash(&hash, hash.count, bytes, UInt64(bytes.count), key, key.count)
        return hash
    }
}
