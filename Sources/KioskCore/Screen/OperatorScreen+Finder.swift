extension OperatorScreen {
    /// At most so many portraits are shown at once, the newest first: what is typed leaves fewer.
    public static let mostFound = 18

    /// The session's portraits, or one of them large with what is known of it.
    mutating func addFinder(_ finder: Finder) {
        canvas.fill(areas.middle, .background)
        if let shown = finder.shown {
            addFound(shown)
        } else {
            addGrid(finder.found)
        }
    }

    private mutating func addGrid(_ found: [FoundPortrait]) {
        let columns = areas.isUpright ? 4 : 6
        let area = areas.middle.inset(margin)
        let rows = (Self.mostFound + columns - 1) / columns
        let (width, height) = (area.width / columns, area.height / rows)
        for (index, portrait) in found.prefix(columns * rows).prefix(Self.mostFound).enumerated() {
            let cell = Rect(
                x: area.x + index % columns * width, y: area.y + index / columns * height,
                width: width, height: height)
            add(portrait, in: cell.inset(margin / 2))
        }
    }

    private mutating func add(_ found: FoundPortrait, in cell: Rect) {
        canvas.fill(cell, .panel)
        var (picture, words) = (cell.inset(margin / 2), cell.inset(margin / 2))
        // The picture at the left, what is known of it beside it.
        picture.width = min(cell.width * 45 / 100, picture.height * 3 / 4)
        (words.x, words.width) = (picture.maxX + margin / 2, words.maxX - picture.maxX - margin / 2)
        canvas.show(.found(found.sequence), in: picture)
        let letters = letters
        let tint = found.voidedBecause == nil ? found.verdict.tint : ScreenTint.quiet
        let icon = found.voidedBecause == nil ? found.verdict.icon : "–"
        canvas.fit(words) { canvas, factor in
            var place = words
            let lines = [
                ("\(icon) \(found.sequence)", tint), (found.portrait.maskedName, .text),
                (found.numberEnd, .quiet), (QuestionWords.time(of: found.portrait), .quiet),
            ]
            for (text, tint) in lines {
                canvas.stack(
                    .found, text, size: letters(2.6 * factor), tint, on: .panel, into: &place)
            }
        }
        buttons.append(PlacedButton(keys: [.pick(found.sequence)], place: cell))
    }

    private mutating func addFound(_ found: FoundPortrait) {
        canvas.show(.found(found.sequence), in: areas.stage.inset(margin))
        canvas.fill(areas.side, .panel)
        let (letters, language, gap) = (letters, language, margin / 2)
        let area = areas.side.inset(2 * margin)
        let checks = scene.foundChecks
        let isVoided = found.voidedBecause != nil
        canvas.fit(area) { canvas, factor in
            var place = area
            let size = letters(2.8 * factor)
            let name = found.portrait.maskedName
            canvas.stack(
                .name, "\(found.sequence)  \(name)", size: letters(4.6 * factor), .text,
                on: .panel, into: &place, gap: gap)
            let lines = [
                (QuestionWords.time(of: found.portrait), ScreenTint.quiet),
                (FinderWords.number(found)[language], .quiet),
                (FinderWords.state(found)[language], isVoided ? .quiet : found.verdict.tint),
            ]
            for (text, tint) in lines {
                canvas.stack(.message, text, size: size, tint, on: .panel, into: &place, gap: gap)
            }
            for check in checks {
                let text = check.verdict.icon + "  " + CheckWords.title(check.name)[language]
                canvas.stack(
                    .check, text, size: size, check.verdict.tint, on: .panel, into: &place, gap: gap
                )
            }
        }
    }
}
