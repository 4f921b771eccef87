/// A head's own places: face widths from the middle of the pupils, across and down, the head's tilt
/// taken out.
struct HeadFrame {
    /// The face's width by the distance of its eyes, px: pupils are 0.444 of it apart.
    let unit: Double
    private let middle: Point
    private let along: (x: Double, y: Double)

    init(leftPupil: Point, rightPupil: Point) {
        let distance = max(1, leftPupil.distance(to: rightPupil))
        unit = distance / 0.444
        middle = .middle(leftPupil, rightPupil)
        along = ((rightPupil.x - leftPupil.x) / distance, (rightPupil.y - leftPupil.y) / distance)
    }

    /// The place of a pixel in the head.
    func place(of point: Point) -> Point {
        let (dx, dy) = ((point.x - middle.x) / unit, (point.y - middle.y) / unit)
        return Point(x: dx * along.x + dy * along.y, y: dy * along.x - dx * along.y)
    }

    /// The pixel of a place in the head.
    func pixel(_ u: Double, _ v: Double) -> Point {
        Point(
            x: middle.x + unit * (u * along.x - v * along.y),
            y: middle.y + unit * (u * along.y + v * along.x))
    }
}
