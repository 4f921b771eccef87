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
}
