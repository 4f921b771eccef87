import CSDL2
import KioskCore
import TestTraits
import Testing

@testable import KioskIO

/// Characters that the window's font lacks.
@Suite(.serialized, .wholeMachine)
struct FontSetTests {
    /// The first characters of a block, of which the better fonts have more than the others.
    private static let block = (0x3400...0x9FFF).compactMap {
        UnicodeScalar($0).map(Character.init)
    }

    private static func opened(_ font: ScreenFont) throws -> FontSet {
        #expect(TTF_Init() == 0)
        return FontSet(font)
    }

    @Test(
        "a character that the font lacks is written by one that has it, between the others",
        .enabled(if: Self.pair != nil, "two fonts of which one lacks something are not installed"))
    func substitute() throws {
        let (font, rare) = try #require(Self.pair)
        let fonts = try Self.opened(font)
        let runs = fonts.runs(of: "张\(rare)三", 30)
        try #require(runs.map(\.text) == ["张", "\(rare)", "三"])
        #expect(runs[0].font == runs[2].font && runs[0].font != runs[1].font)
        #expect(fonts.width(of: "张\(rare)三", 30) > fonts.width(of: "张三", 30))
        fonts.close()
    }

    /// An installed font, and a character that only another one has.
    private static let pair: (ScreenFont, Character)? = {
        for family in ScreenFont.families {
            guard let font = try? ScreenFont.chinese(of: [family]), TTF_Init() == 0,
                let opened = TTF_OpenFontIndex(font.path, 20, font.index)
            else { continue }
            defer { TTF_CloseFont(opened) }
            let rare = block.first { character in
                let scalar = character.unicodeScalars.first?.value ?? 0
                return TTF_GlyphIsProvided32(opened, scalar) == 0
                    && ScreenFont.having(character) != nil
            }
            if let rare { return (font, rare) }
        }
        return nil
    }()

    @Test("a character that no font has is still a character, and costs no crash")
    func nowhere() throws {
        let fonts = try Self.opened(try ScreenFont.chinese())
        let runs = fonts.runs(of: "a\u{10FFFD}b", 30)
        #expect(runs.map(\.text).joined() == "a\u{10FFFD}b")
        #expect(ScreenFont.having("\u{10FFFD}") == nil)
        fonts.close()
    }
}
