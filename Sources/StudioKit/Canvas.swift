import KioskCore

/// The picture being drawn: 8-bit R G B, antialiased shapes laid over each other.
struct Canvas: Sendable {
    let size: Size
    var pixels: [UInt8]

    /// A canvas that begins as a finished backdrop.
    init(size: Size, pixels: [UInt8]) {
        self.size = size
        self.pixels = pixels
    }

    /// Fills a closed outline, or what of it lies within another; the colour goes from `color` at
    /// the outline's top to `bottom`.
    mutating func fill(
        _ outline: [Point], _ color: StudioColor, to bottom: StudioColor? = nil,
        opacity: Double = 1, within mask: [Point]? = nil
    ) {
        guard let box = Self.box(outline, in: size) else { return }
        let edges = Self.edges(outline)
        let limits = mask.map(Self.edges)
        var coverage = [Double](repeating: 0, count: box.width + 1)
        for y in box.y..<box.y + box.height {
            Self.cover(&coverage, edges, row: y, left: box.x)
            if let limits { Self.limit(&coverage, limits, row: y, left: box.x) }
            let share = Double(y - box.y) / Double(max(1, box.height - 1))
            let own = bottom.map { color.mixed($0, share) } ?? color
            let first = (y * size.width + box.x) * 3
            pixels.withUnsafeMutableBufferPointer { pixels in
                for x in 0..<box.width where coverage[x] > 0.002 {
                    Self.blend(own, min(1, coverage[x]) * opacity, at: first + 3 * x, in: pixels)
                }
            }
        }
    }

    /// Lays a colour over an ellipse, strongest in the middle and fading to nothing at its rim:
    /// soft light and shadow.
    mutating func glow(
        _ centre: Point, _ radius: (x: Double, y: Double), _ color: StudioColor, _ strength: Double,
        within mask: [Point]? = nil
    ) {
        let corners = [
            Point(x: centre.x - radius.x, y: centre.y - radius.y),
            Point(x: centre.x + radius.x, y: centre.y + radius.y),
        ]
        guard let box = Self.box(corners, in: size) else { return }
        let edges = mask.map(Self.edges)
        var coverage = [Double](repeating: 1, count: box.width + 1)
        for y in box.y..<box.y + box.height {
            if let edges { Self.cover(&coverage, edges, row: y, left: box.x) }
            let down = (Double(y) + 0.5 - centre.y) / radius.y
            for x in 0..<box.width where coverage[x] > 0 {
                let across = (Double(box.x + x) + 0.5 - centre.x) / radius.x
                let rest = 1 - across * across - down * down
                guard rest > 0 else { continue }
                let share = rest * rest * strength * min(1, coverage[x])
                blend(color, share, at: (y * size.width + box.x + x) * 3)
            }
        }
    }

    /// Draws a line of a given width through points, its ends round.
    mutating func stroke(
        _ points: [Point], width: Double, _ color: StudioColor, opacity: Double = 1
    ) {
        let reach = width / 2 + 1
        let corners = points.flatMap {
            [Point(x: $0.x - reach, y: $0.y - reach), Point(x: $0.x + reach, y: $0.y + reach)]
        }
        guard let box = Self.box(corners, in: size) else { return }
        let parts = Array(zip(points, points.dropFirst()))
        for y in box.y..<box.y + box.height {
            let near = parts.filter { from, to in
                Double(y + 1) > min(from.y, to.y) - reach && Double(y) < max(from.y, to.y) + reach
            }
            for x in box.x..<box.x + box.width {
                let place = Point(x: Double(x) + 0.5, y: Double(y) + 0.5)
                let share = width / 2 + 0.5 - Self.distance(place, to: near)
                guard share > 0 else { continue }
                blend(color, min(1, share) * opacity, at: (y * size.width + x) * 3)
            }
        }
    }

    /// Lays a colour over one pixel.
    mutating func blend(_ color: StudioColor, _ share: Double, at index: Int) {
        pixels.withUnsafeMutableBufferPointer { Self.blend(color, share, at: index, in: $0) }
    }

