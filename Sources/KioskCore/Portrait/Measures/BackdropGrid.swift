/// The portrait in cells of 12 × 12 of its pixels, each backdrop, student or something else.
struct BackdropGrid {
    /// A cell and its place, face widths from the middle of the eyes.
    struct Cell {
        var color: LabColor
        var u: Double
        var v: Double
        var kind: Kind
    }

    enum Kind {
        /// The backdrop, and the same with far less light: its deep shadow, or something grey.
        case backdrop, shade
        case other, student, object
    }

    private static let side = 12
    private let columns: Int
    private let rows: Int
    private var cells: [Cell] = []
    private let unit: Double
    private let area: PortraitArea

    init(_ photo: Photo, _ area: PortraitArea, _ head: HeadGeometry, _ model: BackdropModel) {
        columns = area.size.width / Self.side
        rows = area.size.height / Self.side
        unit = max(1, head.faceWidth)
        self.area = area
        cells.reserveCapacity(columns * rows)
        for row in 0..<rows {
            for column in 0..<columns {
                let place = area.pixel(
                    (Double(column) + 0.5) * Double(Self.side),
                    (Double(row) + 0.5) * Double(Self.side))
                cells.append(Self.cell(photo, area, model, at: place, head, unit))
            }
        }
        for row in 0..<rows { mark(row) }
    }

    /// Cells that are backdrop with backdrop around, above the shoulders.
    var backdrop: [Cell] {
        (0..<rows).flatMap { row in
            (0..<columns).compactMap { column in
                let cell = self[column, row]
                return cell.kind == .backdrop && cell.v < Self.shoulderLine
                    && !touchesOther(column, row) ? cell : nil
            }
        }
    }

    /// Percent of the portrait's cells that are something else.
    var objects: Double {
        100 * Double(cells.count { $0.kind == .object }) / Double(max(1, cells.count))
    }

    /// The middle of the upper row of cells that are backdrop all around, at the portrait's side.
    var flat: Point? {
        for row in 2..<max(3, rows / 2) {
            for column in [2, columns - 3] where isClear(column, row) {
                return area.pixel(
                    (Double(column) + 0.5) * Double(Self.side),
                    (Double(row) + 0.5) * Double(Self.side))
            }
        }
        return nil
    }

    private func isClear(_ column: Int, _ row: Int) -> Bool {
        (-2...2).allSatisfy { dy in
            (-2...2).allSatisfy { dx in
                let (x, y) = (column + dx, row + dy)
                return x >= 0 && y >= 0 && x < columns && y < rows
                    && self[x, y].kind == .backdrop
            }
        }
    }

    private subscript(column: Int, row: Int) -> Cell { cells[row * columns + column] }

    private func touchesOther(_ column: Int, _ row: Int) -> Bool {
        [(-1, 0), (1, 0), (0, -1), (0, 1)].contains { dx, dy in
            let (x, y) = (column + dx, row + dy)
            return x >= 0 && y >= 0 && x < columns && y < rows && self[x, y].kind != .backdrop
        }
    }

    /// Above this the student's body does not reach, face widths below the eyes.
    private static let shoulderLine = 0.95
    /// Hair reaches this far from the face's middle, face widths, a pony tail beside the neck too;
    /// nearer to it everything is the student's.
    private static let usualHair = 0.72
    /// And what hangs together with it, up to here.
    private static let widestHair = 0.84

    /// Marks what is the student's in a row, from the middle outward to the first backdrop, and calls
    /// the rest of what is not backdrop an object.
    private mutating func mark(_ row: Int) {
        guard self[0, row].v < Self.shoulderLine else { return }
        let middle = (0..<columns).min { abs(self[$0, row].u) < abs(self[$1, row].u) } ?? 0
        for step in [-1, 1] {
            var column = step < 0 ? middle : middle + 1
            var isStudent = true
            while column >= 0, column < columns {
                let cell = self[column, row]
                if cell.kind == .backdrop, abs(cell.u) > 0.12 { isStudent = false }
                if abs(cell.u) > Self.widestHair { isStudent = false }
                if cell.kind == .other || cell.kind == .shade {
                    let isNear = abs(cell.u) < Self.usualHair
                    cells[row * columns + column].kind =
                        cell.kind == .shade
                        ? (isNear ? .student : .backdrop)
                        : (isNear || isStudent ? .student : .object)
                }
                column += step
            }
        }
    }

    private static func cell(
        _ photo: Photo, _ area: PortraitArea, _ model: BackdropModel, at place: Point,
        _ head: HeadGeometry, _ unit: Double
    ) -> Cell {
        let half = Double(side) / 3 / area.scale
        let light = photo.light(about: place, half: half, count: 3) ?? .dark
        let color = LabColor(light)
        let expected = model.light(x: place.x, y: place.y)
        return Cell(
            color: color, u: (place.x - head.middle) / unit, v: (place.y - head.eyeLine) / unit,
            kind: kind(color, light, expected, model.threshold))
    }

    /// Backdrop, or backdrop in shadow: the same colour with less light, down to 18 L* less. Grey hair
    /// before grey is darker, so that up to 40 L* less it is a shadow only beyond usual hair.
    private static func kind(
        _ color: LabColor, _ light: LinearLight, _ expected: LinearLight, _ threshold: Double
    ) -> Kind {
        let share = light.luminance / max(expected.luminance, 1e-4)
        let bright = LabColor(expected)
        let darker = bright.lightness - color.lightness
        guard darker < 40, share < 1.3 else { return .other }
        let dimmed = LabColor(expected.times(share))
        let isSame =
            min(color.chromaDistance(to: dimmed), color.chromaDistance(to: bright))
            < max(10, threshold / 5)
        return !isSame ? .other : darker < 18 ? .backdrop : .shade
    }
}
