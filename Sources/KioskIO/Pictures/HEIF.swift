import CHEIF
import KioskCore

/// libheif: HEIC, as iPhones save pictures, and AVIF.
struct HEIF: ~Copyable {
    private let context: OpaquePointer
    private let handle: OpaquePointer

    /// The first picture in a HEIC or AVIF file, upright as the file says, in sRGB; transparent parts are
    /// laid on the ground.
    ///
    /// - Throws: `picture.format`, `picture.large`, `picture.truncated`.
    static func decode(
        _ bytes: [UInt8], name: String, on ground: Photo.Ground = .white
    ) throws(KioskError) -> Photo {
        try bytes.withUnsafeBufferPointer { bytes throws(KioskError) in
            try HEIF(bytes, name: name).photo(name, on: ground)
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

    private borrowing func photo(
        _ name: String, on ground: Photo.Ground
    ) throws(KioskError) -> Photo {
        let size = Size(
            width: Int(heif_image_handle_get_width(handle)),
            height: Int(heif_image_handle_get_height(handle)))
        guard size.width * size.height <= PictureLimits.mostHEIFPixels else {
            throw KioskError(.pictureLarge, name, detail: "\(size)")
        }
        var photo = try HEIFDecoding.photo(handle, size, name, on: ground)
        profile()?.convert(&photo)
        return photo
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

    /// Why libheif refuses a picture.
    ///
    /// - Parameter words: what it said; nil where `error` has the words.
    static func refusal(_ error: heif_error, words: String? = nil, _ name: String) -> KioskError {
        let code: KioskError.Code =
            switch error.subcode {
            case heif_suberror_Security_limit_exceeded: .pictureLarge
            case heif_suberror_End_of_data: .pictureTruncated
            default: .pictureFormat
            }
        let words = words ?? error.message.map { String(cString: $0) } ?? ""
        return KioskError(code, name, detail: words)
    }
}
