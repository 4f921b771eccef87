import Testing

@testable import KioskCore

struct CSVTests {
    @Test(
        "fields are quoted where they have to be, and formulas are disarmed",
        arguments: [
            ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
            ("two\nlines", "\"two\nlines\""), ("two\r\nlines", "\"two\r\nlines\""),
            ("\r\n=1", "\"'\r\n=1\""),
            ("=1+1", "'=1+1"), ("@x", "'@x"), ("-1", "'-1"), ("+1", "'+1"), ("", ""),
        ])
    func fields(value: String, written: String) {
        #expect(CSV.field(value) == written)
    }

    @Test("a table begins with the byte order mark and ends its lines as RFC 4180 says")
    func table() {
        var table = CSV(header: ["a", "b"])
        table.add(["1", "2"])
        #expect(table.bytes == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,2\r\n".utf8))
    }

    @Test("a code's Base64 stands unchanged even where it begins like a formula")
    func rawCode() throws {
        // The first six bits 111110 are "+" in Base64.
        let portrait = Sample.portrait(code: [0xFB, 0xFF, 0x01])
        let entry = HandOverEntry(
            id: PortraitID(try SessionName("day"), 1), portrait: portrait,
            places: [HandOverNames.Place(path: "PHOTOS/a.jpg", wanted: nil)], original: nil)
        #expect(String(decoding: HandOverLists.codes([entry]), as: UTF8.self).contains(",+/8B\r\n"))
    }
}
