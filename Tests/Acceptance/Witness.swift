import Foundation
import KioskCore
import KioskIO
import StudioKit
import TestSupport

/// Sees what window and terminal show in every moment of a day, and notes what must never be.
final class Witness {
    private let window: KioskIO.Stage
    private let store: SessionStore
    private let language: Language
    /// Whose code each portrait that was seen belongs to.
    private var owners: [[UInt8]: [UInt8]] = [:]
    /// What was seen that must not be.
    private(set) var faults: Set<String> = []
    /// Errors that were shown, by their code, with the number of moments.
    private(set) var shown: [String: Int] = [:]
    private(set) var moments = 0
    /// Everything that was ever drawn.
    private var drawn: Set<String> = []

    init(_ language: Language, store: SessionStore) throws {
        for (name, value) in ["SDL_VIDEODRIVER": "dummy", "SDL_RENDER_DRIVER": "software"] {
            setenv(name, value, 1)
        }
        self.language = language
        self.store = store
        window = try KioskIO.Stage(
            KioskIO.Stage.Style(
                ScreenLook(language: language, rule: .chsi, isMirrored: true),
                isFullscreen: false))
    }

    func see(_ frame: borrowing Frame) { window.see(frame) }

    func see(_ scene: CounterScene, notice: String) {
        moments += 1
        window.show(scene, notice: notice)
        judgeWindow(scene)
        for columns in [80, 44] { judgeTerminal(scene, columns) }
        judgePictures(scene)
    }

    private func judgeWindow(_ scene: CounterScene) {
        let texts = window.screen?.texts ?? []
        drawn.formUnion(texts.map(\.text))
        let wrong = texts.filter { $0.role == .trouble }
        let said = BoothWords.troubles(scene.booth, language)
        if wrong.map(\.text) != said { faults.insert("window: \(said) is not drawn") }
        for text in wrong {
            let height = window.size(of: text.text, text.size, width: text.place.width).height
            if height > text.place.height { faults.insert("window: cut: \(text.text)") }
        }
        for trouble in scene.booth.troubles {
            let name = trouble.notice.errorCode?.rawValue ?? trouble.notice.name.rawValue
            shown[name, default: 0] += 1
        }
    }

    private func judgeTerminal(_ scene: CounterScene, _ columns: Int) {
        let rows = TerminalScreen(scene, language, columns: columns, lines: 24).rows
        drawn.formUnion(rows.map(\.text))
        let solid = { (text: String) in text.filter { $0 != " " } }
        let wrong = solid(rows.filter(\.isTrouble).map(\.text).joined())
        let said = solid(BoothWords.troubles(scene.booth, language).joined())
        if wrong != said { faults.insert("terminal: \(said) is not shown whole") }
        if rows.contains(where: { TextColumns.width(of: $0.text) >= columns }) {
            faults.insert("terminal: a row is too wide")
        }
    }

    private func judgePictures(_ scene: CounterScene) {
        let code = scene.booth.sitting?.code.bytes
        if let portrait = scene.portrait {
            let owner = owners[portrait] ?? code
            owners[portrait] = owner
            if owner != code { faults.insert("a portrait of another under review") }
        }
        guard let picture = scene.earlier else { return }
        let earlier = scene.booth.question?.earlier
        let jpeg = earlier.flatMap { try? store.jpeg($0.sequence) }
        if jpeg != picture { faults.insert("a picture beside a question it does not belong to") }
        if case .sameCode = scene.booth.question?.kind, let owner = owners[picture], owner != code {
            faults.insert("another's portrait beside a question about a code")
        }
    }

    /// The numbers and codes of students among what was drawn: there must be none.
    func secrets(of students: Int) -> [String] {
        (0..<students).flatMap { index in
            let student = Student(seed: Stage.seed, index: index)
            let code = String(decoding: student.code, as: UTF8.self)
            return [student.idNumber, String(student.idNumber.prefix(14)), code].filter { secret in
                drawn.contains { $0.contains(secret) }
            }
        }
    }
}
