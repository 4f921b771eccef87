import CXXHash
import KioskCore

/// xxHash's XXH3 of 128 bits: against accidents, not against people, and about as quick as memory is read.
/// `xxhsum -H128` gives the same.
final class XXH3 {
    private let state: OpaquePointer

    /// A sum of nothing yet.
    ///
    /// - Throws: `bug` where there is no memory.
    init() throws(KioskError) {
        guard let made = XXH3_createState() else { throw KioskError(.bug, "xxhash") }
        state = made
        XXH3_128bits_reset(state)
    }

    deinit { XXH3_freeState(state) }

    /// Adds bytes to the sum.
    func add(_ bytes: UnsafeRawBufferPointer) {
        XXH3_128bits_update(state, bytes.baseAddress, bytes.count)
    }

    /// The sum of all that was added so far, 32 lower-case hex digits.
    func hex() -> String {
        var canonical = XXH128_canonical_t()
        XXH128_canonicalFromHash(&canonical, XXH3_128bits_digest(state))
        return withUnsafeBytes(of: &canonical) { SHA256.digits(of: Array($0)) }
    }
}
