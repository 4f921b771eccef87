extension GrayImage {
    /// The picture turned about its middle, clockwise by the angle whose sine and cosine are given; as
    /// large as before, black where nothing was. For looking only; no portrait is made of it.
    public func turned(sine: Double, cosine: Double) -> GrayImage {
        let (cx, cy) = (Double(width - 1) / 2, Double(height - 1) / 2)
        return GrayImage(size: size) { output in
            for row in 0..<height {
                for column in 0..<width {
                    let (dx, dy) = (Double(column) - cx, Double(row) - cy)
                    let x = Int((cx + dx * cosine + dy * sine).rounded())
                    let y = Int((cy - dx * sine + dy * cosine).rounded())
                    let isInside = x >= 0 && y >= 0 && x < width && y < height
                    output[row * width + column] = isInside ? pixels[y * width + x] : 0
                }
            }
        }
    }

    /// Where a place of the turned picture is in this one.
    public func place(ofTurned point: Point, sine: Double, cosine: Double) -> Point {
        let (cx, cy) = (Double(width - 1) / 2, Double(height - 1) / 2)
        let (dx, dy) = (point.x - cx, point.y - cy)
        return Point(x: cx + dx * cosine + dy * sine, y: cy - dx * sine + dy * cosine)
    }
}
