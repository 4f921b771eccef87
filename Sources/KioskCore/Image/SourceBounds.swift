/// Holds a reduced picture between the darkest and the brightest source samples about each pixel, so
/// that a filter's negative lobes make no halos.
struct SourceBounds {
    private let source: UnsafeBufferPointer<UInt8>
    private let stride: Int
    private let crop: Rect

    /// The samples under `crop` (3 bytes a pixel, `stride` bytes a row).
    init(_ source: UnsafeBufferPointer<UInt8>, stride: Int, crop: Rect) {
        self.source = source
        self.stride = stride
        self.crop = crop
    }

    /// Changes what leaves the bounds in some rows of the reduced picture. The ranges are those of the source
    /// pixels that count for each column and each of these rows; none is longer than twice the shortest.
    func hold(
        _ output: UnsafeMutableBufferPointer<UInt8>, columns: [Range<Int>],
        rows: ArraySlice<Range<Int>>
    ) {
        let length = crop.width * 3
        let shared = columns.map(\.count).min() ?? 1
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * length) { work in
            let lows = UnsafeMutableBufferPointer(rebasing: work[..<length])
            let highs = UnsafeMutableBufferPointer(rebasing: work[length..<2 * length])
            let spare = UnsafeMutableBufferPointer(rebasing: work[(2 * length)...])
            for (row, lines) in zip(0..., rows) {
                merge(lines, lows, highs)
                Self.widen(lows, spare, to: shared, Self.lower)
                Self.widen(highs, spare, to: shared, Self.raise)
                let start = row * columns.count * 3
                let line = UnsafeMutableBufferPointer(
                    rebasing: output[start..<start + columns.count * 3])
                Self.hold(line, columns, shared, lows, highs)
            }
        }
    }

    /// The least and the greatest of some source rows, sample by sample.
    private func merge(
        _ lines: Range<Int>, _ lows: UnsafeMutableBufferPointer<UInt8>,
        _ highs: UnsafeMutableBufferPointer<UInt8>
    ) {
        for line in lines {
            let start = (crop.y + line) * stride + crop.x * 3
            let samples = UnsafeBufferPointer(rebasing: source[start..<start + lows.count])
            guard line > lines.lowerBound else {
                _ = lows.update(fromContentsOf: samples)
                _ = highs.update(fromContentsOf: samples)
                continue
            }
            Self.lower(lows, samples)
            Self.raise(highs, samples)
        }
    }

    /// Makes each sample the least, or the greatest, of itself and those of the next pixels, `count`
    /// in all, by shifts that double what a sample stands for.
    private static func widen(
        _ samples: UnsafeMutableBufferPointer<UInt8>, _ spare: UnsafeMutableBufferPointer<UInt8>,
        to count: Int,
        _ take: (UnsafeMutableBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var covered = 1
        while covered < count {
            let shift = min(covered, count - covered)
            _ = spare.update(fromContentsOf: samples)
            take(samples, UnsafeBufferPointer(rebasing: spare[(3 * shift)...]))
            covered += shift
        }
    }

    private static func lower(
        _ samples: UnsafeMutableBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>
    ) {
        for index in 0..<others.count { samples[index] = min(samples[index], others[index]) }
    }

    private static func raise(
        _ samples: UnsafeMutableBufferPointer<UInt8>, _ others: UnsafeBufferPointer<UInt8>
    ) {
        for index in 0..<others.count { samples[index] = max(samples[index], others[index]) }
    }

    /// Holds a row. A range of more than `count` pixels is the first `count` of it and the last.
    private static func hold(
        _ line: UnsafeMutableBufferPointer<UInt8>, _ columns: [Range<Int>], _ count: Int,
        _ lows: UnsafeMutableBufferPointer<UInt8>, _ highs: UnsafeMutableBufferPointer<UInt8>
    ) {
        columns.withUnsafeBufferPointer { columns in
            for column in 0..<columns.count {
                let first = 3 * columns[column].lowerBound
                let last = 3 * (columns[column].upperBound - count)
                for channel in 0..<3 {
                    let low = min(lows[first + channel], lows[last + channel])
                    let high = max(highs[first + channel], highs[last + channel])
                    let index = 3 * column + channel
                    line[index] = min(max(line[index], low), high)
                }
            }
        }
    }
}
