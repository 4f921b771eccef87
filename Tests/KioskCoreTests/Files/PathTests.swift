import KioskCore
import Testing

/// Names of files as Linux has them, and paths as people give them.
struct PathTests {
    @Test(
        "any bytes become a text and the same bytes again",
        arguments: [
            Array("张三.jpg".utf8), [0xD5, 0xC5, 0xC8, 0xFD] + Array(".jpg".utf8),
            [0xFF, 0x41, 0xE5, 0xBC], [0xC0, 0x80], [0xED, 0xA0, 0x80], [],
            // A character that stands for a byte, and its neighbours.
            Array("a\u{10FFFF}\u{10FF80}\u{10FF7F}b".utf8),
            Array(0x80...0xFF) + Array("家".utf8),
        ])
    func bytes(_ bytes: [UInt8]) {
        #expect(PathText.bytes(PathText.text(bytes)) == bytes)
    }

    @Test("a name that is UTF-8 is that text, and others are shown by their bytes")
    func text() {
        #expect(PathText.text(Array("张三.jpg".utf8)) == "张三.jpg")
        #expect(PathText.shown("张三.jpg") == "张三.jpg")
        #expect(PathText.shown(PathText.text([0xD5, 0xC5, 0x2E, 0x6A])) == "\\xD5\\xC5.j")
    }

    @Test("random bytes keep their names")
    func random() {
        var dice = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let bytes = (0..<Int.random(in: 0...24, using: &dice)).map { _ in
                UInt8.random(in: 1...255, using: &dice)
            }
            #expect(PathText.bytes(PathText.text(bytes)) == bytes, "\(bytes)")
        }
    }

    @Test(
        "a path is taken as people give it",
        arguments: [
            ("/a/b c.jpg", "/a/b c.jpg"), ("  /a/b.jpg \n", "/a/b.jpg"),
            ("'/a/b c.jpg'", "/a/b c.jpg"), ("'/a/it'\\''s.jpg'", "/a/it's.jpg"),
            ("\"/a/b c.jpg\"", "/a/b c.jpg"), ("\"/a/b \\\"c\\\".jpg\"", "/a/b \"c\".jpg"),
            ("/a/b\\ c\\(1\\).jpg", "/a/b c(1).jpg"), ("~/b.jpg", "/home/x/b.jpg"),
            ("'~/b.jpg'", "/home/x/b.jpg"), ("~", "/home/x"),
            ("file:///a/b%20c.jpg", "/a/b c.jpg"), ("file:/a/b.jpg", "/a/b.jpg"),
            ("file://localhost/a/%E5%BC%A0.jpg", "/a/张.jpg"), ("FILE:///a/100%.jpg", "/a/100%.jpg"),
            ("'", "'"), ("", ""), ("\\", ""),
        ])
    func given(_ given: String, path: String) {
        let readings = GivenPath.readings(of: given, home: "/home/x")
        #expect(readings.contains(path), "\(readings)")
        // A file whose name really is so comes first.
        #expect(readings.first?.hasPrefix(given.first == "~" ? "/home/x" : given) == true)
    }

    @Test("an address's bytes that are no UTF-8 stay themselves")
    func addressInGBK() {
        let reading = GivenPath.readings(of: "file:///a/%D5%C5.jpg", home: nil).last ?? ""
        #expect(PathText.bytes(reading) == Array("/a/".utf8) + [0xD5, 0xC5] + Array(".jpg".utf8))
    }
}