    @inline(__always)
    private static func blend(
        _ color: StudioColor, _ share: Double, at index: Int,
        in pixels: UnsafeMutableBufferPointer<UInt8>
    ) {
        let weight = Int(share * 256)
        guard weight > 0 else { return }
        let rest = 256 - weight
        func mixed(_ below: UInt8, _ above: Double) -> UInt8 {
            UInt8(truncatingIfNeeded: (Int(below) * rest + Int(above) * weight + 128) >> 8)
        }
        pixels[index] = mixed(pixels[index], color.red)
        pixels[index + 1] = mixed(pixels[index + 1], color.green)
        pixels[index + 2] = mixed(pixels[index + 2], color.blue)
    }

    /// The whole pixels that points lie in; nil where none is in the picture.
    private static func box(_ points: [Point], in size: Size) -> Rect? {
        guard let left = points.map(\.x).min(), let right = points.map(\.x).max(),
            let top = points.map(\.y).min(), let bottom = points.map(\.y).max(),
            right > 0, bottom > 0, left < Double(size.width), top < Double(size.height)
        else { return nil }
        let x = max(0, Int(left))
        let y = max(0, Int(top))
        let width = min(size.width, Int(right) + 1) - x
        let height = min(size.height, Int(bottom) + 1) - y
        return width > 0 && height > 0 ? Rect(x: x, y: y, width: width, height: height) : nil
    }

    /// Scan lines in a row of pixels: enough that slanted edges look smooth.
    private static let lines = 4

    /// The sides of a closed outline.
    private static func edges(_ outline: [Point]) -> [(Point, Point)] {
        Array(zip(outline, outline.dropFirst() + outline.prefix(1)))
    }

    /// How much of each pixel of a row lies inside the edges (even–odd).
    private static func cover(
        _ coverage: inout [Double], _ edges: [(Point, Point)], row: Int, left: Int
    ) {
        for index in coverage.indices { coverage[index] = 0 }
        let near = edges.filter { from, to in
            min(from.y, to.y) < Double(row + 1) && max(from.y, to.y) >= Double(row)
        }
        var crossings: [Double] = []
        for line in 0..<lines {
            let y = Double(row) + (Double(line) + 0.5) / Double(lines)
            crossings.removeAll(keepingCapacity: true)
            for (from, to) in near where (from.y <= y) != (to.y <= y) {
                crossings.append(from.x + (y - from.y) / (to.y - from.y) * (to.x - from.x))
            }
            crossings.sort()
            for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
                span(&coverage, crossings[pair] - Double(left), crossings[pair + 1] - Double(left))
            }
        }
    }

    /// Takes away what lies outside of other edges.
    private static func limit(
        _ coverage: inout [Double], _ edges: [(Point, Point)], row: Int, left: Int
    ) {
        var inside = [Double](repeating: 0, count: coverage.count)
        cover(&inside, edges, row: row, left: left)
        for index in coverage.indices { coverage[index] *= min(1, inside[index]) }
    }

    private static func span(_ coverage: inout [Double], _ from: Double, _ to: Double) {
        let start = min(max(from, 0), Double(coverage.count))
        let end = min(max(to, 0), Double(coverage.count))
        guard end > start else { return }
        let weight = 1 / Double(lines)
        let (first, last) = (Int(start), Int(end))
        guard first < last else { return coverage[first] += (end - start) * weight }
        coverage[first] += (Double(first + 1) - start) * weight
        for x in first + 1..<last { coverage[x] += weight }
        if last < coverage.count { coverage[last] += (end - Double(last)) * weight }
    }

    /// How far a place is from the nearest of some lines; infinity where there is none.
    private static func distance(_ place: Point, to lines: [(Point, Point)]) -> Double {
        var least = Double.infinity
        for (from, to) in lines {
            let (dx, dy) = (to.x - from.x, to.y - from.y)
            let length = max(dx * dx + dy * dy, 1e-9)
            let along = min(max(((place.x - from.x) * dx + (place.y - from.y) * dy) / length, 0), 1)
            let (x, y) = (from.x + along * dx - place.x, from.y + along * dy - place.y)
            least = min(least, x * x + y * y)
        }
        return least.squareRoot()
    }
}
