/// The frame of the portrait to come, over the camera's picture. What is outside is darker; nothing ever tints the face.
struct GuideFrame {
    /// The frame, px of the screen.
    let frame: Rect
    /// The picture it stands over.
    let live: LiveView
    let rule: PortraitRule
    let tint: ScreenTint

    /// How dark what is not the portrait becomes, and what is around a line's core so that it is seen on any picture.
    static let (veil, casing) = (0.55, 0.8)

    /// The frame of a scene; nil where nobody poses.
    init?(
        _ scene: CounterScene, _ guidance: Guidance, _ rule: PortraitRule, over live: LiveView,
        of picture: Size
    ) {
        guard let guide = scene.guide(rule, in: picture) else { return nil }
        frame = live.onScreen(guide)
        (self.live, self.rule, tint) = (live, rule, guidance.severity.tint)
    }

    /// The core's breadth, px.
    var line: Int { max(2, live.place.height / 160) }

    /// Paints it, with ticks at its sides for the zones of hair top and eye line.
    func paint(on canvas: inout ScreenCanvas) {
        for place in live.place.without(frame) { canvas.glaze(place, .background, Self.veil) }
        for place in outline(from: -line / 2, lines: 2 * line) {
            canvas.glaze(place, .background, Self.casing)
        }
        for place in outline(from: 0, lines: line) { canvas.fill(place, tint) }
        for tick in ticks {
            canvas.glaze(tick.inset(-line / 2), .background, Self.casing)
            canvas.fill(tick, tint)
        }
    }

    private var ticks: [Rect] {
        let unit = Double(frame.height) / Double(rule.size.height)
        let length = frame.width / 12
        return [rule.hairTop, rule.eyes].flatMap { [$0.lowerBound, $0.upperBound] }.flatMap { row in
            [frame.x, frame.maxX - length].map { x in
                Rect(
                    x: x, y: frame.y + Int(row * unit) - line / 2, width: length, height: line)
            }
        }
    }

    /// The four sides of a border of so many lines, from so far within the frame's edge.
    private func outline(from first: Int, lines: Int) -> [Rect] {
        let outer = frame.inset(first)
        return outer.without(outer.inset(lines))
    }

    /// Paints head and shoulders to sit into.
    func paintSitter(on canvas: inout ScreenCanvas) {
        let height = Double(rule.size.height)
        let (top, eyes) = (rule.hairTop.middle / height, rule.eyes.middle / height)
        // The chin is nearly as far below the eyes as the hair's top is above them.
        let points = ScreenShape.sitter(in: frame, top: top, chin: eyes + 0.9 * (eyes - top))
        canvas.draw(ScreenShape.line(through: points, width: Double(3 * line)), .background)
        canvas.draw(ScreenShape.line(through: points, width: Double(line)), .text)
    }
}

extension Rect {
    /// What of it is around another one: above, below, left and right of it.
    func without(_ hole: Rect) -> [Rect] {
        let (top, bottom) = (max(y, hole.y), min(maxY, hole.maxY))
        let (left, right) = (max(x, hole.x), min(maxX, hole.maxX))
        return [
            Rect(x: x, y: y, width: width, height: top - y),
            Rect(x: x, y: bottom, width: width, height: maxY - bottom),
            Rect(x: x, y: top, width: left - x, height: bottom - top),
            Rect(x: right, y: top, width: maxX - right, height: bottom - top),
        ].filter { $0.width > 0 && $0.height > 0 }
    }
}

extension CounterScene {
    /// The frame of the portrait to come, px of the camera's picture: the crop where the student
    /// sits right; else the largest upright crop in the middle, for the student to come into.
    public func guide(_ rule: PortraitRule, in picture: Size) -> Rect? {
        guard case .posing(_, let pose) = booth.state else { return nil }
        return pose.framing.crop ?? rule.largestCrop(of: picture)
    }
}

extension PortraitRule {
    /// The largest crop of its shape in the middle of a picture, px.
    func largestCrop(of picture: Size) -> Rect {
        Rect(x: 0, y: 0, width: picture.width, height: picture.height).fitting(size)
    }
}
