/// Pixels of a mask that hang together, corners included.
struct ConnectedPart {
    /// Its box, px: first and last column and row.
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
    /// Its pixels' places, row × width + column.
    var pixels: [Int]

    var width: Int { columns.count }
    var height: Int { rows.count }

    /// The parts of a mask of that width; what is not 0 belongs to it.
    static func all(of mask: [UInt8], width: Int) -> [ConnectedPart] {
        var left = mask
        return left.withUnsafeMutableBufferPointer { left in
            var parts: [ConnectedPart] = []
            for start in 0..<left.count where left[start] != 0 {
                parts.append(ConnectedPart(takenFrom: left, width, at: start))
            }
            return parts
        }
    }

    /// The part that holds a pixel of the mask; its pixels become 0 there.
    init(takenFrom mask: UnsafeMutableBufferPointer<UInt8>, _ width: Int, at start: Int) {
        let height = mask.count / width
        mask[start] = 0
        pixels = [start]
        var next = 0
        var (first, last) = ((x: width, y: height), (x: 0, y: 0))
        while next < pixels.count {
            let (x, y) = (pixels[next] % width, pixels[next] / width)
            next += 1
            (first.x, first.y) = (min(first.x, x), min(first.y, y))
            (last.x, last.y) = (max(last.x, x), max(last.y, y))
            for row in max(0, y - 1)...min(height - 1, y + 1) {
                for column in max(0, x - 1)...min(width - 1, x + 1)
                where mask[row * width + column] != 0 {
                    mask[row * width + column] = 0
                    pixels.append(row * width + column)
                }
            }
        }
        columns = first.x...last.x
        rows = first.y...last.y
    }
}
