import KioskIO
import Testing

struct CodeTextTests {
    @Test(
        "text is decoded as UTF-8, else GB 18030, else Shift-JIS",
        arguments: [
            (Array("张小三".utf8), "张小三"), ([0xEF, 0xBB, 0xBF, 0x41], "A"),
            ([0xD5, 0xC5, 0xD0, 0xA1, 0xC8, 0xFD], "张小三"),
            ([0x95, 0x34, 0xB0, 0x31, 0x33], "𠮟3"), ([0x83, 0x65, 0x83, 0x58, 0x83, 0x67], "テスト"),
            ([], ""),
        ])
    func decoded(bytes: [UInt8], text: String) {
        #expect(CodeText.decode(bytes) == text)
    }

    @Test("bytes of no encoding have no text")
    func none() {
        #expect(CodeText.decode([0xFF, 0xFE, 0x00, 0x81]) == nil)
    }

    @Test("names of two thousand common characters come back from GB 18030")
    func names() {
        // The first level of GB 2312 (1980) begins at B0A1: 3,755 characters by sound.
        for row in UInt8(0xB0)...0xD6 {
            for cell in stride(from: UInt8(0xA1), through: 0xF9, by: 2) {
                let bytes = [row, cell, 0xC8, 0xFD]
                #expect(CodeText.decode(bytes)?.hasSuffix("三") == true)
                #expect(CodeText.decode(bytes)?.count == 2)
            }
        }
    }
}
