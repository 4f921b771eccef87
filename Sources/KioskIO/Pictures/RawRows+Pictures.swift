import CPixels
import KioskCore

extension RawRows {
    /// Fills a photo of the frame's size: by the frame's own matrix and range, rounded to the
    /// nearest level.
    mutating func photo(_ encoding: YUVEncoding, into rgb: UnsafeMutableBufferPointer<UInt8>) {
        guard let target = rgb.baseAddress else { return }
        let matrix = cpixels_matrix(encoding)
        let length = 3 * size.width
        if format == RawFormat(.rgb) { return copyRows(length, to: target) }
        for y in 0..<size.height {
            let line = target + y * length
            if case .rgb = format.family {
                withUnsafePointer(to: format.order) {
                    cpixels_rgb_from_packed(row(y), size.width, $0, line)
                }
            } else {
                let row = channels(y)
                Self.write(row, of: format.family, size.width, matrix, to: line)
            }
        }
    }

    /// Fills a gray picture of the frame's size with the luma as the camera gave it.
    func gray(into luma: UnsafeMutableBufferPointer<UInt8>) {
        guard let target = luma.baseAddress else { return }
        switch format.family {
        case .semiPlanar, .planar, .gray: copyRows(size.width, to: target)
        case .packed, .rgb:
            for y in 0..<size.height { writeLuma(y, to: target + y * size.width) }
        }
    }

    /// Copies rows of that many bytes as they are, in one piece where nothing stands between them.
    private func copyRows(_ length: Int, to target: UnsafeMutablePointer<UInt8>) {
        guard planes.stride != length else {
            return target.update(from: row(0), count: length * size.height)
        }
        for y in 0..<size.height { (target + y * length).update(from: row(y), count: length) }
    }

    /// Writes the colours of a row whose channels are known.
    private static func write(
        _ row: Channels, of family: RawFormat.Family, _ count: Int, _ matrix: cpixels_matrix,
        to rgb: UnsafeMutablePointer<UInt8>
    ) {
        withUnsafePointer(to: matrix) { matrix in
            switch family {
            case .rgb: cpixels_rgb_from_planes(row.first, row.second, row.third, count, rgb)
            case .gray: cpixels_rgb_from_luma(row.first, count, matrix, rgb)
            default: cpixels_rgb_from_ycc(row.first, row.second, row.third, count, matrix, rgb)
            }
        }
    }

    /// Fills a photo of the blocks' mean colours: each channel is averaged over its block, rounded,
    /// and only then turned to R, G, B, so nothing is converted that is not shown.
    mutating func reducedPhoto(
        _ blocks: Blocks, _ encoding: YUVEncoding, into rgb: UnsafeMutableBufferPointer<UInt8>
    ) {
        guard let target = rgb.baseAddress else { return }
        let matrix = cpixels_matrix(encoding)
        let family = format.family
        let length = blocks.size.width
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * length) { room in
            guard let means = room.baseAddress else { return }
            let row = Channels(first: means, second: means + length, third: means + 2 * length)
            forEachBlockRow(blocks, channels: family == .gray ? 1 : 3, means) { y in
                Self.write(row, of: family, length, matrix, to: target + 3 * y * length)
            }
        }
    }

    /// Fills a gray picture with the blocks' mean luma.
    mutating func reducedGray(_ blocks: Blocks, into luma: UnsafeMutableBufferPointer<UInt8>) {
        guard let target = luma.baseAddress else { return }
        let length = blocks.size.width
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: length) { room in
            guard let means = room.baseAddress else { return }
            forEachBlockRow(blocks, channels: 1, means) { y in
                (target + y * length).update(from: means, count: length)
            }
        }
    }

    /// Puts the means of each row of blocks, one channel after the other, into `means`.
    private mutating func forEachBlockRow(
        _ blocks: Blocks, channels count: Int, _ means: UnsafeMutablePointer<UInt8>,
        _ body: (Int) -> Void
    ) {
        let length = blocks.size.width * blocks.factor
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: count * length) { sums in
            guard let start = sums.baseAddress else { return }
            for y in 0..<blocks.size.height {
                sums.update(repeating: 0)
                for line in 0..<blocks.factor {
                    add(blocks.y + y * blocks.factor + line, blocks.x, length, count, to: start)
                }
                for channel in 0..<count {
                    cpixels_block_means(
                        start + channel * length, blocks.size.width, blocks.factor,
                        means + channel * blocks.size.width)
                }
                body(y)
            }
        }
    }

    private mutating func add(
        _ y: Int, _ x: Int, _ length: Int, _ count: Int, to sums: UnsafeMutablePointer<UInt16>
    ) {
        guard count > 1 else { return cpixels_add_row(lumaRow(y) + x, length, sums) }
        let row = channels(y)
        cpixels_add_row(row.first + x, length, sums)
        cpixels_add_row(row.second + x, length, sums + length)
        cpixels_add_row(row.third + x, length, sums + 2 * length)
    }
}

/// The blocks of a reduced picture in a frame that may hang turned: whole ones only, counted from
/// the upright picture's upper left corner, so that its pixels times the factor are the frame's.
struct Blocks {
    /// The side of a block, in pixels.
    let factor: Int
    /// Blocks beside and above one another, as the camera's picture lies.
    let size: Size
    /// The left edge of the first block in the camera's picture.
    let x: Int
    /// Its upper edge.
    let y: Int

    init(_ layout: FrameLayout, toLongSide longSide: Int) {
        factor = layout.size.blockFactor(toLongSide: longSide)
        let (width, height) = (layout.size.width, layout.size.height)
        size = Size(width: width / factor, height: height / factor)
        let isLeftLast = layout.mount == .half || layout.mount == .threeQuarters
        let isTopLast = layout.mount == .half || layout.mount == .quarter
        x = isLeftLast ? width - size.width * factor : 0
        y = isTopLast ? height - size.height * factor : 0
    }
}
