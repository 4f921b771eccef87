extension Photo {
    /// The part of the picture under `crop`, scaled down to `size` in linear light; or some rows of that, which are
    /// the same to the last bit.
    ///
    /// Traps where the crop does not lie in the picture or is smaller than `size`: a portrait is
    /// never an enlargement.
    ///
    /// - Parameter rows: at least one, from 0 on; nil for all.
    public func cropped(to crop: Rect, scaledTo size: Size, rows: Range<Int>? = nil) -> Photo {
        precondition(crop.fits(in: self.size), "the crop lies in the picture")
        precondition(crop.width >= size.width && crop.height >= size.height, "never an upscale")
        let rows = rows ?? 0..<size.height
        return Photo(size: Size(width: size.width, height: rows.count)) { output in
            pixels.withUnsafeBufferPointer {
                Resampling.reduce(
                    $0, stride: width * 3, crop: crop, to: size, rows: rows, into: output)
            }
        }
    }

    /// The picture for analysis: its longer side at most `longSide` pixels, made by averaging
    /// whole blocks of n × n pixels (n = 1, 2, 3 …), and how many source pixels one of its pixels
    /// covers in each direction. Rows and columns that fill no block are left out.
    public func reduced(toLongSide longSide: Int) -> (photo: Photo, factor: Int) {
        let factor = size.blockFactor(toLongSide: longSide)
        guard factor > 1 else { return (self, 1) }
        return (blockAverage(factor), factor)
    }

    private func blockAverage(_ factor: Int) -> Photo {
        let target = Size(width: width / factor, height: height / factor)
        let area = UInt32(factor * factor)
        return Photo(size: target) { output in
            pixels.withUnsafeBufferPointer { source in
                var sums = [UInt32](repeating: 0, count: target.width * 3)
                for row in 0..<target.height {
                    for index in sums.indices { sums[index] = area / 2 }
                    for line in 0..<factor {
                        Self.addLine(
                            source, at: (row * factor + line) * width * 3, factor, into: &sums)
                    }
                    for index in sums.indices {
                        output[row * sums.count + index] = UInt8(sums[index] / area)
                    }
                }
            }
        }
    }

    private static func addLine(
        _ source: UnsafeBufferPointer<UInt8>, at start: Int, _ factor: Int,
        into sums: inout [UInt32]
    ) {
        var position = start
        for column in stride(from: 0, to: sums.count, by: 3) {
            for _ in 0..<factor {
                sums[column] += UInt32(source[position])
                sums[column + 1] += UInt32(source[position + 1])
                sums[column + 2] += UInt32(source[position + 2])
                position += 3
            }
        }
    }
}

extension Size {
    /// The side of the blocks, in pixels, whose averages make a picture with a longer side of at
    /// most `longSide`: 1 where the picture is that small or one of its sides is under a block, and
    /// never over 256.
    public func blockFactor(toLongSide longSide: Int) -> Int {
        let (longest, most) = (max(width, height), max(1, longSide))
        guard longest > most else { return 1 }
        let factor = min(256, (longest + most - 1) / most)
        return width >= factor && height >= factor ? factor : 1
    }
}
