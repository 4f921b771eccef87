extension Photo {
    /// The mean of the squared differences of all samples of two pictures of one size, levels².
    public func squaredError(to other: Photo) -> Double {
        precondition(size == other.size, "the pictures are of one size")
        let sum = pixels.withUnsafeBufferPointer { own in
            other.pixels.withUnsafeBufferPointer { other in
                var sum: Int64 = 0
                for row in stride(from: 0, to: own.count, by: 4_096) {
                    var part: Int32 = 0  // 4,096 × 255² fits.
                    for index in row..<min(row + 4_096, own.count) {
                        let difference = Int32(own[index]) - Int32(other[index])
                        part &+= difference &* difference
                    }
                    sum += Int64(part)
                }
                return sum
            }
        }
        return Double(sum) / Double(max(1, pixels.count))
    }
}
