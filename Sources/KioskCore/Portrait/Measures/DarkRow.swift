/// Finds dark horizontal things: nostrils, and the line between closed lips.
enum DarkRow {
    /// The row of the darkest place in a box, px, to parts of a pixel; nil where the box leaves the
    /// picture.
    ///
    /// - Parameter share: which of a row's sorted pixels stands for it: 0.25 for spots, 0.5 for a
    ///   line through the whole box.
    static func find(
        in gray: GrayImage, columns: ClosedRange<Double>, rows: ClosedRange<Double>, share: Double
    ) -> Double? {
        let (left, right) = (Int(columns.lowerBound), Int(columns.upperBound))
        let (top, bottom) = (Int(rows.lowerBound), Int(rows.upperBound))
        guard left >= 0, top >= 0, right < gray.width, bottom < gray.height, right > left,
            bottom - top >= 3
        else { return nil }
        let profile = (top...bottom).map { row in
            let line = gray.pixels[row * gray.width + left...row * gray.width + right].sorted()
            return Double(line[Int(share * Double(line.count - 1))])
        }
        let smooth = smoothed(profile)
        guard let darkest = smooth.indices.min(by: { smooth[$0] < smooth[$1] }) else { return nil }
        guard darkest > 0, darkest < smooth.count - 1 else { return Double(top + darkest) }
        return Double(top + darkest)
            + vertex(smooth[darkest - 1], smooth[darkest], smooth[darkest + 1])
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
