internal import CSDL2
import KioskCore

/// The fonts of the windows in every size: one for all texts, and for characters that it lacks the best that the
/// machine has for each.
final class FontSet {
    /// A text's part that one font writes.
    struct Run {
        var text: String
        let font: OpaquePointer
    }

    private struct Opened: Hashable {
        let font: ScreenFont
        let size: Int
    }

    private let main: ScreenFont
    private var opened: [Opened: OpaquePointer] = [:]
    /// The font that has a character; nil where none has.
    private var substitutes: [Character: ScreenFont?] = [:]

    /// More open fonts than a minute shows are closed.
    private static let most = 60

    init(_ font: ScreenFont) { main = font }

    /// Closes the fonts where they have become many; between two pictures, while no text is being written.
    func closeMany() {
        if opened.count > Self.most { close() }
    }

    /// Closes the fonts; they are opened anew when they are used again.
    func close() {
        for font in opened.values { TTF_CloseFont(font) }
        opened = [:]
    }

    /// The distance of two lines, px.
    func lineHeight(_ size: Int) -> Int {
        open(main, size).map { Int(TTF_FontLineSkip($0)) } ?? size
    }

    /// How far the letters of the main font rise above their line, px.
    func ascent(_ size: Int) -> Int { open(main, size).map { Int(TTF_FontAscent($0)) } ?? size }

    /// How wide a text is in one line, px.
    func width(of text: String, _ size: Int) -> Int {
        runs(of: text, size).reduce(0) { sum, run in
            var width = Int32(0)
            TTF_SizeUTF8(run.font, run.text, &width, nil)
            return sum + Int(width)
        }
    }

    /// A text's parts, each with the font that has its characters.
    func runs(of text: String, _ size: Int) -> [Run] {
        guard let font = open(main, size) else { return [] }
        var runs: [Run] = []
        for character in text {
            let own = Self.has(font, character) ? font : substitute(character, size) ?? font
            if runs.last?.font == own {
                runs[runs.count - 1].text.append(character)
            } else {
                runs.append(Run(text: String(character), font: own))
            }
        }
        return runs
    }

    private static func has(_ font: OpaquePointer, _ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { TTF_GlyphIsProvided32(font, $0.value) != 0 }
    }

    private func substitute(_ character: Character, _ size: Int) -> OpaquePointer? {
        let font: ScreenFont?
        if let known = substitutes[character] {
            font = known
        } else {
            if substitutes.count > 2_000 { substitutes = [:] }
            font = ScreenFont.having(character)
            substitutes[character] = .some(font)
        }
        return font.flatMap { open($0, size) }
    }

    private func open(_ font: ScreenFont, _ size: Int) -> OpaquePointer? {
        let key = Opened(font: font, size: size)
        if let font = opened[key] { return font }
        let font = TTF_OpenFontIndex(font.path, Int32(max(6, size)), font.index)
        opened[key] = font
        return font
    }
}
