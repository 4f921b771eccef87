import Foundation
import KioskCore
import KioskIO
import TestSupport
import TestTraits
import Testing

/// Every state with every error, in window and terminal and both languages, on the layout as a value.
@Suite(.wholeMachine)
struct LayoutTests {
    /// Roles that share a place with nobody.
    private static let alone: Set<ScreenText.Role> = [.trouble, .notice]

    private static func window(_ language: Language) throws -> CounterWindow {
        for (name, value) in ["SDL_VIDEODRIVER": "dummy", "SDL_RENDER_DRIVER": "software"] {
            setenv(name, value, 1)
        }
        return try CounterWindow(
            CounterWindow.Style(
                language: language, rule: .chsi, isMirrored: true, isFullscreen: false))
    }

    private static func overlap(_ one: Rect, _ other: Rect) -> Bool {
        one.x < other.x + other.width && other.x < one.x + one.width
            && one.y < other.y + other.height && other.y < one.y + one.height
    }

    @Test(
        "every error stands whole in the window, over everything else", arguments: Language.allCases
    )
    func window(language: Language) throws {
        let window = try Self.window(language)
        for named in try Scenes.troubled() {
            let screen = CounterScreen(
                named.scene, notice: "", language, isMirrored: true, measure: window.height)
            let wrong = screen.texts.filter { $0.role == .trouble }
            #expect(wrong.map(\.text) == BoothWords.troubles(named.scene.booth, language))
            #expect(!wrong.isEmpty, "\(named.name)")
            for text in wrong {
                let height = window.height(of: text.text, text.size, width: text.place.width)
                #expect(height <= text.place.height, "\(named.name): \(text.text) is cut")
                let area = ScreenLayout.preview
                #expect(
                    text.place.y >= area.y
                        && text.place.y + text.place.height <= area.y + area.height,
                    "\(named.name): \(text.text) leaves its area")
            }
            for (index, text) in wrong.enumerated() {
                for other in wrong[..<index] {
                    #expect(!Self.overlap(text.place, other.place), "\(named.name)")
                }
            }
        }
    }

    @Test("what is asked stands whole beside what is wrong", arguments: Language.allCases)
    func questions(language: Language) throws {
        let window = try Self.window(language)
        for named in try Scenes.all() {
            guard let question = named.scene.booth.question else { continue }
            let screen = CounterScreen(
                named.scene, notice: "", language, isMirrored: true, measure: window.height)
            let message = try #require(screen.texts.first { $0.role == .message })
            #expect(
                message.text == QuestionWords.lines(question, language).joined(separator: "\n"))
            let height = window.height(of: message.text, message.size, width: message.place.width)
            #expect(height <= message.place.height, "\(named.name): \(message.text) is cut")
        }
    }

    @Test("a notice stands below what is wrong, whatever is asked or under review")
    func notice() throws {
        let window = try Self.window(.english)
        let notice = BoothWords.notice(.answerFirst, .english)
        for named in try Scenes.all() {
            let screen = CounterScreen(
                named.scene, notice: notice, .english, isMirrored: true, measure: window.height)
            let text = try #require(screen.texts.first { $0.role == .notice }, "\(named.name)")
            #expect(text.text == notice)
            #expect(
                window.height(of: notice, text.size, width: text.place.width)
                    <= text.place.height)
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
}
