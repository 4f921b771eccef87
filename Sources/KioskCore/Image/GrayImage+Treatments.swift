// What helps readers of codes. None of it ever touches a portrait.

extension GrayImage {
    /// Light tones drawn apart: the level by the power 2.5, as a table.
    func darkened() -> GrayImage { mapped(Self.darker) }

    /// level² · √level / 255^1.5, rounded.
    private static let darker: [UInt8] = (0..<256).map { level in
        let share = Double(level) / 255
        return UInt8((255 * share * share * share.squareRoot()).rounded())
    }

    private func mapped(_ table: [UInt8]) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { source in
                table.withUnsafeBufferPointer { table in
                    for index in source.indices { output[index] = table[Int(source[index])] }
                }
            }
        }
    }

    /// Black where a pixel is darker by more than the margin than the mean of the square around it, else white.
    func divided(reach: Int, margin: Int) -> GrayImage {
        combined(with: averaged(reach: reach)) { own, mean in own + margin < mean ? 0 : 255 }
    }

    /// Twice what a pixel differs from its surroundings is added to it.
    func sharpened(reach: Int) -> GrayImage {
        combined(with: averaged(reach: reach).averaged(reach: reach)) { own, mean in
            UInt8(clamping: own + 2 * (own - mean))
        }
    }

    /// The mean of a square of 3 × 3, twice: close to a Gaussian.
    func smoothed() -> GrayImage { averaged(reach: 1).averaged(reach: 1) }

    private func combined(with other: GrayImage, _ rule: (Int, Int) -> UInt8) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { own in
                other.pixels.withUnsafeBufferPointer { other in
                    for index in own.indices {
                        output[index] = rule(Int(own[index]), Int(other[index]))
                    }
                }
            }
        }
    }

    /// The mean of the square of `2 × reach + 1` pixels around each, rounded down; at the edges their pixels count
    /// again.
    func averaged(reach: Int) -> GrayImage {
        guard width > 0, height > 0 else { return self }
        let across = summedAcross(reach: reach)
        let share = 1 / Float((2 * reach + 1) * (2 * reach + 1))
        var sums = [Int32](repeating: 0, count: width)
        return GrayImage(size: size) { output in
            across.withUnsafeBufferPointer { across in
                let row = { (y: Int) in
                    let start = min(max(y, 0), height - 1) * width
                    return UnsafeBufferPointer(rebasing: across[start..<start + width])
                }
                for y in -reach...reach { Self.add(row(y), to: &sums) }
                for y in 0..<height {
                    for x in 0..<width {
                        // Half a level's share keeps whole means whole.
                        output[y * width + x] = UInt8((Float(sums[x]) + 0.5) * share)
                    }
                    Self.add(row(y + reach + 1), minus: row(y - reach), to: &sums)
                }
            }
        }
    }

    private static func add(_ row: UnsafeBufferPointer<Int32>, to sums: inout [Int32]) {
        for x in sums.indices { sums[x] &+= row[x] }
    }

    private static func add(
        _ row: UnsafeBufferPointer<Int32>, minus other: UnsafeBufferPointer<Int32>,
        to sums: inout [Int32]
    ) {
        for x in sums.indices { sums[x] &+= row[x] &- other[x] }
    }

    /// For each pixel the sum of the `2 × reach + 1` around it in its row.
    private func summedAcross(reach: Int) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: width * height) { output, count in
            pixels.withUnsafeBufferPointer { source in
                for start in stride(from: 0, to: width * height, by: width) {
                    let last = width - 1
                    var sum: Int32 = 0
                    for near in -reach...reach {
                        sum += Int32(source[start + min(max(near, 0), last)])
                    }
                    for x in 0..<width {
                        output[start + x] = sum
                        sum += Int32(source[start + min(x + reach + 1, last)])
                        sum -= Int32(source[start + max(x - reach, 0)])
                    }
                }
            }
            count = width * height
        }
    }

    /// Each pixel the darkest of the 3 × 3 around it.
    func thickened() -> GrayImage {
        guard width > 0, height > 0 else { return self }
        return darkest { x, y in (y * width + max(x - 1, 0), y * width + min(x + 1, width - 1)) }
            .darkest { x, y in (max(y - 1, 0) * width + x, min(y + 1, height - 1) * width + x) }
    }

    /// Each pixel the darkest of itself and two others.
    private func darkest(_ others: (Int, Int) -> (Int, Int)) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { source in
                for y in 0..<height {
                    for x in 0..<width {
                        let (before, after) = others(x, y)
                        output[y * width + x] = min(
                            source[y * width + x], source[before], source[after])
                    }
                }
            }
        }
    }

    /// With a white border of that many pixels.
    func bordered(_ border: Int) -> GrayImage {
        let whole = Size(width: width + 2 * border, height: height + 2 * border)
        return GrayImage(size: whole) { output in
            output.update(repeating: 255)
            for row in 0..<height {
                for column in 0..<width {
                    output[(row + border) * whole.width + column + border] =
                        pixels[row * width + column]
                }
            }
        }
    }

    /// Turned by 45° about its middle, so that nothing is cut off; what is around it is mid-grey.
    func turnedByAnEighth() -> GrayImage {
        // cos 45° = sin 45°
        let turn = 0.5.squareRoot()
        let side = Int((Double(width + height) * turn).rounded(.up))
        return GrayImage(size: Size(width: side, height: side)) { output in
            for y in 0..<side {
                for x in 0..<side {
                    let across = Double(x) - Double(side) / 2
                    let down = Double(y) - Double(side) / 2
                    let column = (across + down) * turn + Double(width) / 2
                    let row = (down - across) * turn + Double(height) / 2
                    let isInside =
                        column >= 0 && row >= 0 && column < Double(width - 1)
                        && row < Double(height - 1)
                    output[y * side + x] = isInside ? UInt8(bilinear(column, row)) : 128
                }
            }
        }
    }
}
