/// Finds frames that differ from the ones before and after by far more than those differ from each
/// other: what no decoder can tell, a flipped bit that gives other blocks and still is a JPEG.
///
/// A picture is judged when the next one is there. What has only moved is found again a little beside
/// its place; a blink is not, and no portrait is lost with it.
public struct FrameNeighbours: Sendable {
    /// The last three pictures, in turn.
    private var grids = [CellGrid(), CellGrid(), CellGrid()]
    private var times: [FrameTime?] = [nil, nil, nil]
    private var newest = 0
    /// Which of the last eight judgements were doubts, the newest lowest.
    private var doubts: UInt8 = 0

    /// Pictures further apart are no neighbours, seconds.
    private static let apart = 0.5
    /// More doubts than this of eight are no damage but the room: a lamp that flickers, people who
    /// pass. Without a limit nobody could be taken there.
    private static let most = 2

    /// No picture yet.
    public init() {}

    /// Takes the next picture in, in the storage of the last but two.
    ///
    /// - Returns: the time of the picture before it, where that one is not to be trusted.
    public mutating func take(_ photo: Photo, at time: FrameTime) -> FrameTime? {
        newest = (newest + 1) % 3
        grids[newest].refill(photo)
        times[newest] = time
        let (middle, older) = ((newest + 2) % 3, (newest + 1) % 3)
        guard let before = times[older], let judged = times[middle],
            time.seconds(since: before) <= Self.apart
        else { return nil }
        let isDoubtful = grids[middle].isDoubtful(before: grids[older], after: grids[newest])
        doubts = doubts << 1 | (isDoubtful ? 1 : 0)
        return isDoubtful && doubts.nonzeroBitCount <= Self.most ? judged : nil
    }
}

/// A picture's cells of 2 × 2 pixels: the four greens, and red and blue together, since a wrong
/// coefficient changes a pattern more often than a mean.
struct CellGrid: Sendable {
    /// Cells across and down.
    private(set) var size = Size(width: 0, height: 0)
    /// Six samples of each cell: the sums of red and of blue, the greens from left to right and down.
    private(set) var cells: [Int16] = []

    /// A tile is 2 × 2 cells: a JPEG's block of a frame that was decoded at half its size.
    private static let tile = 2
    private static let samples = 6
    /// So much, summed over a tile's samples, it may differ from the frames around.
    private static let most: Int32 = 144
    /// And so much those from each other, before twice the rest is allowed besides: noise of one and
    /// a half levels a pixel makes about this.
    private static let noise: Int32 = 60
    /// How far what moves is looked for, cells.
    private static let reach = 1

    mutating func refill(_ photo: Photo) {
        size = Size(width: photo.width / 2, height: photo.height / 2)
        let count = size.width * size.height * Self.samples
        if cells.count != count { cells = [Int16](repeating: 0, count: count) }
        let (width, columns, rows) = (photo.width, size.width, size.height)
        photo.pixels.withUnsafeBufferPointer { pixels in
            cells.withUnsafeMutableBufferPointer { cells in
                for row in 0..<rows {
                    var place = row * 2 * width * 3
                    var cell = row * columns * Self.samples
                    for _ in 0..<columns {
                        Self.sample(pixels, place, place + width * 3, into: cells, at: cell)
                        place += 6
                        cell += Self.samples
                    }
                }
            }
        }
    }

    /// The samples of the cell whose rows begin at two places.
    @inline(__always)
    private static func sample(
        _ pixels: UnsafeBufferPointer<UInt8>, _ upper: Int, _ lower: Int,
        into cells: UnsafeMutableBufferPointer<Int16>, at cell: Int
    ) {
        func sum(_ channel: Int) -> Int16 {
            Int16(pixels[upper + channel]) + Int16(pixels[upper + channel + 3])
                + Int16(pixels[lower + channel]) + Int16(pixels[lower + channel + 3])
        }
        cells[cell] = sum(0)
        cells[cell + 1] = sum(2)
        cells[cell + 2] = Int16(pixels[upper + 1])
        cells[cell + 3] = Int16(pixels[upper + 4])
        cells[cell + 4] = Int16(pixels[lower + 1])
        cells[cell + 5] = Int16(pixels[lower + 4])
    }

    /// Whether a tile differs from both neighbours by far more than they do from each other, and is
    /// found nowhere near its place in either.
    func isDoubtful(before: CellGrid, after: CellGrid) -> Bool {
        guard size == before.size, size == after.size else { return false }
        return cells.withUnsafeBufferPointer { own in
            before.cells.withUnsafeBufferPointer { before in
                after.cells.withUnsafeBufferPointer { after in
                    Comparison(size: size, own: own, before: before, after: after).findsDamage()
                }
            }
        }
    }

    /// Three grids of one size, side by side.
    private struct Comparison {
        let size: Size
        let own: UnsafeBufferPointer<Int16>
        let before: UnsafeBufferPointer<Int16>
        let after: UnsafeBufferPointer<Int16>

        func findsDamage() -> Bool {
            for row in 0..<size.height / CellGrid.tile {
                for column in 0..<size.width / CellGrid.tile {
                    let (x, y) = (column * CellGrid.tile, row * CellGrid.tile)
                    if isOdd(x, y), !(hasMoved(x, y, in: before) && hasMoved(x, y, in: after)) {
                        return true
                    }
                }
            }
            return false
        }

        private func isOdd(_ x: Int, _ y: Int) -> Bool {
            let place = (y * size.width + x) * CellGrid.samples
            let change = difference(before, place, after, place)
            let allowed = CellGrid.most + 2 * max(0, change - CellGrid.noise)
            return difference(own, place, before, place) > allowed
                && difference(own, place, after, place) > allowed
        }

        private func hasMoved(_ x: Int, _ y: Int, in other: UnsafeBufferPointer<Int16>) -> Bool {
            let place = (y * size.width + x) * CellGrid.samples
            let (last, bottom) = (size.width - CellGrid.tile, size.height - CellGrid.tile)
            for row in max(0, y - CellGrid.reach)...min(bottom, y + CellGrid.reach) {
                for column in max(0, x - CellGrid.reach)...min(last, x + CellGrid.reach) {
                    let there = (row * size.width + column) * CellGrid.samples
                    if difference(own, place, other, there) <= CellGrid.most { return true }
                }
            }
            return false
        }

        /// The sum of the differences of two tiles' samples.
        private func difference(
            _ one: UnsafeBufferPointer<Int16>, _ place: Int, _ other: UnsafeBufferPointer<Int16>,
            _ there: Int
        ) -> Int32 {
            var sum: Int32 = 0
            for row in 0..<CellGrid.tile {
                let line = row * size.width * CellGrid.samples
                let (from, to) = (place + line, there + line)
                for sample in 0..<CellGrid.tile * CellGrid.samples {
                    sum += abs(Int32(one[from + sample]) - Int32(other[to + sample]))
                }
            }
            return sum
        }
    }
}
