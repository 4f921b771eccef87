extension GrayImage {
    /// The picture with its longer side `longSide`, larger or smaller, for readers of codes.
    public func resampled(toLongSide longSide: Int) -> GrayImage {
        let own = max(width, height)
        guard own > 0 else { return self }
        return resampled(
            to: Size(
                width: max(1, width * longSide / own), height: max(1, height * longSide / own)))
    }

    /// The picture at that size, for readers of codes: by linear interpolation where it is larger; where it is smaller
    /// by the mean of the covered pixels if these are as many for each, else by a filter: of a code whose modules are
    /// some one pixel and some two no reader makes anything.
    func resampled(to target: Size) -> GrayImage {
        guard target != size else { return self }
        guard target.width < width || target.height < height else {
            return interpolated(to: target)
        }
        return width % target.width == 0 && height % target.height == 0
            ? averaged(to: target) : filtered(to: target)
    }

    private func averaged(to target: Size) -> GrayImage {
        let (columns, rows) = (width / target.width, height / target.height)
        return GrayImage(size: target) { output in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<target.height {
                    for x in 0..<target.width {
                        var sum = 0
                        for row in y * rows..<(y + 1) * rows {
                            for column in x * columns..<(x + 1) * columns {
                                sum += Int(source[row * width + column])
                            }
                        }
                        output[y * target.width + x] = UInt8(sum / (columns * rows))
                    }
                }
            }
        }
    }

    /// By the filter of `Taps`, first down, then across.
    private func filtered(to target: Size) -> GrayImage {
        let (columns, rows) = (
            Taps(source: width, target: target.width), Taps(source: height, target: target.height)
        )
        return GrayImage(size: target) { output in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: width) { sums in
                for y in 0..<target.height {
                    combine(rows.weights(of: y), from: rows.firsts[y], into: sums)
                    let row = UnsafeMutableBufferPointer(
                        rebasing: output[y * target.width..<(y + 1) * target.width])
                    Self.narrow(sums, columns, into: row)
                }
            }
        }
    }

    /// Rows from `first` on, each by its weight.
    private func combine(
        _ weights: ArraySlice<Float>, from first: Int,
        into sums: UnsafeMutableBufferPointer<Float>
    ) {
        sums.update(repeating: 0)
        pixels.withUnsafeBufferPointer { source in
            for (row, weight) in zip(first..., weights) {
                let start = row * width
                for x in 0..<width { sums[x] += weight * Float(source[start + x]) }
            }
        }
    }

    private static func narrow(
        _ sums: UnsafeMutableBufferPointer<Float>, _ taps: Taps,
        into row: UnsafeMutableBufferPointer<UInt8>
    ) {
        taps.weights.withUnsafeBufferPointer { weights in
            for x in row.indices {
                var sum: Float = 0.5
                for tap in 0..<taps.count {
                    sum += weights[x * taps.count + tap] * sums[taps.firsts[x] + tap]
                }
                row[x] = UInt8(max(0, min(255, sum)))
            }
        }
    }

    private func interpolated(to target: Size) -> GrayImage {
        let columns = Self.positions(width, target.width)
        let rows = Self.positions(height, target.height)
        return GrayImage(size: target) { output in
            pixels.withUnsafeBufferPointer { source in
                for (y, row) in rows.enumerated() {
                    for (x, column) in columns.enumerated() {
                        let upper = row.first * width
                        let lower = row.second * width
                        let top = Self.mix(
                            source[upper + column.first], source[upper + column.second],
                            column.share)
                        let bottom = Self.mix(
                            source[lower + column.first], source[lower + column.second],
                            column.share)
                        output[y * target.width + x] =
                            UInt8((top * (256 - row.share) + bottom * row.share + 32_768) >> 16)
                    }
                }
            }
        }
    }

    private static func mix(_ first: UInt8, _ second: UInt8, _ share: Int) -> Int {
        Int(first) * (256 - share) + Int(second) * share
    }

    /// For each target pixel the two source pixels it lies between and the second's share of 256.
    private static func positions(_ source: Int, _ target: Int)
        -> [(first: Int, second: Int, share: Int)]
    {
        (0..<target).map { index in
            let place = max(0, (2 * index + 1) * source * 128 / target - 128)
            let first = min(place >> 8, source - 1)
            return (first, min(first + 1, source - 1), place & 255)
        }
    }
}
