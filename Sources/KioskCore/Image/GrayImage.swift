/// A luma picture that owns its pixels: one byte a pixel, 0 black to 255 white, rows from the top
/// without padding (stride = width).
public struct GrayImage: Equatable, Sendable {
    /// Columns and rows.
    public private(set) var size: Size
    /// `width × height` bytes.
    public private(set) var pixels: [UInt8]

    /// A picture of the given pixels; traps where their number is not width × height.
    public init(size: Size, pixels: [UInt8]) {
        precondition(pixels.count == size.width * size.height, "a gray image has 1 byte a pixel")
        self.size = size
        self.pixels = pixels
    }

    /// A picture filled by the closure, which gets the uninitialised `width × height` bytes.
    public init(
        size: Size, filling: (UnsafeMutableBufferPointer<UInt8>) throws -> Void
    ) rethrows {
        let count = size.width * size.height
        self.size = size
        self.pixels = try [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            try filling(buffer)
            initialized = count
        }
    }

    /// A picture without pixels, to be filled later.
    public init() { self.init(size: Size(width: 0, height: 0), pixels: []) }

    /// Replaces the picture. The closure gets the `width × height` bytes with what they held; they
    /// are the same storage as before where the number of pixels is and nobody else holds it.
    /// Where the closure throws, the picture has the new size and any pixels.
    public mutating func refill<Failure>(
        size: Size, filling: (UnsafeMutableBufferPointer<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        self.size = size
        try pixels.refill(count: size.width * size.height, filling: filling)
    }

    /// Columns.
    public var width: Int { size.width }
    /// Rows.
    public var height: Int { size.height }

    /// The negative: 255 − luma. Codes shown in a phone's dark mode are light on dark.
    public func inverted() -> GrayImage {
        GrayImage(size: size, pixels: pixels.map { 255 - $0 })
    }
}
