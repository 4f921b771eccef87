import Foundation
import KioskIO
import TestSupport
import TestTraits
import Testing

@testable import KioskCore

/// Every state with every error, in window and terminal and both languages, on the layout as a value.
@Suite(.wholeMachine)
struct LayoutTests {
    /// The window's font; nothing is drawn.
    private static func window(_ language: Language, _ family: String? = nil) throws
        -> Stage
    {
        for (name, value) in ["SDL_VIDEODRIVER": "dummy", "SDL_RENDER_DRIVER": "software"] {
            setenv(name, value, 1)
        }
        let font = try family.map { family throws(KioskError) in
            try ScreenFont.chinese(of: [family])
        }
        return try Stage(
            Stage.Style(Looks.look(language), isFullscreen: false, font: font))
    }

    private static let sizes = [
        (1024, 768), (1366, 768), (1280, 800), (1920, 1080), (3840, 2160), (1080, 1920),
    ].map { Size(width: $0.0, height: $0.1) }

    private static func overlap(_ one: Rect, _ other: Rect) -> Bool {
        one.x < other.x + other.width && other.x < one.x + one.width
            && one.y < other.y + other.height && other.y < one.y + one.height
    }

    @Test(
        "at every size, in both languages and at two sizes of text nothing is cut, hidden or outside",
        arguments: Language.allCases, [1, 1.4])
    func everySize(language: Language, textScale: Double) throws {
        try Self.everyFont(language) { try everySize($0, language, textScale) }
    }

    /// In two fonts of other widths and heights, which Tools/packages installs.
    private static func everyFont(_ language: Language, _ body: (Stage) throws -> Void) throws {
        for family in ["WenQuanYi Micro Hei", "WenQuanYi Zen Hei"] {
            try body(window(language, family))
        }
    }

    private func everySize(_ window: Stage, _ language: Language, _ textScale: Double) throws {
        for size in Self.sizes {
            for named in try Scenes.all() + [Scenes.automatic()] {
                let screen = OperatorScreen(
                    named.scene, notice: "", Looks.look(language, textScale: textScale), size: size,
                    measure: window.size)
                Self.check(screen, window, "\(named.name) at \(size), \(textScale)")
            }
        }
    }

    @Test(
        "the student's view is whole at every size, in both languages and at two sizes of text",
        arguments: Language.allCases, [1, 1.4])
    func student(language: Language, textScale: Double) throws {
        try Self.everyFont(language) { try student($0, language, textScale) }
    }

