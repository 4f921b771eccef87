/// What the student's view shows at one moment, as a value: one large sentence at the top, next to the lens, and the
/// picture below. Nothing of the operator's: no count, no key, no other person.
public struct StudentScreen: CounterView {
    /// What is painted, in this order.
    public var items: [ScreenItem] { canvas.items }
    /// Nothing is pressed here.
    public var buttons: [PlacedButton] { [] }
    /// The sentence's ground.
    public let message: Rect
    /// What is below.
    public let picture: Rect

    var canvas: ScreenCanvas
    let scene: CounterScene
    let guidance: Guidance
    let history: StudentHistory
    let look: ScreenLook
    let unit: Double

    /// The student's view of a scene.
    ///
    /// - Parameters:
    ///   - history: what was seen before; it has seen this scene too.
    ///   - size: the window's, px.
    ///   - measure: how large texts are.
    public init(
        _ scene: CounterScene, _ history: StudentHistory, _ look: ScreenLook, size: Size,
        measure: @escaping ScreenText.Measure
    ) {
        let isUpright = size.width <= size.height
        unit = ScreenAreas(size).unit
        let high = Int(((isUpright ? 30 : 26) * unit).rounded())
        message = Rect(x: 0, y: 0, width: size.width, height: high)
        picture = Rect(x: 0, y: high, width: size.width, height: size.height - high)
        canvas = ScreenCanvas(look.language, measure: measure)
        (self.scene, self.history, self.look) = (scene, history, look)
        guidance = Guidance(scene)
        addMessage()
        canvas.fill(picture, .background)
        addPicture()
        addFlash()
    }

    private func letters(_ units: Double) -> Int {
        max(ScreenCanvas.least, Int((units * unit * look.textScale).rounded()))
    }

    private var margin: Int { max(4, Int((2 * unit).rounded())) }

    // MARK: the sentence

    private mutating func addMessage() {
        let severity = guidance.studentSeverity
        canvas.fill(message, severity.tint)
        var place = message.inset(margin)
        if let countdown = guidance.countdown { addRing(countdown, right(of: &place)) }
        let detail = guidance.detail[look.language]
        var (upper, lower) = (place, place)
        if !detail.isEmpty {
            upper.height = place.height * 2 / 3
            (lower.y, lower.height) = (upper.maxY, place.height - upper.height)
        }
        // A question mark would ask the student something.
        let sign = severity == .go || severity == .warn ? severity.icon + "  " : ""
        let line = sign + guidance.student[look.language]
        canvas.write(
            .headline, line, sizes: [10.5, 9, 7.7, 6.6, 5.6, 4.8, 4].map(letters), severity.ink,
            on: severity.tint, in: upper, isCentred: true)
        canvas.write(
            .advice, detail, sizes: [5, 4.4, 3.8, 3.3, 2.8, 2.3, 1.9].map(letters), severity.ink,
            on: severity.tint, in: lower, isCentred: true)
    }

    private func right(of place: inout Rect) -> Rect {
        let side = place.height
        place.width -= side + margin
        return Rect(x: place.maxX + margin, y: place.y, width: side, height: side)
    }

    /// The time that is left as a ring that closes, and the seconds in it; not on the face.
    private mutating func addRing(_ countdown: Double, _ place: Rect) {
        let (tint, ink) = (guidance.studentSeverity.tint, guidance.studentSeverity.ink)
        let width = Double(place.width) / 9
        let left = countdown / max(0.1, scene.booth.settings.readyFor)
        canvas.draw(ScreenShape.ring(in: place, share: 1, width: width), .raised)
        canvas.draw(ScreenShape.ring(in: place, share: left, width: width), .paper)
        canvas.write(
            .countdown, "\(max(1, Int(countdown.rounded(.up))))",
            sizes: [12, 9, 7, 5.5, 4].map(letters),
            ink, on: tint, in: place.inset(place.width / 5), isCentred: true)
    }

    // MARK: the picture

    private mutating func addPicture() {
        if let portrait = portrait {
            canvas.show(portrait, in: picture.inset(margin))
        } else if scene.booth.isGuideShown || history.isQuiet {
            addGuide()
        } else {
            addLive(in: picture)
        }
    }

    /// The student's own portrait, where there is one to be looked at.
    private var portrait: ScreenPicture? {
        if scene.portrait != nil { return .portrait }
        let isShown = scene.booth.state.name == .stored || scene.booth.state.name == .waiting
        return isShown && scene.stored != nil ? .stored : nil
    }

