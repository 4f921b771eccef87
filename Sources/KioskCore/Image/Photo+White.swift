extension Photo {
    /// A picture of R G B A pixels, rows without padding; its transparent parts are laid on white.
    public init(layingOnWhite rgba: [UInt8], size: Size) {
        self.init(size: size) { rgb in
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
