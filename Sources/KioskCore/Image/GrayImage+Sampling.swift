extension GrayImage {
    /// The picture at half its size, each pixel the mean of 2 × 2.
    public func halved() -> GrayImage {
        let half = Size(width: width / 2, height: height / 2)
        return GrayImage(size: half) { output in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<half.height {
                    for x in 0..<half.width {
                        let at = 2 * y * width + 2 * x
                        let sum =
                            Int(source[at]) + Int(source[at + 1]) + Int(source[at + width])
                            + Int(source[at + width + 1])
                        output[y * half.width + x] = UInt8((sum + 2) / 4)
                    }
                }
            }
        }
    }

    /// The luma between pixels; the place has to lie in the picture, a pixel from its edge.
    func bilinear(_ x: Double, _ y: Double) -> Double {
        let (left, top) = (Int(x), Int(y))
        let (fx, fy) = (x - Double(left), y - Double(top))
        let start = top * width + left
        let upper = Double(pixels[start]) * (1 - fx) + Double(pixels[start + 1]) * fx
        let lower =
            Double(pixels[start + width]) * (1 - fx) + Double(pixels[start + width + 1]) * fx
        return upper * (1 - fy) + lower * fy
    }
}
