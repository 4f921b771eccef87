/// Where the shoulders come out beside the head.
struct ShoulderLine: Hashable, Sendable {
    /// The slope, degrees: positive where the picture's right one is lower; nil where one of them
    /// cannot be told from the backdrop or lies outside.
    let slope: Double?
    /// Whether only one of them is there.
    let missesOne: Bool
    /// Whether both are there, and hair hangs over where one of them comes out.
    let isHidden: Bool

    /// Where one of them comes out beside the head.
    private enum Edge: Hashable {
        case row(Double)
        /// Something hangs before the backdrop from the face down.
        case hidden
        /// The backdrop goes on to the portrait's lower edge.
        case missing

        var row: Double? { if case .row(let row) = self { row } else { nil } }
    }

    init(_ photo: Photo, _ area: PortraitArea, _ head: HeadGeometry, _ model: BackdropModel) {
        let unit = max(1, head.faceWidth)
        let half = Double(area.size.width) / area.scale / 2
        let room = min(
            head.middle - area.x, area.x + 2 * half - head.middle, 0.9 * unit)
        let scan = Scan(photo: photo, area: area, model: model)
        let from = head.eyeLine + 0.5 * unit
        func edge(_ side: Double) -> Edge {
            scan.edge(at: head.middle + side * (room - 0.06 * unit), reach: 0.04 * unit, from: from)
        }
        let (left, right) = (edge(-1), edge(1))
        missesOne = (left == .missing) != (right == .missing)
        isHidden = left != .missing && right != .missing && (left == .hidden || right == .hidden)
        slope = left.row.flatMap { left in
            right.row.map {
                Angle.degrees(across: 2 * (room - 0.06 * unit), down: $0 - left)
            }
        }
    }

    private struct Scan {
        let photo: Photo
        let area: PortraitArea
        let model: BackdropModel

        /// The middle of what several columns about one say.
        func edge(at middle: Double, reach: Double, from top: Double) -> Edge {
            let edges = (-3...3).map { step in
                edge(column: Int(middle + reach * Double(step) / 3), from: Int(top))
            }
            let rows = edges.compactMap(\.row).sorted()
            guard rows.count < 4 else { return .row(rows[rows.count / 2]) }
            return edges.count { $0 == .hidden } > edges.count { $0 == .missing }
                ? .hidden : .missing
        }

        /// The row where a column's backdrop ends, followed downwards from pixel to pixel: a wall that darkens
        /// towards its corners is no shoulder.
        private func edge(column: Int, from top: Int) -> Edge {
            let end = min(photo.height, Int(area.y + Double(area.size.height) / area.scale))
            guard column >= 0, column < photo.width, top >= 0, end - top > 6 else {
                return .missing
            }
            guard let start = (top..<end).first(where: { isBackdrop(column, $0) }) else {
                return .hidden
            }
            var known = photo.levels(column, start)
            var others = 0
            for row in start..<end {
                let difference = photo.levels(column, row) - known
                if (difference * difference).sum() < model.threshold * model.threshold {
                    known += difference / 6
                    others = 0
                } else {
                    others += 1
                    if others == 3 { return .row(Double(row - 2)) }
                }
            }
            return .missing
        }

        private func isBackdrop(_ x: Int, _ y: Int) -> Bool {
            !model.differs(photo.levels(x, y), x: x, y: y)
        }
    }
}
