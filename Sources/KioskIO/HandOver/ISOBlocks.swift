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

    /// Fills the buffer as far as there is anything left. A whole number of 2048-byte blocks is
    /// asked for; 0 at the end, negative after an error.
    func read(into buffer: inout [UInt8]) -> Int {
        let count = Int32(buffer.count)
        return buffer.withUnsafeMutableBufferPointer { bytes in
            var filled: Int32 = 0
            while filled < count {
                let step = min(2048, count - filled)
                let got =
                    source.pointee.read_xt?(
                        source, bytes.baseAddress.map { $0 + Int(filled) }, step) ?? -1
                if got < 0 { return -1 }
                if got == 0 { break }
                filled += got
            }
            return Int(filled)
        }
    }
}