    private mutating func addLive(in place: Rect) {
        guard look.picture.width > 0 else { return }
        let isUpright = place.width <= place.height
        let live =
            isUpright
            ? LiveView(filling: place, with: look.picture, isMirrored: look.isMirrored)
            : LiveView(fitting: look.picture, into: place, isMirrored: look.isMirrored)
        canvas.show(live)
        guard !guidance.isWait else {
            return canvas.glaze(live.place, .background, GuideFrame.veil)
        }
        if let frame = GuideFrame(scene, guidance, look.rule, over: live, of: look.picture) {
            frame.paint(on: &canvas)
            if guidance.readiness == 0 { frame.paintSitter(on: &canvas) }
            addArrows(beside: frame.frame, in: live.place)
        }
        if scene.booth.state.name == .waiting { addReadZone(in: live.place) }
        if guidance.isReady { addEdge() }
    }

    /// Corners of a square, where the phone is to be held.
    private mutating func addReadZone(in place: Rect) {
        let side = min(place.width, place.height) * 6 / 10
        let zone = Rect(x: 0, y: 0, width: side, height: side)
        let (left, top) = (place.centre.x - Double(side) / 2, place.centre.y - Double(side) / 2)
        let line = Double(max(2, place.height / 160))
        for (width, tint) in [(3 * line, ScreenTint.background), (line, .text)] {
            for corner in zone.corners(arm: side / 6) {
                let points = corner.map { ScreenPoint(x: $0.x + left, y: $0.y + top) }
                canvas.draw(ScreenShape.line(through: points, width: width), tint)
            }
        }
    }

    /// A border round the whole screen: ready is seen from the corner of the eye.
    private mutating func addEdge() {
        for side in picture.without(picture.inset(Int(2.2 * unit))) {
            canvas.fill(side, guidance.studentSeverity.tint)
        }
    }

    // MARK: the way to go

    private mutating func addArrows(beside frame: Rect, in place: Rect) {
        guard let arrow = guidance.arrow else { return }
        let (left, right) = (frame.x - place.x, place.maxX - frame.maxX)
        let size = min(max(min(left, right) - 2 * margin, Int(14 * unit)), Int(28 * unit))
        for (x, y, turns) in arrow.pointers(isMirrored: look.isMirrored) {
            let isLeft = x < 0
            let middle = isLeft ? frame.x - margin - size : frame.maxX + margin
            let low = place.centre.y + y * Double(place.height) / 4 - Double(size) / 2
            let own = Rect(
                x: min(max(middle, place.x + margin), place.maxX - size - margin), y: Int(low),
                width: size, height: size)
            canvas.draw(ScreenShape.arrow(in: own.inset(-size / 12), pointing: turns), .background)
            canvas.draw(ScreenShape.arrow(in: own, pointing: turns), guidance.studentSeverity.tint)
        }
    }

    // MARK: the card, the flash

    /// How to get a code; the camera's picture stays, for whoever comes with one.
    private mutating func addGuide() {
        var (card, live) = (picture, picture)
        if picture.width > picture.height {
            card.width = picture.width * 6 / 10
            (live.x, live.width) = (card.maxX, picture.width - card.width)
        } else {
            card.height = picture.height * 6 / 10
            (live.y, live.height) = (card.maxY, picture.height - card.height)
        }
        canvas.addGuideCard(in: card.inset(margin), unit: unit * look.textScale)
        addLive(in: live.inset(margin))
    }

    private mutating func addFlash() {
        guard history.flash > 0 else { return }
        for place in [message, picture] { canvas.glaze(place, .white, history.flash) }
    }
}

extension Rect {
    /// Its four corners as angles with arms of that length.
    fileprivate func corners(arm: Int) -> [[ScreenPoint]] {
        [(x, y, 1, 1), (maxX, y, -1, 1), (maxX, maxY, -1, -1), (x, maxY, 1, -1)].map {
            let (x, y) = (Double($0), Double($1))
            return [
                ScreenPoint(x: x + Double($2 * arm), y: y), ScreenPoint(x: x, y: y),
                ScreenPoint(x: x, y: y + Double($3 * arm)),
            ]
        }
    }
}

extension Guidance.Arrow {
    /// The arrows beside the frame: at its left (-1) or right (1), how far up or down, and where they point, in turns
    /// clockwise from up. Nearer is outwards, as the picture grows then.
    fileprivate func pointers(isMirrored: Bool) -> [(side: Double, level: Double, turns: Double)] {
        switch self {
        case .left, .right:
            (self == .left) == isMirrored ? [(-1, 0, 0.75)] : [(1, 0, 0.25)]
        case .up: [(-1, 0, 0), (1, 0, 0)]
        case .down: [(-1, 0, 0.5), (1, 0, 0.5)]
        case .nearer: [(-1, -1, 0.875), (-1, 1, 0.625), (1, -1, 0.125), (1, 1, 0.375)]
        case .farther: [(-1, -1, 0.375), (-1, 1, 0.125), (1, -1, 0.625), (1, 1, 0.875)]
        }
    }
}
