import CPNG
public import KioskCore

/// libpng's simplified API.
public enum PNG {
    /// The picture in a PNG; transparent parts are laid on white.
    ///
    /// - Throws: `picture.format`, or `picture.truncated` where the data ends too early.
    public static func decode(_ bytes: [UInt8], name: String) throws(KioskError) -> Photo {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, bytes, bytes.count) != 0 else {
            throw failure(image, name)
        }
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        let size = Size(width: Int(image.width), height: Int(image.height))
        guard size.width * size.height <= 120_000_000 else {
            throw KioskError(.pictureFormat, name)
        }
        var white = png_color(red: 255, green: 255, blue: 255)
        var isDone: Int32 = 0
        let photo = Photo(size: size) { pixels in
            pixels.initialize(repeating: 255)
            isDone = png_image_finish_read(&image, &white, pixels.baseAddress, 0, nil)
        }
        guard isDone != 0 else { throw failure(image, name) }
        return photo
    }

    /// A PNG of a picture, packed quickly rather than tightly.
    ///
    /// - Throws: `bug` with libpng's words; a picture in memory can always be packed.
    public static func encode(_ photo: Photo) throws(KioskError) -> [UInt8] {
        var image = png_image()
        image.version = png_uint_32(PNG_IMAGE_VERSION)
        image.width = png_uint_32(photo.width)
        image.height = png_uint_32(photo.height)
        image.format = png_uint_32(PNG_FORMAT_FLAG_COLOR)
        image.flags = png_uint_32(PNG_IMAGE_FLAG_FAST)
        let capacity = photo.pixels.count + photo.pixels.count / 8 + 65_536
        var length = capacity
        var isDone: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
            isDone = png_image_write_to_memory(
                &image, output.baseAddress, &length, 0, photo.pixels, 0, nil)
            count = isDone != 0 ? length : 0
        }
        guard isDone != 0 else { throw KioskError(.bug, "libpng", detail: words(image)) }
        return bytes
    }

    private static func failure(_ image: png_image, _ name: String) -> KioskError {
        let words = words(image)
        let isShort = words.contains("truncated") || words.contains("read beyond end")
        return KioskError(isShort ? .pictureTruncated : .pictureFormat, name, detail: words)
    }

    private static func words(_ image: png_image) -> String {
        withUnsafeBytes(of: image.message) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
