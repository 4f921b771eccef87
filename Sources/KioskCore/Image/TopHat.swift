extension GrayImage {
    /// What stands out.
    enum Standing {
        case bright, dark
    }

    /// How much each pixel stands out from what is around it as part of something narrower than `side` px,
    /// levels: the white or the black top-hat with a square window (Serra, "Image Analysis and Mathematical
    /// Morphology", 1982). Wide things and slow changes give 0.
    ///
    /// - Parameter side: odd.
    func standingOut(_ standing: Standing, narrowerThan side: Int) -> GrayImage {
        // A window has to lie in the picture: what its edge cuts is as narrow as it is seen.
        let without =
            standing == .bright
            ? shrunk(side, outside: 0).grown(side, outside: 0)
            : grown(side, outside: 255).shrunk(side, outside: 255)
        return GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { own in
                without.pixels.withUnsafeBufferPointer { plain in
                    for index in 0..<output.count {
                        output[index] =
                            Swift.max(own[index], plain[index])
                            - Swift.min(own[index], plain[index])
                    }
                }
            }
        }
    }

    /// The greater of two pictures' pixels.
    func lighter(than other: GrayImage) -> GrayImage {
        GrayImage(size: size) { output in
            pixels.withUnsafeBufferPointer { own in
                other.pixels.withUnsafeBufferPointer { other in
                    for index in 0..<output.count {
                        output[index] = Swift.max(own[index], other[index])
                    }
                }
            }
        }
    }

    /// A mask, 0 and 1, without what is narrower than `side` px.
    func without(narrowerThan side: Int) -> GrayImage {
        shrunk(side, outside: 255).grown(side, outside: 0)
    }

    /// A mask, 0 and 1, with all that is so near to what is 1, px.
    func widened(by reach: Int) -> GrayImage { grown(2 * reach + 1, outside: 0) }

    /// The least pixel of the square about each.
    private func shrunk(_ side: Int, outside: UInt8) -> GrayImage {
        extreme(side, outside) { Swift.min($0, $1) }
    }

    /// The greatest pixel of the square about each.
    private func grown(_ side: Int, outside: UInt8) -> GrayImage {
        extreme(side, outside) { Swift.max($0, $1) }
    }

    /// Both ways in turn, by shifts that double what a pixel stands for: as many steps as the side has bits.
    @inline(__always)
    private func extreme(
        _ side: Int, _ outside: UInt8, _ take: (UInt8, UInt8) -> UInt8
    ) -> GrayImage {
        let (columns, rows, half) = (width + side - 1, height + side - 1, side / 2)
        let count = columns * rows
        return GrayImage(size: size) { output in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * count) { work in
                var now = UnsafeMutableBufferPointer(rebasing: work[..<count])
                var next = UnsafeMutableBufferPointer(rebasing: work[count...])
                now.update(repeating: outside)
                copy(into: now, columns, from: half)
                // What a shift takes from the next row or from behind the end lies beyond the picture.
                for step in [1, columns] {
                    var covered = 1
                    while covered < side {
                        let shift = Swift.min(covered, side - covered)
                        let kept = count - shift * step
                        Self.merge(now, shift * step, kept, into: next, take)
                        swap(&now, &next)
                        covered += shift
                    }
                }
                for row in 0..<height {
                    let line = now[row * columns..<row * columns + width]
                    _ = UnsafeMutableBufferPointer(rebasing: output[(row * width)...])
                        .update(fromContentsOf: line)
                }
            }
        }
    }

    private func copy(
        into wide: UnsafeMutableBufferPointer<UInt8>, _ columns: Int, from first: Int
    ) {
        pixels.withUnsafeBufferPointer { pixels in
            for row in 0..<height {
                let start = (row + first) * columns + first
                _ = UnsafeMutableBufferPointer(rebasing: wide[start...])
                    .update(fromContentsOf: pixels[row * width..<(row + 1) * width])
            }
        }
    }

    /// Each pixel with the one `shift` behind it. Two storages, so that many are done at once.
    @inline(__always)
    private static func merge(
        _ source: UnsafeMutableBufferPointer<UInt8>, _ shift: Int, _ count: Int,
        into target: UnsafeMutableBufferPointer<UInt8>, _ take: (UInt8, UInt8) -> UInt8
    ) {
        guard let from = source.baseAddress, let to = target.baseAddress else { return }
        let behind = from + shift
        for index in 0..<count { to[index] = take(from[index], behind[index]) }
        (to + count).update(from: from + count, count: shift)
    }
}
