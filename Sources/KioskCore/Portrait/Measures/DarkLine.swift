/// Finds dark things by their rows or columns: nostrils, and the line between closed lips.
struct DarkLine {
    private let gray: GrayImage
    private let columns: ClosedRange<Int>
    private let rows: ClosedRange<Int>

    /// A box to look in, px; nil where it leaves the picture or is less than four pixels high or wide.
    init?(_ gray: GrayImage, columns: ClosedRange<Double>, rows: ClosedRange<Double>) {
        let (left, right) = (Int(columns.lowerBound), Int(columns.upperBound))
        let (top, bottom) = (Int(rows.lowerBound), Int(rows.upperBound))
        guard left >= 0, top >= 0, right < gray.width, bottom < gray.height, right - left >= 3,
            bottom - top >= 3
        else { return nil }
        (self.gray, self.columns, self.rows) = (gray, left...right, top...bottom)
    }

    /// The darkest row, to parts of a pixel.
    ///
    /// - Parameter share: which of a row's sorted pixels stands for it: 0.25 for spots, 0.5 for a line
    ///   through the whole box.
    func row(share: Double) -> Double {
        let profile = rows.map { row in
            Self.sample(columns.map { gray.pixels[row * gray.width + $0] }, share)
        }
        return Double(rows.lowerBound) + Self.darkest(profile)
    }

    /// The darkest column, alike.
    func column(share: Double) -> Double {
        let profile = columns.map { column in
            Self.sample(rows.map { gray.pixels[$0 * gray.width + column] }, share)
        }
        return Double(columns.lowerBound) + Self.darkest(profile)
    }

    /// The middle of what is darker than most of the box, by the square of how much.
    func centre() -> Double {
        let level = Self.sample(
            rows.flatMap { row in columns.map { gray.pixels[row * gray.width + $0] } }, 0.6)
        var (sum, weights) = (0.0, 1e-6)
        for row in rows {
            for column in columns {
                let depth = max(0, level - Double(gray.pixels[row * gray.width + column]))
                sum += depth * depth * Double(column - columns.lowerBound)
                weights += depth * depth
            }
        }
        return Double(columns.lowerBound) + sum / weights
    }

    private static func sample(_ pixels: [UInt8], _ share: Double) -> Double {
        Double(pixels.sorted()[Int(share * Double(pixels.count - 1))])
    }

    /// The place that is darkest beside the brightest on either side of it: a beard or a shadow at the
    /// box's edge is darker than a line, but nothing bright follows it.
    private static func darkest(_ profile: [Double]) -> Double {
        let smooth = smoothed(profile)
        let depths = smooth.indices.map { index in
            let before = smooth[...index].max() ?? 0
            let after = smooth[index...].max() ?? 0
            return min(before, after) - smooth[index]
        }
        let deepest = depths.indices.max { depths[$0] < depths[$1] } ?? 0
        guard deepest > 0, deepest < smooth.count - 1 else { return Double(deepest) }
        return Double(deepest)
            + vertex(smooth[deepest - 1], smooth[deepest], smooth[deepest + 1])
    }

    private static func smoothed(_ profile: [Double]) -> [Double] {
        profile.indices.map { index in
            func at(_ offset: Int) -> Double {
                profile[min(max(index + offset, 0), profile.count - 1)]
            }
            return 0.1 * (at(-2) + at(2)) + 0.2 * (at(-1) + at(1)) + 0.4 * at(0)
        }
    }
}
