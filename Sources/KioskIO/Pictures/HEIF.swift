import CHEIF
import KioskCore

/// libheif: HEIC, as iPhones save pictures, and AVIF.
struct HEIF: ~Copyable {
    private let context: OpaquePointer
    private let handle: OpaquePointer

    /// The first picture in a HEIC or AVIF file, upright as the file says, in sRGB; transparent parts are
    /// laid on white.
    ///
    /// - Throws: `picture.format`, `picture.large`, `picture.truncated`.
    static func decode(_ bytes: [UInt8], name: String) throws(KioskError) -> Photo {
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            try HEIF(bytes, name: name).photo(name)
        }
    }

    /// Reads a file's boxes; its bytes stay with the caller for as long as this lives.
    private init(_ bytes: UnsafeBufferPointer<UInt8>, name: String) throws(KioskError) {
        guard let context = heif_context_alloc() else { throw KioskError(.pictureFormat, name) }
        // Of any side: what both sides make together is judged before anything is decoded.
        heif_context_set_maximum_image_size_limit(context, Int32(PictureLimits.mostSide))
        var handle: OpaquePointer?
        var error = heif_context_read_from_memory_without_copy(
            context, bytes.baseAddress, bytes.count, nil)
        if error.code == heif_error_Ok {
            error = heif_context_get_primary_image_handle(context, &handle)
        }
        guard error.code == heif_error_Ok, let handle else {
            // Its words go with the context.
            let refusal = Self.refusal(error, name)
            heif_context_free(context)
            throw refusal
        }
        (self.context, self.handle) = (context, handle)
    }

    deinit {
        heif_image_handle_release(handle)
        heif_context_free(context)
    }

    private borrowing func photo(_ name: String) throws(KioskError) -> Photo {
        let size = Size(
            width: Int(heif_image_handle_get_width(handle)),
            height: Int(heif_image_handle_get_height(handle)))
        guard size.width * size.height <= PictureLimits.mostHEIFPixels else {
            throw KioskError(.pictureLarge, name, detail: "\(size)")
        }
        var image: OpaquePointer?
        let error = heif_decode_image(
            handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nil)
        guard error.code == heif_error_Ok, let image else { throw Self.refusal(error, name) }
        defer { heif_image_release(image) }
        guard var photo = Self.photo(image, size) else { throw KioskError(.pictureFormat, name) }
        profile()?.convert(&photo)
        return photo
    }

    /// The rows without padding; nil where the picture is not as large as it was said to be.
    private static func photo(_ image: OpaquePointer, _ size: Size) -> Photo? {
        var stride: Int32 = 0
        let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride)
        guard let plane, Int(stride) >= size.width * 4,
            Int(heif_image_get_width(image, heif_channel_interleaved)) == size.width,
            Int(heif_image_get_height(image, heif_channel_interleaved)) == size.height
        else { return nil }
        let bytes = UnsafeBufferPointer(
            start: plane, count: (size.height - 1) * Int(stride) + size.width * 4)
        return Photo(layingOnWhite: bytes, stride: Int(stride), size: size)
    }

    /// The picture's ICC profile; nil where there is none, or where the colours have been told by numbers,
    /// which libheif follows.
    private borrowing func profile() -> ColourProfile? {
        let kind = heif_image_handle_get_color_profile_type(handle)
        guard [heif_color_profile_type_prof, heif_color_profile_type_rICC].contains(kind) else {
            return nil
        }
        var icc = [UInt8](repeating: 0, count: heif_image_handle_get_raw_color_profile_size(handle))
        guard heif_image_handle_get_raw_color_profile(handle, &icc).code == heif_error_Ok else {
            return nil
        }
        return ColourProfile(icc: icc)
    }

    private static func refusal(_ error: heif_error, _ name: String) -> KioskError {
        let code: KioskError.Code =
            switch error.subcode {
            case heif_suberror_Security_limit_exceeded: .pictureLarge
            case heif_suberror_End_of_data: .pictureTruncated
            default: .pictureFormat
            }
        return KioskError(code, name, detail: error.message.map { String(cString: $0) } ?? "")
    }
}
