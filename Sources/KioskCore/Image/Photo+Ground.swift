extension Photo {
    /// What shows where a picture is transparent.
    public enum Ground: UInt8, Sendable {
        /// Paper.
        case white = 255
        /// A dark page.
        case black = 0
    }

    /// A picture of R G B A pixels without padding, its transparent parts laid on a ground, in the storage of those
    /// pixels.
    public init(laying rgba: consuming [UInt8], on ground: Ground, size: Size) {
        let count = size.width * size.height
        rgba.withUnsafeMutableBufferPointer { bytes in
            for pixel in 0..<count {
                let alpha = Int(bytes[4 * pixel + 3])
                for channel in 0..<3 {
                    bytes[3 * pixel + channel] = Self.mix(bytes[4 * pixel + channel], alpha, ground)
                }
            }
        }
        rgba.removeLast(rgba.count - 3 * count)
        self.init(size: size, pixels: rgba)
    }

    /// A picture of R G B A pixels on loan, rows `stride` bytes apart, its transparent parts laid on a ground.
    public init(
        laying rgba: UnsafeBufferPointer<UInt8>, stride: Int, on ground: Ground, size: Size
    ) {
        self.init(size: size) { rgb in
            for row in 0..<size.height {
                for column in 0..<size.width {
                    let (from, to) = (row * stride + 4 * column, 3 * (row * size.width + column))
                    let alpha = Int(rgba[from + 3])
                    for channel in 0..<3 {
                        rgb[to + channel] = Self.mix(rgba[from + channel], alpha, ground)
                    }
                }
            }
        }
    }

    private static func mix(_ level: UInt8, _ alpha: Int, _ ground: Ground) -> UInt8 {
        UInt8((Int(level) * alpha + Int(ground.rawValue) * (255 - alpha) + 127) / 255)
    }
}
