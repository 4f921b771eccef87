/// What differs from the backdrop in the zone of a head, a byte a pixel.
struct ForegroundMask {
    private let columns: Range<Int>
    private let rows: Range<Int>
    private var cells: [Cell]

    private enum Cell: UInt8 {
        case backdrop, foreground, head
    }

    init(photo: Photo, zone: HeadZone, backdrop: BackdropModel) {
        columns = zone.columns
        rows = zone.rows
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count * rows.count)
        photo.pixels.withUnsafeBufferPointer { pixels in
            for y in zone.rows {
                for x in zone.columns {
                    let index = (y * photo.width + x) * 3
                    let levels = SIMD3(
                        Double(pixels[index]), Double(pixels[index + 1]), Double(pixels[index + 2]))
                    let differs = backdrop.differs(levels, x: x, y: y)
                    cells.append(differs ? .foreground : .backdrop)
                }
            }
        }
        self.cells = cells
    }

    /// The highest row with a run of at least `width` pixels that hangs together with the start;
    /// nil where the start itself looks like backdrop.
    mutating func highestRun(from start: (x: Int, y: Int), atLeast width: Int) -> Int? {
        guard fill(from: start) else { return nil }
        return rows.first { longestRun(in: $0) >= width }
    }

    private func index(_ x: Int, _ y: Int) -> Int {
        (y - rows.lowerBound) * columns.count + x - columns.lowerBound
    }

    /// Marks what hangs together with the start, from neighbour to neighbour.
    private mutating func fill(from start: (x: Int, y: Int)) -> Bool {
        guard columns.contains(start.x), rows.contains(start.y),
            cells[index(start.x, start.y)] == .foreground
        else { return false }
        cells[index(start.x, start.y)] = .head
        var open = [start]
        while let place = open.popLast() {
            mark(place.x - 1, place.y, &open)
            mark(place.x + 1, place.y, &open)
            mark(place.x, place.y - 1, &open)
            mark(place.x, place.y + 1, &open)
        }
        return true
    }

    private mutating func mark(_ x: Int, _ y: Int, _ open: inout [(x: Int, y: Int)]) {
        guard columns.contains(x), rows.contains(y) else { return }
        let cell = index(x, y)
        guard cells[cell] == .foreground else { return }
        cells[cell] = .head
        open.append((x, y))
    }

    private func longestRun(in row: Int) -> Int {
        var longest = 0
        var run = 0
        for cell in cells[index(columns.lowerBound, row)..<index(columns.lowerBound, row + 1)] {
            run = cell == .head ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
