/// Where the shoulders come out beside the head.
struct ShoulderLine: Hashable, Sendable {
    /// The slope, degrees: positive where the picture's right one is lower; nil where one of them
    /// cannot be told from the backdrop or lies outside.
    let slope: Double?
    /// Whether only one of them is there.
    let missesOne: Bool

    init(_ photo: Photo, _ area: PortraitArea, _ head: HeadGeometry, _ model: BackdropModel) {
        let unit = max(1, head.faceWidth)
        let half = Double(area.size.width) / area.scale / 2
        let room = min(
            head.middle - area.x, area.x + 2 * half - head.middle, 0.9 * unit)
        let scan = Scan(photo: photo, area: area, model: model)
        let from = head.eyeLine + 0.5 * unit
        func edge(_ side: Double) -> Double? {
            scan.edge(at: head.middle + side * (room - 0.06 * unit), reach: 0.04 * unit, from: from)
        }
        let (left, right) = (edge(-1), edge(1))
        missesOne = (left == nil) != (right == nil)
        slope = left.flatMap { left in
            right.map {
                Angle.degrees(across: 2 * (room - 0.06 * unit), down: $0 - left)
            }
        }
    }

    private struct Scan {
        let photo: Photo
        let area: PortraitArea
        let model: BackdropModel

        /// The middle of what several columns about one say.
        func edge(at middle: Double, reach: Double, from top: Double) -> Double? {
            let edges = (-3...3).compactMap { step in
                edge(column: Int(middle + reach * Double(step) / 3), from: Int(top))
            }.sorted()
            return edges.count >= 4 ? Double(edges[edges.count / 2]) : nil
        }

        /// The row where a column's backdrop ends, followed downwards from pixel to pixel: a wall that darkens
        /// towards its corners is no shoulder. nil where it goes on to the portrait's lower edge, or where
        /// there is none.
        private func edge(column: Int, from top: Int) -> Int? {
            let end = min(photo.height, Int(area.y + Double(area.size.height) / area.scale))
            guard column >= 0, column < photo.width, top >= 0, end - top > 6,
                let start = (top..<end).first(where: { isBackdrop(column, $0) })
            else { return nil }
            var known = photo.levels(column, start)
            var others = 0
            for row in start..<end {
                let difference = photo.levels(column, row) - known
                if (difference * difference).sum() < model.threshold * model.threshold {
                    known += difference / 6
                    others = 0
                } else {
                    others += 1
                    if others == 3 { return row - 2 }
                }
            }
            return nil
        }

        private func isBackdrop(_ x: Int, _ y: Int) -> Bool {
            !model.differs(photo.levels(x, y), x: x, y: y)
        }
    }
}
