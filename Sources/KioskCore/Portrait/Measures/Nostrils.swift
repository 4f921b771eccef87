/// Where the nostrils are, face widths from the middle of the pupils. They are the sharpest thing of a
/// nose: landmarks of it move with light and beards.
struct Nostrils {
    /// Half-way between the darkest columns.
    let across: Double
    /// The middle of all that is dark there.
    let centre: Double
    /// How far below the pupils.
    let down: Double

    /// The nostrils near the landmarks of a nose's base; where they leave the picture, those landmarks
    /// stand for them.
    init(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage) {
        guard let seen = Self.seen(points, frame, gray) else {
            let base = frame.place(of: points.mean(31...35))
            (across, centre, down) = (base.x, base.x, base.y - 0.027)
            return
        }
        (across, down) = (frame.place(of: seen.between).x, frame.place(of: seen.between).y)
        centre = frame.place(of: seen.centre).x
    }

    private static func seen(_ points: FaceLandmarks, _ frame: HeadFrame, _ gray: GrayImage)
        -> (between: Point, centre: Point)?
    {
        let (base, unit) = (points[33], frame.unit)
        func box(_ u: Double, _ half: Double, _ rows: ClosedRange<Double>) -> DarkLine? {
            let x = base.x + u * unit
            return DarkLine(gray, columns: x - half * unit...x + half * unit, rows: rows)
        }
        let height = base.y - 0.09 * unit...base.y + 0.035 * unit
        let rows = [-0.048, 0.048].compactMap { box($0, 0.03, height)?.row(share: 0.25) }
        guard rows.count == 2 else { return nil }
        let y = (rows[0] + rows[1]) / 2
        let band = y - 0.015 * unit...y + 0.015 * unit
        let columns = [-0.05, 0.05].compactMap { box($0, 0.045, band)?.column(share: 0.3) }
        guard columns.count == 2, let centre = box(0, 0.11, band)?.centre() else { return nil }
        return (Point(x: (columns[0] + columns[1]) / 2, y: y), Point(x: centre, y: y))
    }
}
