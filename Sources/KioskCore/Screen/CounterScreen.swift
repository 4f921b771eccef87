/// What the counter's window shows at one moment, as a value: panels and texts with their places. The
/// window paints it between the camera's picture and the portraits, and decides nothing.
public struct CounterScreen {
    /// Something that is painted over the pictures, in this order.
    public enum Item: Hashable, Sendable {
        case panel(ScreenPanel)
        case text(ScreenText)
    }

    /// What lies under the pictures.
    public private(set) var ground: [ScreenPanel] = []
    /// What is painted over them.
    public private(set) var items: [Item] = []

    private typealias Layout = ScreenLayout
    private let language: Language
    private let isMirrored: Bool
    private let measure: ScreenText.Measure

    /// The screen of a scene.
    ///
    /// - Parameters:
    ///   - notice: something that just happened; empty where nothing did.
    ///   - isMirrored: whether the camera's picture is shown as a mirror would.
    ///   - measure: how high texts are.
    public init(
        _ scene: CounterScene, notice: String, _ language: Language, isMirrored: Bool,
        measure: @escaping ScreenText.Measure
    ) {
        self.language = language
        self.isMirrored = isMirrored
        self.measure = measure
        ground = [Layout.preview, Layout.person, Layout.portrait].map {
            ScreenPanel(place: $0, tint: .panel)
        }
        let guidance = Guidance(scene)
        addState(guidance)
        addHint(guidance)
        addPerson(scene.booth)
        addChecks(scene)
        addMessage(scene)
        add(.keys, BoothWords.keys(scene.booth), .normal, .text, in: Layout.keys)
        add(.counts, BoothWords.counts(scene.counts), .small, .quiet, in: Layout.counts)
        if scene.booth.isGuideShown { addGuide() }
        addToasts(Toast.all(scene.booth, notice, language))
    }

