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

extension GrayImage {
    /// The picture with its longer side `longSide`, larger or smaller, for readers of codes: by
    /// the mean of the covered pixels when smaller, by linear interpolation when larger.
    public func resampled(toLongSide longSide: Int) -> GrayImage {
        let own = max(width, height)
        guard own != longSide, own > 0 else { return self }
        let target = Size(
            width: max(1, width * longSide / own), height: max(1, height * longSide / own))
        return longSide < own ? averaged(to: target) : interpolated(to: target)
    }

    private func averaged(to target: Size) -> GrayImage {
        let columns = (0...target.width).map { $0 * width / target.width }
        let rows = (0...target.height).map { $0 * height / target.height }
        return GrayImage(size: target) { output in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<target.height {
                    for x in 0..<target.width {
                        var sum = 0
                        let xs = columns[x]..<max(columns[x + 1], columns[x] + 1)
                        let ys = rows[y]..<max(rows[y + 1], rows[y] + 1)
                        for row in ys {
                            for column in xs { sum += Int(source[row * width + column]) }
                        }
                        output[y * target.width + x] = UInt8(sum / (xs.count * ys.count))
                    }
                }
            }
        }
    }

    private func interpolated(to target: Size) -> GrayImage {
        let columns = Self.positions(width, target.width)
        let rows = Self.positions(height, target.height)
        return GrayImage(size: target) { output in
            pixels.withUnsafeBufferPointer { source in
                for (y, row) in rows.enumerated() {
                    for (x, column) in columns.enumerated() {
                        let upper = row.first * width
                        let lower = row.second * width
                        let top = Self.mix(
                            source[upper + column.first], source[upper + column.second],
                            column.share)
                        let bottom = Self.mix(
                            source[lower + column.first], source[lower + column.second],
                            column.share)
                        output[y * target.width + x] =
                            UInt8((top * (256 - row.share) + bottom * row.share + 32_768) >> 16)
                    }
                }
            }
        }
    }

    private static func mix(_ first: UInt8, _ second: UInt8, _ share: Int) -> Int {
        Int(first) * (256 - share) + Int(second) * share
    }

    /// For each target pixel the two source pixels it lies between and the second's share of 256.
    private static func positions(_ source: Int, _ target: Int)
        -> [(first: Int, second: Int, share: Int)]
    {
        (0..<target).map { index in
            let place = max(0, (2 * index + 1) * source * 128 / target - 128)
            let first = min(place >> 8, source - 1)
            return (first, min(first + 1, source - 1), place & 255)
        }
    }
}
