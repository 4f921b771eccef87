/// Collects what a view paints, in the order in which it is painted.
struct ScreenCanvas {
    private(set) var items: [ScreenItem] = []
    let language: Language
    let measure: ScreenText.Measure
    /// No letters are smaller than this, px.
    static let least = 15

    init(_ language: Language, measure: @escaping ScreenText.Measure) {
        (self.language, self.measure) = (language, measure)
    }

    mutating func fill(_ place: Rect, _ tint: ScreenTint) {
        items.append(.panel(place, tint))
    }

    mutating func show(_ picture: ScreenPicture, in place: Rect) {
        items.append(.picture(picture, place))
    }

    mutating func show(_ live: LiveView) { items.append(.live(live)) }

    mutating func glaze(_ place: Rect, _ tint: ScreenTint, _ share: Double) {
        if place.width > 0, place.height > 0 { items.append(.glaze(place, tint, share)) }
    }

    mutating func draw(_ triangles: [ScreenPoint], _ tint: ScreenTint) {
        items.append(.triangles(triangles, tint))
    }

    mutating func write(_ text: ScreenText) {
        if !text.text.isEmpty { items.append(.text(text)) }
    }

    /// Writes a text as large as it fits, of those sizes, px; in the last one where none does.
    mutating func write(
        _ role: ScreenText.Role, _ text: String, sizes: [Int], _ tint: ScreenTint,
        on ground: ScreenTint, in place: Rect, isCentred: Bool = false
    ) {
        let size = sizes.first { fits(text, $0, place) } ?? sizes.last ?? Self.least
        var place = place
        let height = measure(text, size, place.width).height
        // In the middle from top to bottom.
        place.y += max(0, (place.height - height) / 2)
        place.height = min(place.height, height)
        write(
            ScreenText(
                role: role, text: text, size: size, tint: tint, ground: ground, place: place,
                isCentred: isCentred))
    }

    private func fits(_ text: String, _ size: Int, _ place: Rect) -> Bool {
        let needed = measure(text, size, place.width)
        return needed.height <= place.height && needed.width <= place.width
    }

    /// Writes a text at the top of a place, and takes what it needs from the place.
    mutating func stack(
        _ role: ScreenText.Role, _ text: String, size: Int, _ tint: ScreenTint,
        on ground: ScreenTint,
        into place: inout Rect, gap: Int = 0
    ) {
        guard !text.isEmpty else { return }
        let height = measure(text, size, place.width).height
        var own = place
        own.height = height
        write(
            ScreenText(
                role: role, text: text, size: size, tint: tint, ground: ground, place: own))
        place.y += height + gap
        place.height -= height + gap
    }

    /// Whether everything painted since so many items lies in an area.
    func isWithin(_ area: Rect, since first: Int) -> Bool {
        items[first...].allSatisfy { item in
            switch item {
            case .panel(let place, _), .glaze(let place, _, _), .picture(_, let place):
                area.holds(place)
            case .live(let live): area.holds(live.place)
            case .triangles: true
            case .text(let text):
                area.holds(text.place)
                    && measure(text.text, text.size, text.place.width).width <= text.place.width
            }
        }
    }

    /// Has a part written as large as it fits its area: with smaller and smaller factors until it does.
    mutating func fit(_ area: Rect, _ body: (inout ScreenCanvas, Double) -> Void) {
        for factor in [1, 0.9, 0.8, 0.7, 0.62, 0.55, 0.48] {
            var trial = self
            body(&trial, factor)
            if trial.isWithin(area, since: items.count) || factor == 0.48 {
                self = trial
                return
            }
        }
    }
}
