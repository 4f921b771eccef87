/// Rows of letters: what is printed over a picture or on clothes.
enum LetterRow {
    /// A stroke is no wider than this, px.
    private static let widest = 15
    /// And stands out by so much, levels; letters that run into one another at the lower are apart at the higher.
    private static let contrasts: [UInt8] = [36, 100]
    private static let heights = 7...70
    private static let least = 4

    /// The most letters that stand in one row under a face, four or more; 0 where there is no such row.
    static func longest(in photo: Photo, under head: HeadGeometry) -> Int {
        let first = min(max(0, Int(head.chin.y)), photo.height)
        guard photo.height - first > 2 * widest else { return 0 }
        let rows = first..<photo.height
        // Yellow on white has no luma to speak of, red on black little: one channel tells each.
        let (luma, least, greatest) = (
            photo.plane(rows) { KioskCore.luma(($0, $1, $2)) },
            photo.plane(rows) { min($0, $1, $2) },
            photo.plane(rows) { max($0, $1, $2) }
        )
        let responses = [
            luma.standingOut(.bright, narrowerThan: widest),
            luma.standingOut(.dark, narrowerThan: widest),
            least.standingOut(.dark, narrowerThan: widest),
            greatest.standingOut(.bright, narrowerThan: widest),
        ]
        let letters = responses.flatMap(letters)
        // A word that begins on skin and ends on a shirt is bright here and dark there.
        return (letters + [letters.flatMap { $0 }]).map { longest(in: $0, photo.width) }.max() ?? 0
    }

    private static func letters(_ response: GrayImage) -> [[ConnectedPart]] {
        contrasts.map { contrast in
            ConnectedPart.all(of: response, atLeast: contrast)
                // What the edge cuts in one row looks as if it stood on one line.
                .filter { isLetter($0) && !$0.isCut(in: response.size) }
        }
    }

    private static func longest(in letters: [ConnectedPart], _ width: Int) -> Int {
        let sorted = letters.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
        return sorted.indices.map { row(from: $0, sorted, width) }.max() ?? 0
    }

    private static func isLetter(_ part: ConnectedPart) -> Bool {
        heights.contains(part.height) && part.width >= 2 && part.width <= 2 * part.height
            && part.pixels.count * 8 >= part.width * part.height
    }

    /// How many letters follow one another from a letter on; 0 where they are too few or all alike, as
    /// buttons and stripes are.
    private static func row(from start: Int, _ letters: [ConnectedPart], _ width: Int) -> Int {
        var row = [letters[start]]
        for next in letters[(start + 1)...] {
            let last = row[row.count - 1]
            let gap = next.columns.lowerBound - last.columns.upperBound
            guard Double(gap) <= 1.3 * Double(last.height) else { break }
            let most = max(1, Int(0.12 * Double(last.height)))
            if gap > 0, last.isLevel(with: next, within: most) { row.append(next) }
        }
        return row.count >= least && kinds(row, width) >= max(2, row.count / 4) ? row.count : 0
    }

    /// How many different shapes there are.
    private static func kinds(_ row: [ConnectedPart], _ width: Int) -> Int {
        let shapes = row.map { $0.shape(width) }
        return shapes.indices.count { index in
            !shapes[..<index].contains { other in
                zip(other, shapes[index]).map { abs($0 - $1) }.reduce(0, +) < 1.2
            }
        }
    }
}

extension ConnectedPart {
    /// Whether another one stands on the same line and is as high.
    fileprivate func isLevel(with other: ConnectedPart, within most: Int) -> Bool {
        abs(rows.lowerBound - other.rows.lowerBound) <= most
            && abs(rows.upperBound - other.rows.upperBound) <= most
    }

    /// How full each ninth of its box is.
    fileprivate func shape(_ stride: Int) -> [Double] {
        var counts = [Double](repeating: 0, count: 9)
        for pixel in pixels {
            let column = (pixel % stride - columns.lowerBound) * 3 / width
            let row = (pixel / stride - rows.lowerBound) * 3 / height
            counts[row * 3 + column] += 9 / Double(width * height)
        }
        return counts
    }
}

extension Photo {
    /// A number of each pixel of some rows, by its red, green and blue.
    @inline(__always)
    fileprivate func plane(
        _ rows: Range<Int>, _ of: (UInt8, UInt8, UInt8) -> UInt8
    ) -> GrayImage {
        GrayImage(size: Size(width: width, height: rows.count)) { output in
            pixels.withUnsafeBufferPointer { pixels in
                var at = rows.lowerBound * width * 3
                for index in output.indices {
                    output[index] = of(pixels[at], pixels[at + 1], pixels[at + 2])
                    at += 3
                }
            }
        }
    }
}
