/// A colour picture that owns its pixels: 8 bits a channel, R G B interleaved, rows from the top
/// without padding (stride = 3 × width).
///
/// A portrait may be cropped and scaled and nothing else (notice 教毕指〔2017〕99号), so there is no
/// mirroring or retouching to call, and nothing is turned but what does not stand upright: a saved
/// picture by its Exif tag, a frame by its camera's mount.
public struct Photo: Equatable, Sendable {
    /// Columns and rows.
    public private(set) var size: Size
    /// `3 × width × height` bytes, R G B per pixel.
    public private(set) var pixels: [UInt8]

    /// A picture of the given pixels; traps where their number is not 3 × width × height.
    public init(size: Size, pixels: [UInt8]) {
        precondition(pixels.count == size.width * size.height * 3, "a photo has 3 bytes a pixel")
        self.size = size
        self.pixels = pixels
    }

    /// A picture filled by the closure, which gets the uninitialised `3 × width × height` bytes.
    public init(
        size: Size, filling: (UnsafeMutableBufferPointer<UInt8>) throws -> Void
    ) rethrows {
        let count = size.width * size.height * 3
        self.size = size
        self.pixels = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            try filling(buffer)
            initialized = count
        }
    }

    /// A picture without pixels, to be filled later.
    public init() { self.init(size: Size(width: 0, height: 0), pixels: []) }

    /// Replaces the picture. The closure gets the `3 × width × height` bytes with what they held;
    /// they are the same storage as before where the number of pixels is and nobody else holds it.
    /// Where the closure throws, the picture has the new size and any pixels.
    public mutating func refill<Failure>(
        size: Size, filling: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        self.size = size
        try pixels.refill(count: size.width * size.height * 3, filling: filling)
    }

    /// Replaces the picture by another one's pixels, in the storage it has where they are as many.
    public mutating func refill(copying other: Photo) {
        refill(size: other.size) { pixels in
            other.pixels.withUnsafeBufferPointer { _ = pixels.update(from: $0) }
        }
    }

    /// Columns.
    public var width: Int { size.width }
    /// Rows.
    public var height: Int { size.height }

    /// The luma of every pixel by ITU-R BT.601 (0.299 R + 0.587 G + 0.114 B), full range.
    public func gray() -> GrayImage {
        var gray = GrayImage()
        self.gray(into: &gray)
        return gray
    }

    /// The same, in the storage of a gray picture.
    public func gray(into gray: inout GrayImage) {
        gray.refill(size: size) { luma in
            pixels.withUnsafeBufferPointer { rgb in
                for index in 0..<luma.count {
                    luma[index] = KioskCore.luma(
                        (rgb[3 * index], rgb[3 * index + 1], rgb[3 * index + 2]))
                }
            }
        }
    }
}

extension [UInt8] {
    /// Hands out `count` bytes to be overwritten: the array's own where it has room for them, new
    /// ones otherwise.
    mutating func refill<Failure>(
        count: Int, filling: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        if capacity < count { self = [] }
        if self.count > count { removeLast(self.count - count) }
        append(contentsOf: repeatElement(0, count: count - self.count))
        try withUnsafeMutableBufferPointer { bytes throws(Failure) in try filling(bytes) }
    }
}
