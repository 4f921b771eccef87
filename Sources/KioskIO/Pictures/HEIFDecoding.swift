import CHEIF
import Foundation
import KioskCore

/// Has libheif decode a picture in a copy of this process. What its decoders allocate goes by the size that is coded
/// in the picture's stream, which need not be the one the file tells, and libheif 1.15 sets them no limit: 350 bytes
/// can ask for 1.6 GB.
struct HEIFDecoding {
    /// The picture, of this process's own libheif.
    private var handle: OpaquePointer
    private var size: Size
    /// What the decoder said.
    private var error = heif_error()
    /// What it said in words: its own pointer leads into the copy's memory.
    private static let mostWords = 200
    /// Where the pixels begin, after this value and the words: RGBA.
    private static let begin = 512
    /// Of work: ten times what the largest takes on a slow machine.
    private static let mostSeconds: UInt32 = 30

    private init(_ handle: OpaquePointer, _ size: Size) {
        (self.handle, self.size) = (handle, size)
    }

    /// What decoders need for a picture of that size: planes in 16 bits, references and RGBA, and for each
    /// processor a thread with its stack.
    private static func mostBytes(_ size: Size) -> Int {
        size.width * size.height * 16 + 64 << 20 + sysconf(Int32(_SC_NPROCESSORS_ONLN)) * 10 << 20
    }

    /// The picture, transparent parts on the ground, in the colours of the file.
    ///
    /// - Throws: `picture.format`; `picture.large` where it asks for more than its size explains; `picture.truncated`.
    static func photo(
        _ handle: OpaquePointer, _ size: Size, _ name: String, on ground: Photo.Ground
    ) throws(KioskError) -> Photo {
        let large = KioskError(.pictureLarge, name, detail: "\(size)")
        let count = size.width * size.height * 4
        guard let memory = SharedMemory(count: begin + count) else { throw large }
        let decoding = memory.start.bindMemory(to: HEIFDecoding.self, capacity: 1)
        decoding.initialize(to: HEIFDecoding(handle, size))
        let isDone = memory.write(taking: mostBytes(size), seconds: mostSeconds) { start in
            if let start { HEIFDecoding.decode(start) }
        }
        guard isDone else { throw large }
        guard decoding.pointee.error.code == heif_error_Ok else {
            throw HEIF.refusal(decoding.pointee.error, words: words(memory.start), name)
        }
        let pixels = UnsafeBufferPointer(
            start: (memory.start + begin).assumingMemoryBound(to: UInt8.self), count: count)
        return Photo(laying: pixels, stride: size.width * 4, on: ground, size: size)
    }

    private static func words(_ start: UnsafeMutableRawPointer) -> String {
        String(cString: (start + begin - mostWords).assumingMemoryBound(to: CChar.self))
    }

    // MARK: in the copy

    private static func decode(_ start: UnsafeMutableRawPointer) {
        let decoding = start.assumingMemoryBound(to: HEIFDecoding.self)
        var image: OpaquePointer?
        var error = heif_decode_image(
            decoding.pointee.handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGBA, nil)
        if error.code == heif_error_Ok, !copy(image, decoding.pointee.size, to: start + begin) {
            (error.code, error.message) = (heif_error_Invalid_input, nil)
        }
        if let message = error.message {
            strncpy(
                (start + begin - mostWords).assumingMemoryBound(to: CChar.self), message,
                mostWords - 1)
        }
        decoding.pointee.error = error
    }

    /// The rows without padding; false where the picture is not as large as it was said to be.
    private static func copy(
        _ image: OpaquePointer?, _ size: Size, to pixels: UnsafeMutableRawPointer
    ) -> Bool {
        var stride: Int32 = 0
        guard
            let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride),
            Int(stride) >= size.width * 4,
            Int(heif_image_get_width(image, heif_channel_interleaved)) == size.width,
            Int(heif_image_get_height(image, heif_channel_interleaved)) == size.height
        else { return false }
        for row in 0..<size.height {
            memcpy(pixels + row * size.width * 4, plane + row * Int(stride), size.width * 4)
        }
        return true
    }
}
