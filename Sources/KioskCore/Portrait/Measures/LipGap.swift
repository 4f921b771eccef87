/// How far the lips are apart.
enum LipGap {
    /// The gap in percent of the distance from the eyes to the chin (OFIQ's mouth closed, ISO/IEC
    /// 29794-5, takes the same ratio); nil where the mouth leaves the picture.
    ///
    /// Landmarks alone open with beards and thick lips. What counts is seen between the lips: dark,
    /// or bright teeth where the landmarks part too.
    static func percent(in gray: GrayImage, _ points: FaceLandmarks) -> Double? {
        let eyes = Point.middle(points.leftEye, points.rightEye)
        let length = eyes.distance(to: points[8])
        let columns = stride(from: 0.0, through: 1, by: 1.0 / 6).map {
            Int((points[61].x + (points[63].x - points[61].x) * $0).rounded())
        }
        let runs = columns.compactMap { darkRun(in: gray, points, column: $0, length) }.sorted()
        guard length > 1, runs.count == columns.count else { return nil }
        let dark = 100 * runs[runs.count / 2] / length
        let parted = 100 * landmarkGap(points) / length
        let isSeen = hasTeeth(in: gray, points) ? parted >= 1.5 : parted > 8.5
        return isSeen ? max(dark, 1.4 * parted) : dark
    }

    private static func landmarkGap(_ points: FaceLandmarks) -> Double {
        let gaps = [(61, 67), (62, 66), (63, 65)].map { points[$0].distance(to: points[$1]) }
        return gaps.reduce(0, +) / 3
    }

    /// The longest run of pixels of a column, between the outer edges of the lips, that are less
    /// than half as bright as the lips.
    private static func darkRun(
        in gray: GrayImage, _ points: FaceLandmarks, column: Int, _ length: Double
    ) -> Double? {
        let x = Double(column)
        let top = Int((edge([49, 50, 51, 52, 53], points, at: x) - 0.01 * length).rounded())
        let bottom = Int((edge([59, 58, 57, 56, 55], points, at: x) + 0.02 * length).rounded())
        guard column >= 0, column < gray.width, top >= 0, bottom < gray.height, bottom - top >= 4
        else { return nil }
        let line = (top...bottom).map { Double(gray.pixels[$0 * gray.width + column]) }
        let limit = 0.5 * line.sorted()[line.count * 7 / 10]
        return longestRun(line, under: limit)
    }

    /// The longest run under a level, its ends to parts of a pixel.
    private static func longestRun(_ line: [Double], under level: Double) -> Double {
        var best = 0.0
        var start: Double?
        for index in 1..<line.count {
            let (before, here) = (line[index - 1], line[index])
            if before >= level, here < level {
                start = Double(index - 1) + (before - level) / (before - here)
            } else if before < level, here >= level, let from = start {
                best = max(best, Double(index - 1) + (level - before) / (here - before) - from)
                start = nil
            }
        }
        return best
    }

    /// A row of landmarks at a column.
    private static func edge(_ indices: [Int], _ points: FaceLandmarks, at x: Double) -> Double {
        for (left, right) in zip(indices, indices.dropFirst()) where points[right].x >= x {
            let span = max(points[right].x - points[left].x, 1e-6)
            let share = min(max((x - points[left].x) / span, 0), 1)
            return points[left].y + share * (points[right].y - points[left].y)
        }
        return points[indices[indices.count - 1]].y
    }

    /// Whether what is between the inner lips is as bright as the lips: teeth, in no closed mouth.
    private static func hasTeeth(in gray: GrayImage, _ points: FaceLandmarks) -> Bool {
        let between = mean(gray, columns: (61, 63), rows: (points[62].y, points[66].y))
        let lower = points[66].y + 0.25 * (points[57].y - points[66].y)
        let lip = mean(gray, columns: (61, 63), rows: (lower, points[57].y))
        func mean(_ gray: GrayImage, columns: (Int, Int), rows: (Double, Double)) -> Double? {
            let (left, right) = (Int(points[columns.0].x), Int(points[columns.1].x))
            let (top, bottom) = (Int(rows.0.rounded(.up)), Int(rows.1))
            guard left >= 0, right < gray.width, top >= 0, bottom < gray.height, right > left,
                bottom >= top
            else { return nil }
            let sum = (top...bottom).reduce(0) { sum, row in
                sum + (left...right).reduce(0) { $0 + Int(gray.pixels[row * gray.width + $1]) }
            }
            return Double(sum) / Double((bottom - top + 1) * (right - left + 1))
        }
        guard let between, let lip else { return false }
        return between >= lip
    }
}
