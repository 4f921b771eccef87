extension OperatorScreen {
    /// Whose sitting it is, and below (in an upright window beside it) what is to be decided, typed or known.
    mutating func addSide() {
        canvas.fill(areas.side, .panel)
        var (upper, lower) = (areas.side.inset(2 * margin), areas.side.inset(2 * margin))
        if let sitting = scene.booth.sitting {
            if areas.isUpright {
                upper.width = upper.width * 2 / 5
                let left = upper.maxX + 2 * margin
                (lower.width, lower.x) = (lower.maxX - left, left)
            } else {
                upper.height = min(upper.height / 2, Int(20 * areas.textUnit))
                let top = upper.maxY + margin
                (lower.height, lower.y) = (lower.maxY - top, top)
            }
            addPerson(sitting, in: upper)
        }
        addMatter(in: lower)
    }

    private mutating func addPerson(_ sitting: Sitting, in area: Rect) {
        let name = sitting.code.fields.maskedName.map(Mask.name) ?? "——"
        let isWrong = sitting.numberFault != nil
        let tint: ScreenTint = isWrong ? .stop : sitting.idNumber == nil ? .quiet : .go
        let sign = isWrong ? "✕ " : sitting.idNumber == nil ? "" : "✓ "
        let number = sign + BoothWords.number(of: sitting)[language]
        let (letters, language) = (letters, language)
        canvas.fit(area) { canvas, factor in
            var place = area
            let size = { (units: Double) in letters(units * factor) }
            canvas.stack(
                .caption, BoothWords.isThisYou[language], size: size(2.4), .quiet, on: .panel,
                into: &place)
            canvas.stack(.name, name, size: size(5.4), .text, on: .panel, into: &place)
            canvas.stack(.number, number, size: size(3.2), tint, on: .panel, into: &place)
        }
    }

    private mutating func addMatter(in area: Rect) {
        let booth = scene.booth
        if let desk = scene.cameras {
            addCards(CameraWords.plugged(desk)[language], cards(desk), in: area, isTaken: false)
        } else if let entry = booth.entry {
            addLines([BoothWords.entry(entry, isKept: false)[language]], in: area)
        } else if let question = booth.question {
            addQuestion(question, in: area)
        } else if case .several = booth.state {
            let answers = ButtonWords.all(booth).filter(\.isPick)
            addCards("", answers.map { ($0.cap[language], $0.title[language]) }, in: area)
        } else if case .review(_, let shot) = booth.state {
            addChecks(shot, in: area)
        } else {
            addLines(scene.opening.map { "· " + $0[language] }, in: area)
        }
    }

    private func cards(_ desk: CameraDesk) -> [(String, String)] {
        desk.cameras.enumerated().map { index, camera in
            let isShown = camera.path == desk.picked
            return ("\(index + 1)", CameraWords.card(camera, isShown: isShown, language))
        }
    }

    private mutating func addLines(_ lines: [String], in area: Rect) {
        let (letters, gap) = (letters, margin / 2)
        canvas.fit(area) { canvas, factor in
            var place = area
            for line in lines {
                canvas.stack(
                    .message, line, size: letters(2.8 * factor), .warn, on: .panel, into: &place,
                    gap: gap)
            }
        }
    }

    /// The shot's checks, the worst first; those that pass in one line, and what a person has to look at as boxes to
    /// tick.
    private mutating func addChecks(_ shot: ShotSummary, in area: Rect) {
        let (letters, language, margin) = (letters, language, margin)
        let gap = margin / 2
        let open = shot.notable.filter { $0.verdict == .notAssessed }
        let ticks = open.map { check in
            (
                scene.booth.ticked.contains(check.name) ? "✓" : "□",
                CheckWords.title(check.name)[language]
            )
        }
        var places: [Rect] = []
        canvas.fit(area) { canvas, factor in
            var place = area
            let size = letters(2.8 * factor)
            for check in shot.notable where check.verdict != .notAssessed {
                let text = check.verdict.icon + "  " + CheckWords.title(check.name)[language]
                canvas.stack(
                    .check, text, size: size, check.verdict.tint, on: .panel, into: &place, gap: gap
                )
            }
            let passed = "✓  " + BoothWords.passed(shot)[language]
            canvas.stack(.check, passed, size: size, .go, on: .panel, into: &place, gap: gap)
            places = ticks.map { Self.addCard($0, size, margin, &canvas, &place) }
        }
        buttons += zip(open, places).map { PlacedButton(keys: [.tick($0.name)], place: $1) }
    }

    private mutating func addQuestion(_ question: Question, in area: Rect) {
        let answers = question.answers.enumerated().map { index, answer in
            ("\(index + 1)", QuestionWords.answer(answer)[language])
        }
        addCards(QuestionWords.text(question.kind)[language], answers, in: area)
    }

    /// What is asked, and each answer as a card that can be pressed: to look at first, or to take at once.
    mutating func addCards(
        _ text: String, _ answers: [(digit: String, words: String)], in area: Rect,
        isTaken: Bool = true
    ) {
        let (letters, margin) = (letters, margin)
        var places: [Rect] = []
        canvas.fit(area) { canvas, factor in
            var place = area
            let size = letters(2.8 * factor)
            canvas.stack(.message, text, size: size, .info, on: .panel, into: &place, gap: margin)
            places = answers.map { answer in
                Self.addCard(answer, size, margin, &canvas, &place)
            }
        }
        buttons += zip(answers, places).map { answer, place in
            let digit = BoothKey.character(Character(answer.digit))
            return PlacedButton(keys: isTaken ? [digit, .enter] : [digit], place: place)
        }
    }

    private static func addCard(
        _ answer: (digit: String, words: String), _ size: Int, _ margin: Int,
        _ canvas: inout ScreenCanvas, _ place: inout Rect
    ) -> Rect {
        let pad = margin
        var words = place.inset(pad)
        (words.x, words.width) = (words.x + 2 * size, max(1, words.width - 2 * size))
        let height = max(canvas.measure(answer.words, size, words.width).height, size)
        let card = Rect(x: place.x, y: place.y, width: place.width, height: height + 2 * pad)
        canvas.fill(card, .raised)
        canvas.write(
            ScreenText(
                role: .cap, text: answer.digit, size: size, tint: .info, ground: .raised,
                place: Rect(
                    x: place.x + pad, y: place.y + pad, width: 2 * size - pad, height: height)))
        words.height = height
        canvas.write(
            ScreenText(
                role: .button, text: answer.words, size: size, tint: .text, ground: .raised,
                place: words))
        place.y += card.height + margin / 2
        place.height -= card.height + margin / 2
        return card
    }
}
