public import KioskCore

extension Photo {
    /// The same picture moved to the right by so many pixels, or to the left where they are negative; the
    /// column at the edge is repeated.
    public func moved(by pixels: Int) -> Photo {
        Photo(size: size) { output in
            for row in 0..<height {
                for column in 0..<width {
                    let source = min(max(0, column - pixels), width - 1)
                    for channel in 0..<3 {
                        output[3 * (row * width + column) + channel] =
                            self.pixels[3 * (row * width + source) + channel]
                    }
                }
            }
        }
    }
}
