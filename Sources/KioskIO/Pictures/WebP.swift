import CWebP
import KioskCore

/// libwebp's simple decoder.
enum WebP {
    /// The picture in a WebP file; transparent parts are laid on white.
    ///
    /// - Throws: `picture.format`.
    static func decode(_ bytes: [UInt8], name: String) throws(KioskError) -> Photo {
        var width: Int32 = 0
        var height: Int32 = 0
        guard let rgba = WebPDecodeRGBA(bytes, bytes.count, &width, &height) else {
            throw KioskError(.pictureFormat, name)
        }
        defer { WebPFree(rgba) }
        let size = Size(width: Int(width), height: Int(height))
        return Photo(size: size) { rgb in
            for pixel in 0..<size.width * size.height {
                let alpha = Int(rgba[4 * pixel + 3])
                for channel in 0..<3 {
                    let level = Int(rgba[4 * pixel + channel]) * alpha + 255 * (255 - alpha)
                    rgb[3 * pixel + channel] = UInt8((level + 127) / 255)
                }
            }
        }
    }
}
