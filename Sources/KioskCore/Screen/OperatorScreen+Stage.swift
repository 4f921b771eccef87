extension OperatorScreen {
    /// The camera's picture; where a portrait is to be looked at, the portrait at nine tenths of the height and the
    /// camera's picture small beside it.
    mutating func addStage() {
        let isReviewed = scene.portrait != nil
        guard isReviewed || scene.earlier != nil else {
            canvas.fill(areas.stage, .background)
            return canvas.show(.live, in: areas.stage.inset(margin))
        }
        canvas.fill(areas.stage, .background)
        guard isReviewed || scene.booth.sitting == nil else { return addLiveBesideEarlier() }
        var captions = areas.stage
        captions.height = Int(4 * areas.textUnit)
        captions.y = areas.stage.maxY - captions.height
        var pictures = areas.stage.inset(margin / 2)
        pictures.height = min(
            areas.stage.height * 9 / 10, captions.y - areas.stage.y - margin / 2)
        let left = addSmallLive()
        (pictures.x, pictures.width) = (left, areas.stage.maxX - margin - left)
        if scene.earlier != nil, isReviewed {
            addSideBySide(pictures, captions)
        } else {
            let caption = isReviewed ? BoothWords.finished : BoothWords.earlier
            add(isReviewed ? .portrait : .earlier, caption, pictures, captions)
        }
    }

    /// Who poses goes on posing while an earlier portrait is asked about.
    private mutating func addLiveBesideEarlier() {
        var (left, right) = (areas.stage.inset(margin), areas.stage.inset(margin))
        left.width = left.width * 6 / 10
        (right.x, right.width) = (left.maxX + margin, right.width - left.width - margin)
        canvas.show(.live, in: left)
        var captions = right
        captions.height = Int(4 * areas.textUnit)
        captions.y = right.maxY - captions.height
        right.height = captions.y - right.y
        add(.earlier, BoothWords.earlier, right, captions)
    }

    /// The camera's picture in the lower left corner; where what is beside it begins.
    private mutating func addSmallLive() -> Int {
        let width = min(Int(22 * areas.unit), areas.stage.width / 4)
        let height = width * 3 / 4
        let place = Rect(
            x: areas.stage.x + margin, y: areas.stage.maxY - margin - height, width: width,
            height: height)
        canvas.show(.live, in: place)
        return place.maxX + margin
    }

    private mutating func addSideBySide(_ pictures: Rect, _ captions: Rect) {
        var (left, right) = (pictures, pictures)
        left.width = (pictures.width - margin) / 2
        (right.x, right.width) = (left.maxX + margin, left.width)
        add(.earlier, BoothWords.earlier, left, captions)
        add(.portrait, BoothWords.thisTime, right, captions)
    }

    private mutating func add(
        _ picture: ScreenPicture, _ caption: Phrase, _ place: Rect, _ captions: Rect
    ) {
        canvas.show(picture, in: place)
        var below = captions
        (below.x, below.width) = (place.x, place.width)
        canvas.write(
            .caption, caption[language], sizes: [2.4, 2, 1.7, 1.4].map(letters), .quiet,
            on: .background, in: below, isCentred: true)
    }
}

extension OperatorScreen {
    /// Over the lower part of the stage, where everybody looks, and over everything else: what is
    /// wrong, and below it what just happened.
    mutating func addToasts(_ toasts: [Toast]) {
        guard !toasts.isEmpty else { return }
        let (area, pad) = (areas.stage, margin)
        let unit = areas.textUnit
        let sizes = [3.2, 2.8, 2.4, 2, 1.7, 1.4].map { max(ScreenCanvas.least, Int($0 * unit)) }
        let measure = canvas.measure
        let heights = { (size: Int) in
            toasts.map { measure($0.text, size, area.width - 2 * pad).height + 2 * pad }
        }
        let size = sizes.first { heights($0).reduce(0, +) <= area.height } ?? ScreenCanvas.least
        let high = heights(size)
        var top = max(area.y, area.maxY - high.reduce(0, +))
        for (toast, height) in zip(toasts, high) {
            let place = Rect(x: area.x, y: top, width: area.width, height: height)
            canvas.fill(place, toast.ground)
            canvas.write(
                ScreenText(
                    role: toast.role, text: toast.text, size: size, tint: toast.ink,
                    ground: toast.ground, place: place.inset(pad)))
            top += height
        }
    }
}

/// Something said over the stage.
struct Toast {
    let role: ScreenText.Role
    let text: String
    var ground: ScreenTint { role == .trouble ? .stop : .panel }
    var ink: ScreenTint { role == .trouble ? .ink : .text }

    static func all(_ booth: Booth, _ notice: String, _ language: Language) -> [Toast] {
        let troubles = BoothWords.troubles(booth, language)
        let isSaid = booth.troubles.contains { notice == BoothWords.notice($0.notice, language) }
        return troubles.map { Toast(role: .trouble, text: $0) }
            + (notice.isEmpty || isSaid ? [] : [Toast(role: .notice, text: notice)])
    }
}
