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
        let scale = (range.upperBound - range.lowerBound) / 255
        photo.pixels.withUnsafeBufferPointer { pixels in
            let sampler = PixelSampler(pixels: pixels, size: photo.size)
            for row in 0..<edge {
                for column in 0..<edge {
                    let place = inPicture(
                        Point(
                            x: (Double(column) + 0.5) / Double(edge),
                            y: (Double(row) + 0.5) / Double(edge)))
                    let color = sampler.color(at: place)
                    let index = 3 * (row * edge + column)
                    numbers[index] = range.lowerBound + scale * color.0
                    numbers[index + 1] = range.lowerBound + scale * color.1
                    numbers[index + 2] = range.lowerBound + scale * color.2
                }
            }
        }
    }
}

/// A picture's colours between its pixels, 0 to 255.
private struct PixelSampler {
    let pixels: UnsafeBufferPointer<UInt8>
    let size: Size

    /// The colour at a place; a pixel's middle is half a pixel from its corner.
    @inline(__always)
    func color(at place: Point) -> (Float, Float, Float) {
        let (x, y) = (place.x - 0.5, place.y - 0.5)
        guard x > -1, y > -1, x < Double(size.width), y < Double(size.height) else {
            return (0, 0, 0)
        }
        let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
        let (right, low) = (Float(x - Double(left)), Float(y - Double(top)))
        let corners = [
            (left, top, (1 - right) * (1 - low)), (left + 1, top, right * (1 - low)),
            (left, top + 1, (1 - right) * low), (left + 1, top + 1, right * low),
        ]
        var sum: (Float, Float, Float) = (0, 0, 0)
        for (column, row, weight) in corners {
            guard column >= 0, row >= 0, column < size.width, row < size.height else { continue }
            let pixel = 3 * (row * size.width + column)
            sum.0 += weight * Float(pixels[pixel])
            sum.1 += weight * Float(pixels[pixel + 1])
            sum.2 += weight * Float(pixels[pixel + 2])
        }
        return sum
    }
}