    private func student(_ window: Stage, _ language: Language, _ textScale: Double) throws {
        let look = Looks.look(language, textScale: textScale)
        for size in Self.sizes {
            for named in try Scenes.all() + [Scenes.automatic()] {
                var (scene, history) = (named.scene, StudentHistory())
                history.see(scene)
                scene.time = FrameTime(seconds: scene.time.seconds + 61)
                if named.name == "morning" { history.see(scene) }
                let view = StudentScreen(
                    named.scene, history, look, size: size, measure: window.size)
                let name = "\(named.name) at \(size), \(textScale)"
                for text in view.texts {
                    let drawn = window.size(of: text.text, text.size, width: text.place.width)
                    #expect(
                        drawn.height <= text.place.height && drawn.width <= text.place.width,
                        "\(name): \(text.role) \(text.text) is cut")
                    let area = text.role == .guide ? view.picture : view.message
                    #expect(area.holds(text.place), "\(name): \(text.text) is outside")
                    let ratio = Contrast.ratio(text.tint, text.ground)
                    #expect(ratio >= (text.size >= 24 ? 3 : 4.5), "\(text.text): \(ratio)")
                }
                for (index, text) in view.texts.enumerated() {
                    let isOver = view.texts[..<index].contains {
                        Self.overlap(text.place, $0.place)
                    }
                    #expect(!isOver, "\(name): \(text.text) stands on another")
                }
                Self.checkShapes(view, name)
            }
        }
    }

    /// Nothing is drawn outside the window, and the sentence is large.
    private static func checkShapes(_ view: StudentScreen, _ name: String) {
        let (width, height) = (view.message.width, view.message.height + view.picture.height)
        for item in view.items {
            guard case .triangles(let corners, _) = item else { continue }
            let isWithin = corners.allSatisfy {
                (-40...Double(width) + 40).contains($0.x)
                    && (-40...Double(height) + 40).contains($0.y)
            }
            #expect(isWithin && corners.count % 3 == 0, "\(name)")
        }
        let line = view.texts.first { $0.role == .headline }
        #expect((line?.size ?? 0) * 25 >= min(width, height), "\(name): \(line?.size ?? 0)")
    }

    /// Each text whole and within its area; none over another but what is wrong and the card, which cover all.
    private static func check(_ screen: OperatorScreen, _ window: Stage, _ name: String) {
        let areas = screen.areas
        let parts = [
            areas.status, areas.banner, areas.stage, areas.side, areas.actions, areas.middle,
        ]
        let over: Set<ScreenText.Role> = [.trouble, .notice, .guide]
        for text in screen.texts {
            let drawn = window.size(of: text.text, text.size, width: text.place.width)
            #expect(
                drawn.height <= text.place.height && drawn.width <= text.place.width,
                "\(name): \(text.role) \(text.text) is cut")
            let within = [.guide, .found].contains(text.role) ? [areas.middle] : parts.dropLast()
            #expect(within.contains { $0.holds(text.place) }, "\(name): \(text.text) is outside")
            #expect(text.size >= 15, "\(name): \(text.text) is too small")
        }
        let plain = screen.texts.filter { !over.contains($0.role) }
        for (index, text) in plain.enumerated() {
            for other in plain[..<index] {
                #expect(
                    !overlap(text.place, other.place),
                    "\(name): \(text.text) stands on \(other.text)")
            }
        }
        for (index, button) in screen.buttons.enumerated() {
            for other in screen.buttons[..<index] {
                #expect(!overlap(button.place, other.place), "\(name): buttons overlap")
            }
        }
    }

    @Test("letters stand out from their ground: 4.5 to 1, large ones 3 to 1")
    func contrast() throws {
        let window = try Self.window(.chinese)
        for named in try Scenes.all() + [Scenes.automatic()] {
            let screen = OperatorScreen(
                named.scene, notice: "x", Looks.look(.chinese),
                size: Self.sizes[1],
                measure: window.size)
            for text in screen.texts {
                let ratio = Contrast.ratio(text.tint, text.ground)
                #expect(ratio >= (text.size >= 24 ? 3 : 4.5), "\(text.text): \(ratio)")
            }
        }
    }

    @Test("go, warn and stop are told apart by who sees no red or no green, and by their icons")
    func colourBlind() {
        let signs: [Guidance.Severity] = [.go, .warn, .stop]
        #expect(
            Set(Guidance.Severity.allCases.map(\.icon)).count == Guidance.Severity.allCases.count)
        for kind in ColourSight.allCases {
            for (index, one) in signs.enumerated() {
                for other in signs[..<index] {
                    let distance = kind.distance(one.tint, other.tint)
                    #expect(distance >= 25, "\(kind): \(one), \(other): \(distance)")
                }
            }
        }
    }

    @Test(
        "under review the portrait takes nine tenths of the stage's height, its own size at the least"
    )
    func portrait() throws {
        let window = try Self.window(.chinese)
        let named = try #require(Scenes.all().first { $0.name == "review" })
        for size in Self.sizes {
            let screen = OperatorScreen(
                named.scene, notice: "", Looks.look(.chinese),
                size: size,
                measure: window.size)
            let places = screen.items.compactMap { item -> Rect? in
                if case .picture(.portrait, let place) = item { place } else { nil }
            }
            let shown = try #require(places.first).fitting(PortraitRule.chsi.size)
            let isNarrow = screen.areas.isUpright || size.width * 3 < size.height * 4
            #expect(isNarrow || shown.height * 100 >= screen.areas.stage.height * 89, "\(size)")
            if size.height >= 1080 { #expect(shown.height >= 640, "\(size)") }
        }
    }

    @Test(
        "a button pressed by mouse or finger is its key, and beside them nothing is",
        arguments: sizes)
    func pressed(size: Size) throws {
        let window = try Self.window(.english)
        for named in try Scenes.all() {
            let screen = OperatorScreen(
                named.scene, notice: "", Looks.look(.english),
                size: size,
                measure: window.size)
            #expect(!screen.buttons.isEmpty, "\(named.name)")
            for button in screen.buttons {
                let keys = screen.keys(
                    atX: button.place.x + button.place.width / 2,
                    y: button.place.y + button.place.height / 2)
                #expect(keys == button.keys, "\(named.name)")
            }
            let banner = screen.areas.banner
            #expect(screen.keys(atX: banner.x + 9, y: banner.y + 9).isEmpty)
        }
    }

    @Test("the primary button stands at one place in every state that has one", arguments: sizes)
    func primary(size: Size) throws {
        let window = try Self.window(.chinese)
        var places: Set<Rect> = []
        for named in try Scenes.all() {
            let screen = OperatorScreen(
                named.scene, notice: "", Looks.look(.chinese),
                size: size,
                measure: window.size)
            places.formUnion(
                screen.buttons.filter { [[.shootOrAccept], [.enter]].contains($0.keys) }.map(
                    \.place))
        }
        #expect(places.count == 1)
    }

    @Test(
        "every error stands whole in the window, over everything else", arguments: Language.allCases
    )
    func window(language: Language) throws {
        let window = try Self.window(language)
        for named in try Scenes.troubled() {
            let screen = OperatorScreen(
                named.scene, notice: "", Looks.look(language),
                size: Self.sizes[1],
                measure: window.size)
            let wrong = screen.texts.filter { $0.role == .trouble }
            #expect(wrong.map(\.text) == BoothWords.troubles(named.scene.booth, language))
            #expect(!wrong.isEmpty, "\(named.name)")
            for (index, text) in wrong.enumerated() {
                let drawn = window.size(of: text.text, text.size, width: text.place.width)
                #expect(
                    drawn.height <= text.place.height && screen.areas.stage.holds(text.place),
                    "\(named.name): \(text.text) is cut")
                #expect(!wrong[..<index].contains { Self.overlap(text.place, $0.place) })
            }
        }
    }

    @Test("what is asked stands whole, each answer with its digit", arguments: Language.allCases)
    func questions(language: Language) throws {
        let window = try Self.window(language)
        for named in try Scenes.all() {
            guard let question = named.scene.booth.question, named.scene.booth.entry == nil else {
                continue
            }
            let screen = OperatorScreen(
                named.scene, notice: "", Looks.look(language),
                size: Self.sizes[1],
                measure: window.size)
            let texts = screen.texts.map(\.text)
            for line in QuestionWords.lines(question, language) {
                let words = line.drop { "0123456789 ".contains($0) }
                #expect(texts.contains(String(words)) || texts.contains(line), "\(line)")
            }
        }
    }

    @Test("a notice stands below what is wrong, whatever is asked or under review")
    func notice() throws {
        let window = try Self.window(.english)
        let notice = BoothWords.notice(.answerFirst, .english)
        for named in try Scenes.all() {
            let screen = OperatorScreen(
                named.scene, notice: notice, Looks.look(.english),
                size: Self.sizes[1],
                measure: window.size)
            let text = try #require(screen.texts.first { $0.role == .notice }, "\(named.name)")
            #expect(text.text == notice)
            let drawn = window.size(of: notice, text.size, width: text.place.width)
            #expect(drawn.height <= text.place.height)
        }
    }

    @Test(
        "every error stands whole at a terminal, before everything else",
        arguments: Language.allCases,
        [80, 44])
    func terminal(language: Language, columns: Int) throws {
        for named in try Scenes.troubled() {
            let screen = TerminalScreen(named.scene, language, columns: columns, lines: 24)
            #expect(screen.rows.allSatisfy { TextColumns.width(of: $0.text) < columns })
            #expect(screen.rows.count < 24)
            let solid = { (text: String) in text.filter { $0 != " " } }
            let wrong = screen.rows.prefix(while: \.isTrouble).map(\.text).joined()
            let said = BoothWords.troubles(named.scene.booth, language).joined()
            #expect(solid(wrong) == solid(said), "\(named.name)")
        }
    }

    @Test(
        "a terminal shows what the window does: the counts, what is asked, what fails, what is set",
        arguments: Language.allCases, [80, 44])
    func complete(language: Language, columns: Int) throws {
        for named in try Scenes.all() {
            let (scene, booth) = (named.scene, named.scene.booth)
            let screen = TerminalScreen(scene, language, columns: columns, lines: 24)
            #expect(screen.rows.count < 24)
            #expect(screen.rows.allSatisfy { TextColumns.width(of: $0.text) < columns })
            let solid = { (text: String) in text.filter { !$0.isWhitespace } }
            let shown = solid(screen.rows.map(\.text).joined())
            // What is being typed names its keys itself.
            var wanted = booth.entry == nil ? [BoothWords.keys(booth)[language]] : []
            if scene.cameras == nil {
                wanted.append(DayWords.line(scene.counts, scene.export)[language])
            }
            if let question = booth.question {
                wanted += question.answers.map { QuestionWords.answer($0)[language] }
                wanted.append(QuestionWords.text(question.kind)[language])
            } else if case .review(_, let shot) = booth.state {
                wanted += shot.notable.filter { $0.verdict != .notAssessed }
                    .map { CheckWords.title($0.name)[language] }
            }
            if booth.question == nil {
                wanted += booth.finder?.lines(language) ?? booth.preferences?.lines(language) ?? []
            }
            for text in wanted { #expect(shown.contains(solid(text)), "\(named.name): \(text)") }
        }
    }
}
