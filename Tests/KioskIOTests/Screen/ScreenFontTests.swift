import Foundation
import KioskCore
import KioskIO
import Testing

/// With WenQuanYi Micro Hei, which Tools/packages installs, and whatever else a machine has.
struct ScreenFontTests {
    private static let hei = "WenQuanYi Micro Hei"
    private static let mono = "WenQuanYi Micro Hei Mono"

    @Test("the first family that is installed is taken")
    func order() throws {
        let (first, second) = (
            try ScreenFont.chinese(of: [Self.hei, Self.mono]),
            try ScreenFont.chinese(of: [Self.mono, Self.hei])
        )
        #expect(first.family == Self.hei && second.family == Self.mono)
        #expect(first.path == second.path && first.index != second.index, "two fonts of one file")
    }

    @Test("a family that is not installed is passed over, however near another's name")
    func unknown() throws {
        let families = ["No Such Hei", "WenQuanYi", "WenQuanYi Micro Hei-Bold", "sans", Self.hei]
        #expect(try ScreenFont.chinese(of: families).family == Self.hei)
    }

    @Test(
        "where none is installed, or none has Chinese characters, that is an error by name",
        arguments: [[], ["No Such Hei"], ["DejaVu Sans"], ["No Such Hei", "DejaVu Sans"]])
    func none(families: [String]) {
        let error = #expect(throws: KioskError.self) { try ScreenFont.chinese(of: families) }
        #expect(error?.code == .screenFont)
    }

    @Test("without a name, one of the families that are known goes before any other font")
    func known() throws {
        let font = try ScreenFont.chinese()
        #expect(ScreenFont.families.contains(font.family))
        #expect(try ScreenFont.chinese(of: ScreenFont.families) == font)
        #expect(FileManager.default.fileExists(atPath: font.path))
    }
}
