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

    /// The mean of the square of `2 × reach + 1` pixels around each; at the edges their pixels count again.
    func averaged(reach: Int) -> GrayImage {
        let across = summed(reach: reach, lines: height, length: width, step: 1, jump: width) {
            Int(pixels[$0])
        }
        let area = (2 * reach + 1) * (2 * reach + 1)
        let both = across.withUnsafeBufferPointer { sums in
            summed(reach: reach, lines: width, length: height, step: width, jump: 1) {
                Int(sums[$0])
            }
        }
        return GrayImage(size: size, pixels: both.map { UInt8(Int($0) / area) })
    }

    /// Running sums along lines of that many pixels, `step` apart in a line, `jump` from line to line.
    private func summed(
        reach: Int, lines: Int, length: Int, step: Int, jump: Int, _ value: (Int) -> Int
    ) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: lines * length) { output, count in
            for line in 0..<lines {
                let start = line * jump
                let last = length - 1
                var sum = 0
                for near in -reach...reach { sum += value(start + min(max(near, 0), last) * step) }
                for place in 0..<length {
                    output[start + place * step] = Int32(sum)
                    sum += value(start + min(place + reach + 1, last) * step)
                    sum -= value(start + max(place - reach, 0) * step)
                }
            }
            count = lines * length
        }
    }

    /// Each pixel the darkest of the 3 × 3 around it.
    func thickened() -> GrayImage {
        let across = darkest(step: 1) { $0 % width }
        return across.darkest(step: width) { $0 / width }
    }

    /// Each pixel the darkest of itself and its neighbours one step before and after.
    private func darkest(step: Int, _ place: (Int) -> Int) -> GrayImage {
        let last = step == 1 ? width - 1 : height - 1
        return GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { source in
                for index in source.indices {
                    let at = place(index)
                    var level = source[index]
                    if at > 0 { level = min(level, source[index - step]) }
                    if at < last { level = min(level, source[index + step]) }
                    output[index] = level
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
