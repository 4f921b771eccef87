/// Three pictures of one size, side by side, R G B: is there a tile in the middle one that comes from
/// neither of the others?
struct TileComparison {
    let size: Size
    let own: UnsafeBufferPointer<UInt8>
    let before: UnsafeBufferPointer<UInt8>
    let after: UnsafeBufferPointer<UInt8>

    /// A tile is 4 × 4 px: a JPEG's block of a frame that was decoded at half its size.
    private static let tile = 4
    /// So much, summed over its 48 samples, a tile may differ from the frames around.
    private static let most: Int32 = 200
    /// And so much those from each other, before twice the rest is allowed besides: noise of one and
    /// a half levels a sample makes about this.
    private static let noise: Int32 = 100
    /// How far what moves is looked for, px.
    private static let reach = 3
    /// What moves by parts of a pixel differs by this part of what a whole pixel would make.
    private static let part = 0.3

    /// Up to so many odd tiles, nothing has moved: they are judged strictly.
    private static let few = 12

    func findsDamage() -> Bool {
        var odd = 0
        forEachOddTile { _, _ in
            odd += 1
            return odd > Self.few
        }
        let part = odd > Self.few ? Self.part : 0
        return forEachOddTile { x, y in
            !(hasMoved(x, y, in: before, part) && hasMoved(x, y, in: after, part))
        }
    }

    /// Goes through the odd tiles until one is the last; whether one was.
    @discardableResult
    private func forEachOddTile(_ isLast: (Int, Int) -> Bool) -> Bool {
        for y in stride(from: 0, through: size.height - Self.tile, by: Self.tile) {
            for x in stride(from: 0, through: size.width - Self.tile, by: Self.tile)
            where isOdd(x, y) && isLast(x, y) {
                return true
            }
        }
        return false
    }

    /// Whether a tile differs from both by far more than they do from each other.
    private func isOdd(_ x: Int, _ y: Int) -> Bool {
        let place = place(x, y)
        let toBefore = difference(place, before, place)
        guard toBefore > Self.most else { return false }
        let toAfter = difference(place, after, place)
        guard toAfter > Self.most else { return false }
        let change = Self.difference(before, place, after, place, row: size.width * 3)
        let allowed = Self.most + 2 * max(0, change - Self.noise)
        return min(toBefore, toAfter) > allowed
    }

    /// Whether a tile is found near its place in another picture, by whole pixels or by halves.
    private func hasMoved(
        _ x: Int, _ y: Int, in other: UnsafeBufferPointer<UInt8>, _ part: Double
    ) -> Bool {
        let own = place(x, y)
        let allowed = Self.most + Int32(part * Double(texture(x, y, in: other)))
        var (least, nearest) = (Int32.max, (x: x, y: y))
        for row in max(0, y - Self.reach)...min(size.height - Self.tile, y + Self.reach) {
            for column in max(0, x - Self.reach)...min(size.width - Self.tile, x + Self.reach) {
                let far = difference(own, other, place(column, row))
                if far <= allowed { return true }
                if far < least { (least, nearest) = (far, (column, row)) }
            }
        }
        return hasMovedByHalves(own, near: nearest.x, nearest.y, in: other, allowed)
    }

    /// What a pixel's move makes of a tile, along or across.
    private func texture(_ x: Int, _ y: Int, in other: UnsafeBufferPointer<UInt8>) -> Int32 {
        let across = x + Self.tile < size.width ? x + 1 : x - 1
        let down = y + Self.tile < size.height ? y + 1 : y - 1
        let (here, row) = (place(x, y), size.width * 3)
        return max(
            Self.difference(other, here, other, place(across, y), row: row),
            Self.difference(other, here, other, place(x, down), row: row))
    }

    private func hasMovedByHalves(
        _ own: Int, near x: Int, _ y: Int, in other: UnsafeBufferPointer<UInt8>, _ allowed: Int32
    ) -> Bool {
        guard x > 0, y > 0, x + Self.tile < size.width, y + Self.tile < size.height else {
            return false
        }
        for down in -1...1 {
            for across in -1...1 where across != 0 || down != 0 {
                let there = place(x, y)
                let far = difference(
                    own, other, there, halfway: across * 3, down * size.width * 3)
                if far <= allowed { return true }
            }
        }
        return false
    }

    private func place(_ x: Int, _ y: Int) -> Int { (y * size.width + x) * 3 }

    private func difference(_ place: Int, _ other: UnsafeBufferPointer<UInt8>, _ there: Int)
        -> Int32
    {
        Self.difference(own, place, other, there, row: size.width * 3)
    }

    /// The sum of the differences of two tiles' samples.
    @inline(__always)
    private static func difference(
        _ one: UnsafeBufferPointer<UInt8>, _ place: Int, _ other: UnsafeBufferPointer<UInt8>,
        _ there: Int, row: Int
    ) -> Int32 {
        let own = UnsafeRawBufferPointer(one)
        let theirs = UnsafeRawBufferPointer(other)
        var (eight, four) = (SIMD8<UInt16>.zero, SIMD4<UInt16>.zero)
        for line in 0..<tile {
            let (here, there) = (place + line * row, there + line * row)
            eight &+= far(
                own.loadUnaligned(fromByteOffset: here, as: SIMD8<UInt8>.self),
                theirs.loadUnaligned(fromByteOffset: there, as: SIMD8<UInt8>.self))
            four &+= far(
                own.loadUnaligned(fromByteOffset: here + 8, as: SIMD4<UInt8>.self),
                theirs.loadUnaligned(fromByteOffset: there + 8, as: SIMD4<UInt8>.self))
        }
        return Int32(eight.wrappedSum()) + Int32(four.wrappedSum())
    }

    @inline(__always)
    private static func far(_ one: SIMD8<UInt8>, _ other: SIMD8<UInt8>) -> SIMD8<UInt16> {
        SIMD8(truncatingIfNeeded: pointwiseMax(one, other) &- pointwiseMin(one, other))
    }

    @inline(__always)
    private static func far(_ one: SIMD4<UInt8>, _ other: SIMD4<UInt8>) -> SIMD4<UInt16> {
        SIMD4(truncatingIfNeeded: pointwiseMax(one, other) &- pointwiseMin(one, other))
    }

    /// The same for the mean of four tiles of the other picture: half a step across and down.
    private func difference(
        _ place: Int, _ other: UnsafeBufferPointer<UInt8>, _ there: Int, halfway across: Int,
        _ down: Int
    ) -> Int32 {
        var sum: Int32 = 0
        for line in 0..<Self.tile {
            let step = line * size.width * 3
            for sample in step..<step + Self.tile * 3 {
                let corner = there + sample
                let upper = Int32(other[corner]) + Int32(other[corner + across])
                let lower = Int32(other[corner + down]) + Int32(other[corner + down + across])
                sum += abs(Int32(own[place + sample]) - (upper + lower + 2) / 4)
            }
        }
        return sum
    }
}
