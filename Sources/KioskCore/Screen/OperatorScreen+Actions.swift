extension OperatorScreen {
    /// The buttons of now, each with its key; the primary one first and large, always at the same place.
    mutating func addActions() {
        canvas.fill(areas.actions, .background)
        let all = scene.actions.filter { !$0.isPick }
        let primary = all.first { $0.isPrimary }
        let others = all.filter { !$0.isPrimary }
        let area = areas.actions.inset(margin)
        let (first, rest) =
            areas.isUpright ? Self.stacked(area, margin) : Self.sideBySide(area, margin)
        if let primary { add(primary, first) }
        // Where nothing is done most often the others take its place too.
        let row = primary == nil && !areas.isUpright ? area : rest
        let width = (row.width - margin * max(0, others.count - 1)) / max(1, others.count)
        let most = areas.isUpright ? width : min(width, row.width / 3)
        for (index, button) in others.enumerated() {
            add(
                button,
                Rect(x: row.x + index * (most + margin), y: row.y, width: most, height: row.height))
        }
    }

    private static func sideBySide(_ area: Rect, _ margin: Int) -> (Rect, Rect) {
        var (first, rest) = (area, area)
        first.width = area.width * 35 / 100
        (rest.x, rest.width) = (first.maxX + margin, area.width - first.width - margin)
        return (first, rest)
    }

    private static func stacked(_ area: Rect, _ margin: Int) -> (Rect, Rect) {
        var (first, rest) = (area, area)
        first.height = (area.height - margin) / 2
        (rest.y, rest.height) = (first.maxY + margin, area.height - first.height - margin)
        return (first, rest)
    }

    private mutating func add(_ button: ScreenButton, _ place: Rect) {
        let isBright = button.isPrimary && button.isEnabled
        let ground: ScreenTint = isBright ? guidance.severity.buttonTint : .raised
        let ink: ScreenTint = isBright ? .ink : button.isEnabled ? .text : .quiet
        canvas.fill(place, ground)
        var (cap, title) = (place.inset(margin / 2), place.inset(margin / 2))
        cap.height = cap.height * 4 / 10
        (title.y, title.height) = (cap.maxY, title.maxY - cap.maxY)
        canvas.write(
            .cap, button.cap[language], sizes: [2.4, 2, 1.7, 1.4].map(letters),
            isBright ? .ink : .quiet, on: ground, in: cap, isCentred: true)
        let sizes =
            (button.isPrimary ? [4, 3.4, 2.8, 2.4, 2, 1.6] : [3, 2.6, 2.3, 2, 1.7, 1.5, 1.3])
        canvas.write(
            .button, button.title[language], sizes: sizes.map(letters), ink, on: ground, in: title,
            isCentred: true)
        buttons.append(PlacedButton(keys: [button.key], place: place))
    }
}

extension Guidance.Severity {
    /// The primary button bears the banner's colour, and where that says nothing that of what goes on.
    fileprivate var buttonTint: ScreenTint { self == .idle ? .go : tint }
}

extension ScreenButton {
    /// Whether it picks one of several by its number: those stand as cards.
    var isPick: Bool { if case .character = key { true } else { false } }
}
