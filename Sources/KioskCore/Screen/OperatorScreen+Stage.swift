extension OperatorScreen {
    /// The camera's picture; where a portrait is to be looked at, the portrait at nine tenths of the height and the
    /// camera's picture small beside it.
    mutating func addStage() {
        canvas.fill(areas.stage, .background)
        let isReviewed = scene.portrait != nil
        if !isReviewed, scene.earlier == nil {
            addLive(in: areas.stage.inset(margin))
        } else if !isReviewed, scene.booth.sitting != nil {
            addLiveBesideEarlier()
        } else {
            addPortraits(isReviewed)
        }
    }

    /// Who poses goes on posing while an earlier portrait is asked about.
    private mutating func addLiveBesideEarlier() {
        var (left, right) = (areas.stage.inset(margin), areas.stage.inset(margin))
        left.width = left.width * 6 / 10
        (right.x, right.width) = (left.maxX + margin, right.width - left.width - margin)
        addLive(in: left)
        let captions = captions
        right.height = captions.y - right.y
        add(.earlier, BoothWords.earlier, right, captions)
    }

    private mutating func addPortraits(_ isReviewed: Bool) {
        let captions = captions
        var pictures = areas.stage.inset(margin / 2)
        pictures.height = min(areas.stage.height * 9 / 10, captions.y - pictures.y)
        let left = addSmallLive()
        (pictures.x, pictures.width) = (left, areas.stage.maxX - margin - left)
        if scene.earlier != nil, isReviewed {
            addSideBySide(pictures, captions)
        } else {
            let caption = isReviewed ? BoothWords.finished : BoothWords.earlier
            add(isReviewed ? .portrait : .earlier, caption, pictures, captions)
        }
    }

    /// The row below the portraits.
    private var captions: Rect {
        var row = areas.stage
        row.height = Int(4 * areas.textUnit)
        row.y = areas.stage.maxY - row.height
        return row
    }

    /// The camera's picture in the lower left corner; where what is beside it begins.
    private mutating func addSmallLive() -> Int {
        let width = min(Int(22 * areas.unit), areas.stage.width / 4)
        let height = width * 3 / 4
        let place = Rect(
            x: areas.stage.x + margin, y: areas.stage.maxY - margin - height, width: width,
            height: height)
        addLive(in: place)
        return place.maxX + margin
    }

    /// The camera's picture with the portrait's frame.
    private mutating func addLive(in place: Rect) {
        guard look.picture.width > 0, scene.cameras.map({ $0.shown != nil }) ?? true else { return }
        let live = LiveView(fitting: look.picture, into: place, isMirrored: look.isMirrored)
        canvas.show(live)
        // What stands there is no live picture while the camera is away.
        guard scene.booth.cameraLoss == nil else {
            return canvas.glaze(live.place, .background, GuideFrame.veil)
        }
        GuideFrame(scene, guidance, look.rule, over: live, of: look.picture)?.paint(on: &canvas)
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
