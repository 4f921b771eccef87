/// What the operator's view shows at one moment, as a value: panels, pictures, texts and buttons with their places. A
/// window paints it and decides nothing.
public struct OperatorScreen: CounterView {
    /// What is painted, in this order.
    public var items: [ScreenItem] { canvas.items }
    /// What can be pressed by mouse or finger.
    public internal(set) var buttons: [PlacedButton] = []
    /// Where its parts are.
    public let areas: ScreenAreas

    var canvas: ScreenCanvas
    let scene: CounterScene
    /// What it says to operator and student.
    public let guidance: Guidance
    let look: ScreenLook

    /// The operator's view of a scene.
    ///
    /// - Parameters:
    ///   - notice: something that just happened; empty where nothing did.
    ///   - size: the window's, px.
    ///   - measure: how large texts are.
    public init(
        _ scene: CounterScene, notice: String, _ look: ScreenLook, size: Size,
        measure: @escaping ScreenText.Measure
    ) {
        areas = ScreenAreas(size, textScale: look.textScale)
        canvas = ScreenCanvas(look.language, measure: measure)
        (self.scene, self.look) = (scene, look)
        guidance = Guidance(scene)
        addStatus()
        addBanner()
        addStage()
        addSide()
        addActions()
        if let finder = scene.booth.finder, scene.booth.question == nil { addFinder(finder) }
        if let open = scene.booth.preferences, scene.booth.question == nil, scene.booth.entry == nil
        {
            addPreferences(open)
        }
        if scene.booth.isGuideShown { addGuide() }
        addToasts(Toast.all(scene.booth, notice, look.language))
    }

    /// Letters of so many units, px.
    func letters(_ units: Double) -> Int {
        max(ScreenCanvas.least, Int((units * areas.textUnit).rounded()))
    }

    var margin: Int { max(4, Int(areas.unit.rounded())) }
    var language: Language { canvas.language }

    // MARK: how the day goes

    private mutating func addStatus() {
        let place = areas.status.inset(margin)
        // Without a camera no session is open.
        let text =
            scene.cameras == nil ? DayWords.line(scene.counts, scene.export)[language] : ""
        canvas.write(
            .counts, text, sizes: [2.4, 2, 1.7, 1.4].map(letters), .quiet, on: .background,
            in: place)
    }

    // MARK: what is to be done

    private mutating func addBanner() {
        let (tint, ink) = (guidance.severity.tint, guidance.severity.ink)
        canvas.fill(areas.banner, tint)
        var place = areas.banner.inset(margin)
        if let countdown = guidance.countdown {
            let width = place.width / 6
            var right = place
            (right.x, right.width) = (place.maxX - width, width)
            place.width -= width + margin
            canvas.write(
                .countdown, BoothWords.countdown(countdown), sizes: [8, 6, 4].map(letters), ink,
                on: tint, in: right, isCentred: true)
        }
        let arrow = guidance.arrow.map { $0.sign(isMirrored: look.isMirrored) + "  " } ?? ""
        let line = guidance.severity.icon + "  " + arrow + guidance.headline[language]
        let advice = guidance.advice[language]
        var (upper, lower) = (place, place)
        if !advice.isEmpty {
            upper.height = place.height * 6 / 11
            (lower.y, lower.height) = (upper.maxY, place.height - upper.height)
        }
        canvas.write(
            .headline, line, sizes: [7, 6, 5, 4.2, 3.5, 3, 2.5].map(letters), ink, on: tint,
            in: upper)
        canvas.write(
            .advice, advice, sizes: [3.4, 3, 2.6, 2.3, 2, 1.7].map(letters), ink, on: tint,
            in: lower)
    }

    // MARK: the card for students without a code

    private mutating func addGuide() {
        canvas.addGuideCard(in: areas.middle.inset(margin), unit: areas.textUnit)
    }
}

extension Guidance.Severity {
    /// The colour of the banner.
    public var tint: ScreenTint {
        switch self {
        case .idle: .raised
        case .info: .info
        case .go: .go
        case .warn: .warn
        case .stop: .stop
        }
    }

    /// The colour of letters on it.
    public var ink: ScreenTint { self == .idle ? .text : .ink }

    /// What is seen without colours.
    public var icon: String {
        switch self {
        case .idle: "▦"
        case .info: "?"
        case .go: "✓"
        case .warn: "!"
        case .stop: "✕"
        }
    }
}

extension Verdict {
    /// The colour of a check.
    var tint: ScreenTint {
        switch self {
        case .pass: .go
        case .warn: .warn
        case .notAssessed: .quiet
        case .fail: .stop
        }
    }

    /// What is seen without colours.
    var icon: String {
        switch self {
        case .pass: "✓"
        case .warn: "!"
        case .notAssessed: "□"
        case .fail: "✕"
        }
    }
}
