/// Lit screens: bright areas with four straight sides, as large as a phone before the camera is.
public enum BrightRectangles {
    /// The share of the picture that a phone covers, from a hand at the student's shoulder to a
    /// phone held close to the camera.
    private static let area = 0.01...0.45
    /// How much of its rectangle the area fills at least: an ellipse (a face in hard light) fills
    /// π/4 = 0.785, a rectangle with rounded corners 0.93 and more.
    private static let fill = 0.88
    /// The longer side over the shorter: phones are up to 2.4 times as long as wide.
    private static let longest = 2.7
    /// The least luma of a lit screen, and how much darker what is around it has to be.
    private static let bright = 200
    private static let contrast = 35.0
    /// Columns or rows to which a picture is reduced before.
    private static let longSide = 320

    /// The rectangles around lit screens, px of the picture.
    ///
    /// What touches the picture's edge is left out: a white shirt ends there, and so does a white
    /// backdrop.
    public static func find(in image: GrayImage) -> [Rect] {
        let small = image.resampled(toLongSide: min(longSide, max(image.width, image.height)))
        let scale = Double(image.width) / Double(max(1, small.width))
        return BrightArea.all(in: small, from: bright)
            .filter { isScreen($0, in: small) }
            .map { $0.bounds.scaled(by: scale) }
    }

    private static func isScreen(_ found: BrightArea, in image: GrayImage) -> Bool {
        let share = Double(found.hullArea) / Double(image.width * image.height)
        guard area.contains(share), !found.touchesEdge(of: image) else { return false }
        let around = found.smallestRectangle()
        guard around.long <= longest * around.short else { return false }
        return Double(found.hullArea) >= fill * around.long * around.short
            && found.contrast(in: image) >= contrast
    }
}

extension Rect {
    fileprivate func scaled(by factor: Double) -> Rect {
        Rect(
            x: Int(Double(x) * factor), y: Int(Double(y) * factor),
            width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}

/// A connected bright area, as the first and last column of each of its rows: print and code on a
/// screen are dark, and belong to it all the same.
private struct BrightArea {
    /// The first row.
    var top: Int
    /// First and last column of each row.
    var rows: [ClosedRange<Int>]

    var hullArea: Int { rows.reduce(0) { $0 + $1.count } }

    var bounds: Rect {
        let left = rows.map(\.lowerBound).min() ?? 0
        let right = rows.map(\.upperBound).max() ?? 0
        return Rect(x: left, y: top, width: right - left + 1, height: rows.count)
    }

    func touchesEdge(of image: GrayImage) -> Bool {
        let bounds = bounds
        return bounds.x == 0 || bounds.y == 0 || bounds.x + bounds.width >= image.width
            || bounds.y + bounds.height >= image.height
    }

    /// The sides of the smallest rectangle around it among 18 directions, px.
    func smallestRectangle() -> (long: Double, short: Double) {
        var best = (long: Double.infinity, short: 1.0)
        for slope in Self.directions {
            let (width, height) = extent(slope)
            let sides = (long: max(width, height), short: min(width, height))
            if sides.long * sides.short < best.long * best.short { best = sides }
        }
        return best
    }

    /// Cosine and sine of 0°, 5° … 85°, each from the one before (no trigonometry in the core).
    private static let directions: [Point] = {
        var list = [Point(x: 1, y: 0)]
        let (cosine, sine) = (0.996194698, 0.0871557427)
        while list.count < 18, let last = list.last {
            list.append(
                Point(x: last.x * cosine - last.y * sine, y: last.x * sine + last.y * cosine))
        }
        return list
    }()

    private func extent(_ direction: Point) -> (Double, Double) {
        var (low, high) = (Point(x: .infinity, y: .infinity), Point(x: -.infinity, y: -.infinity))
        for (index, row) in rows.enumerated() {
            for (x, y) in [
                (row.lowerBound, top + index), (row.upperBound + 1, top + index),
                (row.lowerBound, top + index + 1), (row.upperBound + 1, top + index + 1),
            ] {
                let across = Double(x) * direction.x + Double(y) * direction.y
                let down = Double(y) * direction.x - Double(x) * direction.y
                low = Point(x: min(low.x, across), y: min(low.y, down))
                high = Point(x: max(high.x, across), y: max(high.y, down))
            }
        }
        return (high.x - low.x, high.y - low.y)
    }

    /// How much lighter its ends are than what is three pixels beside them, levels.
    func contrast(in image: GrayImage) -> Double {
        var (sum, count) = (0, 0)
        for (index, row) in rows.enumerated() {
            let start = (top + index) * image.width
            for (inside, outside) in [
                (row.lowerBound, row.lowerBound - 3), (row.upperBound, row.upperBound + 3),
            ] where (0..<image.width).contains(outside) {
                sum += Int(image.pixels[start + inside]) - Int(image.pixels[start + outside])
                count += 1
            }
        }
        return count == 0 ? 0 : Double(sum) / Double(count)
    }

    /// Every connected area of pixels of at least that luma (four neighbours).
    static func all(in image: GrayImage, from level: Int) -> [BrightArea] {
        var isLeft = image.pixels.map { Int($0) >= level }
        var areas: [BrightArea] = []
        for start in isLeft.indices where isLeft[start] {
            let area = flood(&isLeft, from: start, image)
            // A line of print is no screen; the smallest that counts has some 20 rows.
            if area.rows.count >= 8 { areas.append(area) }
        }
        return areas
    }

    private static func flood(_ isLeft: inout [Bool], from start: Int, _ image: GrayImage)
        -> BrightArea
    {
        var spans: [Int: ClosedRange<Int>] = [:]
        var open = [start]
        isLeft[start] = false
        while let here = open.popLast() {
            let (x, y) = (here % image.width, here / image.width)
            let span = spans[y] ?? x...x
            spans[y] = min(span.lowerBound, x)...max(span.upperBound, x)
            for (next, isInside) in [
                (here - 1, x > 0), (here + 1, x + 1 < image.width),
                (here - image.width, y > 0), (here + image.width, y + 1 < image.height),
            ] where isInside && isLeft[next] {
                isLeft[next] = false
                open.append(next)
            }
        }
        let top = spans.keys.min() ?? 0
        return BrightArea(top: top, rows: (top..<top + spans.count).compactMap { spans[$0] })
    }
}
