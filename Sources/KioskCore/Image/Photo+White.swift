extension Photo {
    /// A picture of R G B A pixels without padding, whose transparent parts show white, in the storage of those pixels.
    public init(layingOnWhite rgba: consuming [UInt8], size: Size) {
        let count = size.width * size.height
        rgba.withUnsafeMutableBufferPointer { bytes in
            for pixel in 0..<count {
                let alpha = Int(bytes[4 * pixel + 3])
                for channel in 0..<3 {
                    bytes[3 * pixel + channel] = Self.onWhite(bytes[4 * pixel + channel], alpha)
                }
            }
        }
        rgba.removeLast(rgba.count - 3 * count)
        self.init(size: size, pixels: rgba)
    }

    /// A picture of R G B A pixels on loan, rows `stride` bytes apart, whose transparent parts show white.
    public init(layingOnWhite rgba: UnsafeBufferPointer<UInt8>, stride: Int, size: Size) {
        self.init(size: size) { rgb in
            for row in 0..<size.height {
                for column in 0..<size.width {
                    let (from, to) = (row * stride + 4 * column, 3 * (row * size.width + column))
                    let alpha = Int(rgba[from + 3])
                    for channel in 0..<3 {
                        rgb[to + channel] = Self.onWhite(rgba[from + channel], alpha)
                    }
                }
            }
        }
    }

    private static func onWhite(_ level: UInt8, _ alpha: Int) -> UInt8 {
        UInt8((Int(level) * alpha + 255 * (255 - alpha) + 127) / 255)
    }
}
