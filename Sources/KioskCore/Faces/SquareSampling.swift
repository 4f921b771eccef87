extension TurnedSquare {
    /// The square's picture of `edge` × `edge` pixels as a face model takes it: R G B interleaved, from
    /// `range`'s lower bound for black to its upper one for white, linear between pixels; black outside.
    ///
    /// - Parameter numbers: `3 × edge × edge` places to be filled.
    public func sample(
        _ photo: Photo, edge: Int, range: ClosedRange<Float>,
        into numbers: UnsafeMutableBufferPointer<Float>
    ) {
        precondition(numbers.count == 3 * edge * edge, "a number for each channel")
        let step = side / Double(edge)
        let (across, down) = (
            Point(x: step * cosine, y: step * sine), Point(x: -step * sine, y: step * cosine)
        )
        let first = inPicture(Point(x: 0.5 / Double(edge), y: 0.5 / Double(edge)))
        photo.pixels.withUnsafeBufferPointer { pixels in
            let sampler = PixelSampler(pixels: pixels, size: photo.size, range: range)
            for row in 0..<edge {
                for column in 0..<edge {
                    let (right, low) = (Double(column), Double(row))
                    sampler.sample(
                        x: first.x + right * across.x + low * down.x - 0.5,
                        y: first.y + right * across.y + low * down.y - 0.5,
                        into: numbers, at: 3 * (row * edge + column))
                }
            }
        }
    }
}

/// A picture's colours between its pixels, as numbers from a range.
private struct PixelSampler {
    private let pixels: UnsafeBufferPointer<UInt8>
    private let (width, height): (Int, Int)
    private let black: Float
    /// How much a level of 255 is.
    private let scale: Float

    init(pixels: UnsafeBufferPointer<UInt8>, size: Size, range: ClosedRange<Float>) {
        (self.pixels, width, height) = (pixels, size.width, size.height)
        (black, scale) = (range.lowerBound, (range.upperBound - range.lowerBound) / 255)
    }

    /// The colour at a place, in pixels from the middle of the first one.
    @inline(__always)
    func sample(
        x: Double, y: Double, into numbers: UnsafeMutableBufferPointer<Float>, at index: Int
    ) {
        guard x > -1, y > -1, x < Double(width), y < Double(height) else {
            for channel in 0..<3 { numbers[index + channel] = black }
            return
        }
        let (left, top) = (Int(x + 1) - 1, Int(y + 1) - 1)
        let (right, low) = (Float(x - Double(left)), Float(y - Double(top)))
        guard left < 0 || top < 0 || left + 1 >= width || top + 1 >= height else {
            return sampleInside(left, top, right, low, into: numbers, at: index)
        }
        let weights = (
            (1 - right) * (1 - low) * weight(left, top), right * (1 - low) * weight(left + 1, top),
            (1 - right) * low * weight(left, top + 1), right * low * weight(left + 1, top + 1)
        )
        let (near, far) = (max(left, 0), min(left + 1, width - 1))
        let upper = (max(top, 0) * width, min(top + 1, height - 1) * width)
        for channel in 0..<3 {
            let sum =
                weights.0 * Float(pixels[3 * (upper.0 + near) + channel])
                + weights.1 * Float(pixels[3 * (upper.0 + far) + channel])
                + weights.2 * Float(pixels[3 * (upper.1 + near) + channel])
                + weights.3 * Float(pixels[3 * (upper.1 + far) + channel])
            numbers[index + channel] = black + scale * sum
        }
    }

    /// The same where all four pixels about the place are the picture's.
    @inline(__always)
    private func sampleInside(
        _ left: Int, _ top: Int, _ right: Float, _ low: Float,
        into numbers: UnsafeMutableBufferPointer<Float>, at index: Int
    ) {
        let upper = 3 * (top * width + left)
        let lower = upper + 3 * width
        for channel in 0..<3 {
            let above = Float(pixels[upper + channel])
            let below = Float(pixels[lower + channel])
            let high = above + right * (Float(pixels[upper + 3 + channel]) - above)
            let deep = below + right * (Float(pixels[lower + 3 + channel]) - below)
            numbers[index + channel] = black + scale * (high + low * (deep - high))
        }
    }

    /// 1 inside the picture, 0 outside.
    @inline(__always)
    private func weight(_ x: Int, _ y: Int) -> Float {
        x >= 0 && y >= 0 && x < width && y < height ? 1 : 0
    }
}
