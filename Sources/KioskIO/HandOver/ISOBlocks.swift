import CISOFS
import Foundation

/// The bytes of an image as libisofs makes them, block by block.
struct ISOBlocks: ~Copyable {
    private let source: UnsafeMutablePointer<burn_source>

    /// Takes over the source.
    init(source: UnsafeMutablePointer<burn_source>) { self.source = source }

    deinit {
        _ = source.pointee.cancel?(source)
        source.pointee.free_data?(source)
        free(source)
    }

    /// The length of the whole image.
    var byteCount: Int { Int(source.pointee.get_size?(source) ?? 0) }

    /// The next bytes: as many as asked for, a whole number of 2048-byte blocks, or as many as are left; none after the
    /// last, nil after an error.
    func next(_ count: Int) -> [UInt8]? {
        var isBroken = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let step = Int32(min(2048, count - filled))
                let got =
                    source.pointee.read_xt?(source, buffer.baseAddress.map { $0 + filled }, step)
                    ?? -1
                isBroken = got < 0
                guard got > 0 else { break }
                filled += Int(got)
            }
        }
        return isBroken ? nil : bytes
    }
}
