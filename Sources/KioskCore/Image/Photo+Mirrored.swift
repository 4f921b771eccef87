extension Photo {
    /// The strip at the picture's left or right edge and its mirror image, side by side about that edge.
    ///
    /// - Parameters:
    ///   - isLeft: the left edge, else the right one.
    ///   - inset: columns at the edge that are left out.
    ///   - columns: the strip's width; the result's is twice that.
    public func mirrored(at isLeft: Bool, from inset: Int, columns: Int) -> Photo {
        var strip = Photo()
        strip.refill(size: Size(width: 2 * columns, height: height)) { output in
            for row in 0..<height {
                for column in 0..<columns {
                    let place = inset + column
                    let source = 3 * (row * width + (isLeft ? place : width - 1 - place))
                    let (own, mirrored) = (columns + column, columns - 1 - column)
                    for channel in 0..<3 {
                        let value = pixels[source + channel]
                        output[3 * (row * 2 * columns + own) + channel] = value
                        output[3 * (row * 2 * columns + mirrored) + channel] = value
                    }
                }
            }
        }
        return strip
    }
}
