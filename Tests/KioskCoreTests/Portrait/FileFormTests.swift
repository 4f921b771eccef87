import Testing

@testable import KioskCore

/// What a finished file is, beside what it shows.
struct FileFormTests {
    private static func header(
        components: UInt8 = 3, frame: UInt8 = 0xC0, orientation: UInt8 = 1
    ) -> [UInt8] {
        let exif: [UInt8] =
            [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM".utf8)
            + [
                0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0,
                0, 0,
            ]
        let parts = (1...components).flatMap { [$0, 0x11, 0] as [UInt8] }
        let length = UInt8(8 + parts.count)
        return [0xFF, 0xD8] + exif + [0xFF, frame, 0, length, 8, 2, 128, 1, 224, components] + parts
    }

    @Test(
        "gray, CMYK, progressive and lying files are told from good ones",
        arguments: [
            (header(), (3, true, 1)), (header(components: 1), (1, true, 1)),
            (header(components: 4), (4, true, 1)), (header(frame: 0xC2), (3, false, 1)),
            (header(orientation: 6), (3, true, 6)),
        ])
    func form(bytes: [UInt8], expected: (Int, Bool, Int)) {
        let file = PortraitFile(finished: bytes, size: Size(width: 480, height: 640))
        #expect(file.components == expected.0)
        #expect(file.isBaseline == expected.1)
        #expect(file.orientation == expected.2)
    }

    @Test(
        "a resolution in another unit than inches is told as such",
        arguments: [(0, true), (1, false), (2, true)] as [(UInt8, Bool)])
    func unit(unit: UInt8, isOther: Bool) {
        let jfif = [0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [1, 1, unit, 1, 44, 1, 44, 0, 0]
        let bytes = [0xFF, 0xD8] + jfif + Self.header().dropFirst(2)
        let file = PortraitFile(finished: bytes, size: Size(width: 480, height: 640))
        #expect(file.hasOtherDensity == isOther)
        #expect(file.dpi == (isOther ? nil : 300))
    }
}
