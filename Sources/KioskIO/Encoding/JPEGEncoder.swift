import CJPEG
import KioskCore

/// libjpeg-turbo's compressor. Not for use by two threads at once.
struct JPEGEncoder: ~Copyable {
    private let encoder: OpaquePointer

    /// - Throws: `jpeg.codec` where memory is short.
    init() throws(KioskError) {
        guard let encoder = cjpeg_create_encoder() else { throw KioskError(.jpeg) }
        self.encoder = encoder
    }

    deinit { cjpeg_destroy_encoder(encoder) }

    /// The bytes of a baseline JPEG, encoded with the accurate DCT and the Huffman tables of T.81, K.3.
    ///
    /// - Throws: `jpeg.codec`.
    borrowing func encode(
        _ photo: Photo, _ tables: QuantisationTables, _ subsampling: Subsampling
    ) throws(KioskError) -> [UInt8] {
        let bytes = tables.luma.steps.withUnsafeBufferPointer { luma in
            tables.chroma.steps.withUnsafeBufferPointer { chroma in
                let settings = cjpeg_settings(
                    width: UInt32(photo.width), height: UInt32(photo.height),
                    luma: luma.baseAddress, chroma: chroma.baseAddress,
                    is_half: subsampling == .half ? 1 : 0)
                return encode(photo, settings)
            }
        }
        guard !bytes.isEmpty else {
            throw KioskError(.jpeg, detail: String(cString: cjpeg_encoder_words(encoder)))
        }
        return bytes
    }

    private borrowing func encode(_ photo: Photo, _ settings: cjpeg_settings) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: Self.most(photo.size)) { output, count in
            count = withUnsafePointer(to: settings) {
                cjpeg_encode(encoder, photo.pixels, $0, output.baseAddress, output.count)
            }
        }
    }

    /// More than any JPEG of that size has: twice the bytes of its pixels, filled up to whole blocks, and its
    /// header.
    private static func most(_ size: Size) -> Int {
        func filled(_ side: Int) -> Int { (side + 15) / 16 * 16 }
        return 6 * filled(size.width) * filled(size.height) + 2_048
    }
}
