import KioskCore
import Testing

struct ReplaceableTests {
    private static let image =
        [UInt8](repeating: 0, count: 16 * 2_048) + [1] + Array("CD001".utf8)
    private static let session = Array("SQLite format 3\u{0}".utf8)

    @Test(
        "a hand-over takes the place of an image or an archive, another output of any file, and none of a session",
        arguments: [
            ([], true, true), (image, true, true), ([0x50, 0x4B, 3, 4, 1], true, true),
            ([0x50, 0x4B, 5, 6], true, true), (session, false, false),
            (Array("thesis".utf8), false, true), (Array(image.dropLast()), false, true),
            ([0x50, 0x4B], false, true), ([0xFF, 0xD8, 0xFF], false, true),
        ] as [([UInt8], Bool, Bool)])
    func rule(beginning: [UInt8], handOvers: Bool, files: Bool) {
        #expect(Replaceable.handOvers.allows(beginning) == handOvers)
        #expect(Replaceable.files.allows(beginning) == files)
    }

    @Test("so many bytes are enough to tell")
    func needed() {
        #expect(Self.image.count == Replaceable.needed)
    }
}
