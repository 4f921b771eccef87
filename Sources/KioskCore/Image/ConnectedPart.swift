/// Pixels of a mask that hang together, corners included.
struct ConnectedPart {
    /// Its box, px: first and last column and row.
    var columns: ClosedRange<Int>
    var rows: ClosedRange<Int>
    /// Its pixels' places, row × width + column.
    var pixels: [Int]

    var width: Int { columns.count }
    var height: Int { rows.count }

    /// Whether the edge of a picture of that size cuts it.
    func isCut(in size: Size) -> Bool {
        columns.lowerBound == 0 || rows.lowerBound == 0 || columns.upperBound == size.width - 1
            || rows.upperBound == size.height - 1
    }

    /// The parts of a picture: what is at least as bright as that belongs to one.
    static func all(of gray: GrayImage, atLeast least: UInt8) -> [ConnectedPart] {
        var left = gray.pixels
        return left.withUnsafeMutableBufferPointer { left in
            var parts: [ConnectedPart] = []
            for start in 0..<left.count where left[start] >= least {
                parts.append(ConnectedPart(takenFrom: left, gray.width, least, at: start))
            }
            return parts
        }
    }

    /// The part that holds a pixel; its pixels become 0 there.
    init(
        takenFrom left: UnsafeMutableBufferPointer<UInt8>, _ width: Int, _ least: UInt8,
        at start: Int
    ) {
        let height = left.count / width
        left[start] = 0
        pixels = [start]
        var next = 0
        var (first, last) = ((x: width, y: height), (x: 0, y: 0))
        while next < pixels.count {
            let (x, y) = (pixels[next] % width, pixels[next] / width)
            next += 1
            (first.x, first.y) = (min(first.x, x), min(first.y, y))
            (last.x, last.y) = (max(last.x, x), max(last.y, y))
            for row in max(0, y - 1)...min(height - 1, y + 1) {
                for pixel in row * width + max(0, x - 1)...row * width + min(width - 1, x + 1)
                where left[pixel] >= least {
                    left[pixel] = 0
                    pixels.append(pixel)
                }
            }
        }
        columns = first.x...last.x
        rows = first.y...last.y
    }
}