    /// The texts, in the order they are painted.
    public var texts: [ScreenText] {
        items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    private mutating func add(
        _ role: ScreenText.Role, _ phrase: Phrase, _ size: ScreenText.Size, _ tint: ScreenTint,
        in place: Rect, isCentred: Bool = false
    ) {
        add(
            ScreenText(
                role: role, text: phrase[language], size: size, tint: tint, place: place,
                isCentred: isCentred))
    }

    private mutating func add(_ text: ScreenText) {
        if !text.text.isEmpty { items.append(.text(text)) }
    }

    /// The largest size, of those not above one, in which a text fits its place; the smallest where
    /// none does.
    private func size(_ text: String, in place: Rect, atMost largest: ScreenText.Size)
        -> ScreenText.Size
    {
        let sizes = ScreenText.Size.allCases.filter { $0.rawValue <= largest.rawValue }
        return sizes.last { measure(text, $0, place.width) <= place.height } ?? .small
    }

    // MARK: the state, and what the student is to do

    private mutating func addState(_ guidance: Guidance) {
        let line = guidance.headline
        let size = size(line[language], in: Layout.state, atMost: .huge)
        add(.state, line, size, guidance.severity.tint, in: Layout.state)
    }

    private mutating func addHint(_ guidance: Guidance) {
        if let countdown = guidance.countdown {
            let text = BoothWords.countdown(countdown)
            return add(
                .countdown, Phrase(zh: text, en: text), .huge, .good, in: Layout.hint,
                isCentred: true)
        }
        guard guidance.severity == .warn, guidance.readiness > 0 else { return }
        let arrow = guidance.arrow.map { $0.sign(isMirrored: isMirrored) + "  " } ?? ""
        let advice = guidance.advice == .empty ? guidance.student : guidance.advice
        addHint(arrow + advice[language])
    }

    private mutating func addHint(_ text: String) {
        add(
            ScreenText(
                role: .hint, text: text, size: size(text, in: Layout.hint, atMost: .large),
                tint: .warn, place: Layout.hint, isCentred: true))
    }

    // MARK: whose sitting it is

    private mutating func addPerson(_ booth: Booth) {
        guard let sitting = booth.sitting else { return }
        var place = Layout.person.inset(12)
        add(.caption, BoothWords.isThisYou, .small, .quiet, in: place)
        place.y += 24
        let name = sitting.code.fields.maskedName.map(Mask.name) ?? "——"
        add(.name, Phrase(zh: name, en: name), .huge, .text, in: place)
        place.y += 50
        place.height = Layout.person.y + Layout.person.height - place.y
        let isWrong = sitting.numberFault != nil
        let tint: ScreenTint = isWrong ? .bad : sitting.idNumber == nil ? .quiet : .good
        add(.number, BoothWords.number(of: sitting), .normal, tint, in: place)
    }

    // MARK: the portrait's checks

    private mutating func addChecks(_ scene: CounterScene) {
        var place = Layout.checks
        guard case .review(_, let shot) = scene.booth.state else {
            guard scene.earlier != nil else { return }
            return add(.caption, BoothWords.earlier, .normal, .warn, in: place)
        }
        add(.verdict, CheckWords.title(shot.verdict), .large, shot.verdict.tint, in: place)
        place.y += 48
        for check in shot.notable.prefix(7) {
            let mark = check.verdict == .notAssessed ? "□ " : "! "
            let title = mark + CheckWords.title(check.name)[language]
            add(.check, Phrase(zh: title, en: title), .small, check.verdict.tint, in: place)
            place.y += 28
        }
        let passed = "✓ " + BoothWords.passed(shot)[language]
        add(.check, Phrase(zh: passed, en: passed), .small, .good, in: place)
    }

    // MARK: what is asked, typed, told

    private mutating func addMessage(_ scene: CounterScene) {
        let booth = scene.booth
        let text =
            if let entry = booth.entry {
                BoothWords.entry(entry, isKept: false)[language]
            } else if let question = booth.question {
                QuestionWords.lines(question, language).joined(separator: "\n")
            } else if case .review(_, let shot) = booth.state, shot.verdict != .pass {
                BoothWords.result(shot)[language]
            } else {
                scene.opening.map { "· " + $0[language] }.joined(separator: "\n")
            }
        add(
            ScreenText(
                role: .message, text: text,
                size: size(text, in: Layout.message, atMost: .normal), tint: .warn,
                place: Layout.message))
    }

    private mutating func addGuide() {
        items.append(.panel(ScreenPanel(place: Layout.card, tint: .paper)))
        var place = Layout.card.inset(36)
        for (index, line) in GuideWords.lines.enumerated() {
            add(.guide, line, index == 0 ? .huge : .large, .ink, in: place)
            place.y += index == 0 ? 70 : 48
        }
    }

    // MARK: what is wrong, and what just happened

    /// Over the lower part of the camera's picture, where everybody looks, and over everything else:
    /// what is wrong, and below it what just happened.
    private mutating func addToasts(_ toasts: [Toast]) {
        let area = Layout.preview
        let sizes: [ScreenText.Size] = [.large, .normal, .small]
        let size = sizes.first { height(of: toasts, $0) <= area.height } ?? .small
        var top = max(area.y, area.y + area.height - height(of: toasts, size))
        for toast in toasts {
            let height = height(of: [toast], size)
            let place = Rect(x: area.x, y: top, width: area.width, height: height)
            items.append(.panel(ScreenPanel(place: place, tint: toast.ground)))
            add(
                ScreenText(
                    role: toast.role, text: toast.text, size: size, tint: toast.ink,
                    place: place.inset(Toast.margin)))
            top += height
        }
    }

    private func height(of toasts: [Toast], _ size: ScreenText.Size) -> Int {
        let width = Layout.preview.width - 2 * Toast.margin
        return toasts.reduce(0) { $0 + measure($1.text, size, width) + 2 * Toast.margin }
    }
}

/// Something said over the camera's picture.
private struct Toast {
    static let margin = 10

    let role: ScreenText.Role
    let text: String
    var ground: ScreenTint { role == .trouble ? .bad : .panel }
    var ink: ScreenTint { role == .trouble ? .ink : .text }

    static func all(_ booth: Booth, _ notice: String, _ language: Language) -> [Toast] {
        let troubles = BoothWords.troubles(booth, language)
        let isSaid = booth.troubles.contains { notice == BoothWords.notice($0.notice, language) }
        return troubles.map { Toast(role: .trouble, text: $0) }
            + (notice.isEmpty || isSaid ? [] : [Toast(role: .notice, text: notice)])
    }
}

extension Guidance.Severity {
    fileprivate var tint: ScreenTint {
        switch self {
        case .idle, .info: .text
        case .go: .good
        case .warn: .warn
        case .stop: .bad
        }
    }
}

extension Verdict {
    fileprivate var tint: ScreenTint {
        switch self {
        case .pass: .good
        case .warn: .warn
        case .notAssessed: .quiet
        case .fail: .bad
        }
    }
}
