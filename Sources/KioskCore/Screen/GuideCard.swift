extension ScreenCanvas {
    /// The card for students who wait: the way in three pictures, and below how to get a code.
    ///
    /// - Parameter unit: the unit of texts, px.
    mutating func addGuideCard(in area: Rect, unit: Double) {
        fill(area, .paper)
        let (language, gap) = (language, Int(unit.rounded()))
        var text = area.inset(2 * gap)
        var strip = text
        strip.height = min(text.height * 36 / 100, text.width * 26 / 100)
        addWay(in: strip, unit: unit)
        (text.y, text.height) = (strip.maxY + gap, text.maxY - strip.maxY - gap)
        fit(text) { canvas, factor in
            var place = text
            for (index, line) in GuideWords.lines.enumerated() {
                let size = Int(((index == 0 ? 5 : 3.2) * factor * unit).rounded())
                canvas.stack(
                    .guide, line[language], size: max(Self.least, size), .ink, on: .paper,
                    into: &place, gap: Int(Double(gap) * factor))
            }
        }
    }

    /// Three pictures with what they say, and arrows from one to the next.
    private mutating func addWay(in strip: Rect, unit: Double) {
        let width = strip.width / GuideWords.way.count
        for (index, words) in GuideWords.way.enumerated() {
            var picture = strip
            (picture.x, picture.width) = (strip.x + index * width, width)
            var caption = picture
            picture.height = strip.height * 7 / 10
            (caption.y, caption.height) = (picture.maxY, strip.height - picture.height)
            let side = picture.height
            addPicture(index, in: picture.fitting(Size(width: 3, height: 4)))
            write(
                .guide, words[language],
                sizes: [3.2, 2.8, 2.4, 2, 1.7, 1.4, 1.1].map { max(Self.least, Int($0 * unit)) },
                .ink, on: .paper, in: caption.inset(max(2, Int(unit / 2))), isCentred: true)
            guard index > 0 else { continue }
            let arrow = Rect(
                x: picture.x - side / 8, y: picture.y + side * 3 / 8, width: side / 4,
                height: side / 4)
            draw(ScreenShape.arrow(in: arrow, pointing: 0.25), .quiet)
        }
    }

    private mutating func addPicture(_ index: Int, in place: Rect) {
        let line = max(2, place.height / 48)
        switch index {
        case 0: addPhone(in: place, line)
        case 1: addSeat(in: place, line)
        default: addDone(in: place, line)
        }
    }

    /// A phone that shows a code.
    private mutating func addPhone(in place: Rect, _ line: Int) {
        let phone = place.fitting(Size(width: 58, height: 100))
        addBorder(phone, line, .ink)
        let cell = phone.width * 7 / 10 / GuideCode.cells
        let code = phone.inset((phone.width - cell * GuideCode.cells) / 2)
            .fitting(Size(width: 1, height: 1))
        for (x, y) in GuideCode.dark {
            fill(Rect(x: code.x + x * cell, y: code.y + y * cell, width: cell, height: cell), .ink)
        }
    }

    /// Head and shoulders in a portrait's frame.
    private mutating func addSeat(in place: Rect, _ line: Int) {
        addBorder(place, line, .quiet)
        let sitter = ScreenShape.sitter(in: place.inset(line), top: 0.1, chin: 0.68)
        draw(ScreenShape.line(through: sitter, width: 1.5 * Double(line)), .ink)
    }

    private mutating func addBorder(_ place: Rect, _ line: Int, _ tint: ScreenTint) {
        for side in place.without(place.inset(line)) { fill(side, tint) }
    }

    /// A portrait with a tick.
    private mutating func addDone(in place: Rect, _ line: Int) {
        addSeat(in: place, line)
        let side = place.width / 2
        let badge = Rect(x: place.maxX - side, y: place.maxY - side, width: side, height: side)
        draw(ScreenShape.ring(in: badge, share: 1, width: Double(side) / 2), .go)
        let tick = [(0.27, 0.52), (0.44, 0.7), (0.75, 0.32)].map {
            ScreenPoint(
                x: Double(badge.x) + $0 * Double(side), y: Double(badge.y) + $1 * Double(side))
        }
        draw(ScreenShape.line(through: tick, width: 2 * Double(line)), .ink)
    }
}

/// What looks like a code, and is none.
private enum GuideCode {
    static let cells = 15
    /// Columns and rows of the dark cells: three corners as a QR code has them, and a pattern.
    static let dark: [(Int, Int)] = (0..<cells).flatMap { y in
        (0..<cells).filter { isDark($0, y) }.map { ($0, y) }
    }

    private static func isDark(_ x: Int, _ y: Int) -> Bool {
        let corner = [(2, 2), (cells - 3, 2), (2, cells - 3)].map { middle in
            max(abs(x - middle.0), abs(y - middle.1))
        }.min()
        guard let corner, corner > 3 else { return corner != 1 && corner != 3 }
        return (5 * x * y + 3 * x + 7 * y) % 11 < 5
    }
}
